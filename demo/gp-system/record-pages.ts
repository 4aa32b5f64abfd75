import { recordTime } from '../record-system/record-dates.ts';
import type { RecordPatient } from '../record-system/record-system.ts';
import type { FiledLetter, FiledReferral } from '../record-system/register.ts';

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
  referrals: readonly FiledReferral[];
  letters: readonly FiledLetter[];
  open: (ubrn: string) => void;
  /** A link to the bytes, alive while the page is. */
  linkTo: (letter: FiledLetter) => string;
}

/** What the record has of referrals: each as the widgets told it last, and the letters filed. */
export function documents({ referrals, letters, open, linkTo }: Filed): HTMLElement {
  if (referrals.length === 0) {
    return sheet('Documents', element('p', 'No referral has been filed in this record yet.'));
  }
  const rows = referrals.map((referral) => [
    opener(referral.ubrn, open),
    element('span', recordTime(referral.filedAt)),
    element('span', `${referral.state}, as told ${recordTime(referral.stateAt)}`),
  ]);
  const files = letters.map((letter) => [
    letterLink(letter, linkTo(letter)),
    element('span', recordTime(letter.filedAt)),
  ]);
  return sheet(
    'Documents',
    element('h2', 'Referrals'),
    table(['Referral', 'Filed', 'State'], rows),
    ...(files.length > 0
      ? [element('h2', 'Letters'), table(['Letter', 'Filed'], files)]
      : [element('p', 'No letter has been filed yet.')]),
  );
}

function opener(ubrn: string, open: (ubrn: string) => void): HTMLElement {
  const words = `Open referral ${ubrn.replace(/(....)(....)(....)/, '$1 $2 $3')}`;
  const button = element('button', words);
  button.setAttribute('type', 'button');
  button.addEventListener('click', () => open(ubrn));
  return button;
}

function letterLink({ name }: FiledLetter, address: string): HTMLElement {
  const link = element('a', name);
  link.setAttribute('href', address);
  link.setAttribute('target', '_blank');
  link.setAttribute('rel', 'noopener');
  return link;
}

function table(heads: readonly string[], rows: readonly HTMLElement[][]): HTMLElement {
  const made = element('table');
  made.className = 'filed';
  made.append(row(heads.map((head) => cell('th', document.createTextNode(head)))));
  made.append(...rows.map((content) => row(content.map((each) => cell('td', each)))));
  return made;
}

function row(cells: readonly HTMLElement[]): HTMLElement {
  const made = element('tr');
  made.append(...cells);
  return made;
}

function cell(tag: 'th' | 'td', content: Node): HTMLElement {
  const made = element(tag);
  if (tag === 'th') made.setAttribute('scope', 'col');
  made.append(content);
  return made;
}
