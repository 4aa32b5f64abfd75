import type { RecordPatient } from './record-system.ts';

function element(tag: string, text?: string): HTMLElement {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  return made;
}

function sheet(title: string, ...content: HTMLElement[]): HTMLElement {
  const made = element('section');
  made.className = 'sheet';
  made.append(element('h1', title), ...content);
  return made;
}

function section(title: string, ...lines: string[]): HTMLElement {
  const made = element('div');
  made.append(element('h2', title), ...lines.map((line) => element('div', line)));
  return made;
}

export function summary({ given }: RecordPatient): HTMLElement {
  return sheet(
    'Summary',
    section('Active problems', 'Palpitations, first noted 02-Oct-2026', 'Essential hypertension'),
    section('Medication', 'Amlodipine 5 mg tablets, one a day', 'No repeat template due'),
    section('Allergies', `No known allergies recorded for ${given}.`),
  );
}

/** The consultation from which a clinician refers. */
export function consultation({ given }: RecordPatient, refer: () => void): HTMLElement {
  const button = element('button', 'Refer');
  button.setAttribute('type', 'button');
  button.className = 'refer';
  button.addEventListener('click', refer);
  return sheet(
    'Consultation, Fri 16-Oct-2026 10:10',
    section('Problem', 'Palpitations'),
    section(
      'History',
      `${given} has had episodes of a fast, irregular heartbeat for six weeks, twice with light-headedness. No chest pain, no blackout.`,
    ),
    section('Examination', 'Pulse 84 regular, BP 138/84, heart sounds normal.'),
    section('Plan', '12-lead ECG today. Refer to cardiology.'),
    button,
  );
}

interface Filed {
  ubrns: readonly string[];
  files: readonly string[];
  open: (ubrn: string) => void;
}

/** What this page has referred and filed. */
export function documents({ ubrns, files, open }: Filed): HTMLElement {
  if (ubrns.length === 0) {
    return sheet('Documents', element('p', 'No referral has been filed in this record yet.'));
  }
  const list = element('ul');
  for (const ubrn of ubrns) {
    const button = element(
      'button',
      `Open referral ${ubrn.replace(/(....)(....)(....)/, '$1 $2 $3')}`,
    );
    button.setAttribute('type', 'button');
    button.addEventListener('click', () => open(ubrn));
    const row = element('li');
    row.append(button);
    list.append(row);
  }
  for (const name of files) list.append(element('li', name));
  return sheet('Documents', list);
}
