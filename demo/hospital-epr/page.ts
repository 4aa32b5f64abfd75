import { createInPageHost, type InPageHost } from '../../entries/host-adapters/in-page.ts';
import { mountErsFrame } from '../../entries/host-adapters/window.ts';
import { recordDay, recordTime } from '../gp-system/record-dates.ts';
import { documents } from '../gp-system/record-pages.ts';
import type { RecordPatient } from '../gp-system/record-system.ts';
import { createRegister, type FiledLetter } from '../gp-system/register.ts';
import { clinicNotes } from './clinic-notes.ts';

// A hospital's record system. It runs none of our widgets itself: they have a page of their own, in a
// frame of another origin, and this page is their host.

interface Desk {
  user: { id: string; name: string };
  organisation: { odsCode: string; name: string };
  patients: RecordPatient[];
  /** The training system's own time, when the page was loaded. */
  now: string;
  frameOrigin: string;
}

type PageName = 'notes' | 'referral' | 'letters';

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const answer = await fetch(path, init);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return (await answer.json()) as T;
}

function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no #${id}`);
  return element;
}

/** Ours alone, not to be read out: the frame gets it as it is. */
async function storageKey(): Promise<CryptoKey> {
  const { key } = await ask<{ key: string }>('/storage-key', { method: 'POST' });
  const bytes = Uint8Array.from(atob(key), (character) => character.charCodeAt(0));
  return crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey']);
}

const desk = await ask<Desk>('/desk');
const behind = Date.now() - Date.parse(desk.now);
const now = (): Date => new Date(Date.now() - behind);
const register = createRegister(now);
const links = new Map<FiledLetter, string>();
const widget = byId('widget');

let record = firstRecord();
let host: InPageHost | undefined;
let frame: ReturnType<typeof mountErsFrame> | undefined;
let cardIsOut = false;

function firstRecord(): RecordPatient {
  const [first] = desk.patients;
  if (!first) throw new Error('The record system has no patients');
  return first;
}

function launchOf({ nhsNumber, birthDate, gender, postcode, family, given, title }: RecordPatient) {
  return {
    patient: { nhsNumber, birthDate, gender, postcode, name: { family, given, title } },
    user: desk.user,
    organisation: desk.organisation,
    needPatientBanner: false,
  };
}

function createHost(): InPageHost {
  return createInPageHost({
    context: launchOf(record),
    launchTicket: async () =>
      (await ask<{ ticket: string }>('/launch-ticket', { method: 'POST' })).ticket,
    storageKey,
    findClinicalTerms: (text, signal) =>
      ask(`/look-up/clinical-terms?${new URLSearchParams({ text })}`, { signal }),
    findClinicians: (text, kind, signal) =>
      ask(`/look-up/clinicians?${new URLSearchParams({ text, kind })}`, { signal }),
    openPatient: async (nhsNumber) => {
      const isWanted = (patient: RecordPatient): boolean =>
        patient.nhsNumber.replaceAll(' ', '') === nhsNumber;
      const wanted = desk.patients.find(isWanted);
      if (wanted) await openRecord(wanted);
    },
    writeBack: async ({ ubrn, file }) => {
      register.fileReferral(record.id, ubrn);
      if (file) register.fileLetter(record.id, file);
      return { status: 'accepted' };
    },
  });
}

/** The frame stays in the page from then on: taken out and put back, it would begin anew. */
function connectWidget(): void {
  if (cardIsOut || host) return;
  host = createHost();
  if (frame) frame.setHost(host);
  else frame = mountErsFrame({ container: widget, origin: desk.frameOrigin, host });
}

widget.addEventListener('ers-referral-created', ({ detail }) =>
  register.fileReferral(record.id, detail.ubrn),
);
widget.addEventListener('ers-appointment-booked', ({ detail }) =>
  register.changeState(detail.ubrn, 'Booked'),
);
widget.addEventListener('ers-referral-deferred', ({ detail }) =>
  register.changeState(detail.ubrn, 'Deferred to the provider'),
);

const WHY_NONE: Readonly<Record<string, string>> = {
  'handshake-timeout': 'e-Referral has not answered for 5 seconds. Your record is not affected.',
  'origin-refused': 'e-Referral is not what is in its frame. Nothing was told to it.',
  'version-mismatch': 'e-Referral and this system do not fit together. Tell the service desk.',
  'link-lost': 'The connection to e-Referral was lost. It is being made again.',
};

widget.addEventListener('ers-frame-problem', ({ detail }) => notice(WHY_NONE[detail.code]));
widget.addEventListener('ers-frame-linked', () => notice(undefined));

function notice(words: string | undefined): void {
  byId('notice').textContent = words ?? '';
  byId('notice').hidden = words === undefined;
}

window.addEventListener('beforeunload', (event) => {
  if (frame?.hasUnsavedInput()) event.preventDefault();
});

async function openRecord(next: RecordPatient): Promise<void> {
  record = next;
  frame?.openReferral();
  const told = host?.setContext(launchOf(next));
  showRecord();
  await told;
}

function showRecord(): void {
  const { family, given, title, birthDate, gender, nhsNumber } = record;
  const name = document.createElement('strong');
  name.textContent = `${family.toUpperCase()}, ${given} (${title})`;
  const number = nhsNumber.replaceAll(' ', '').replace(/(...)(...)(....)/, '$1 $2 $3');
  const facts = [
    ['Born', recordDay(birthDate)],
    ['Gender', gender],
    ['NHS No.', number],
  ].map(([label = '', value = '']) => fact(label, value));
  byId('banner').replaceChildren(name, ...facts);
  for (const option of byId('patients').querySelectorAll('option')) {
    option.selected = option.value === record.id;
  }
}

function fact(label: string, value: string): HTMLElement {
  const element = document.createElement('span');
  const bold = document.createElement('b');
  bold.textContent = value;
  element.append(label, bold);
  return element;
}

function show(page: PageName): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-page]')) {
    if (button.dataset['page'] === page) button.setAttribute('aria-current', 'page');
    else button.removeAttribute('aria-current');
  }
  widget.hidden = page !== 'referral';
  const pages = {
    notes: () => [clinicNotes(record, recordTime(now()), startReferral)],
    referral: () => [],
    letters: () => [
      documents({
        referrals: register.referralsOf(record.id),
        letters: register.lettersOf(record.id),
        open: openReferral,
        linkTo,
      }),
    ],
  };
  byId('main').replaceChildren(...pages[page]());
  if (page === 'referral') connectWidget();
}

function linkTo(letter: FiledLetter): string {
  const address = links.get(letter) ?? URL.createObjectURL(letter.bytes);
  links.set(letter, address);
  return address;
}

function startReferral(): void {
  frame?.openReferral();
  show('referral');
  frame?.focus();
}

function openReferral(ubrn: string): void {
  show('referral');
  frame?.openReferral(ubrn);
}

function currentPage(): PageName {
  const button = document.querySelector<HTMLElement>('[data-page][aria-current]');
  return (button?.dataset['page'] as PageName | undefined) ?? 'notes';
}

function listPatients(): void {
  const select = byId('patients') as HTMLSelectElement;
  for (const { id, family, given, title } of desk.patients) {
    select.append(new Option(`${family.toUpperCase()}, ${given} (${title})`, id));
  }
  select.addEventListener('change', () => {
    const wanted = desk.patients.find(({ id }) => id === select.value);
    if (wanted) void openRecord(wanted);
    show(currentPage());
  });
}

function turnCard(): void {
  cardIsOut = !cardIsOut;
  if (cardIsOut) {
    host?.endSession('card-removed');
    host = undefined;
  } else if (currentPage() === 'referral') connectWidget();
  byId('smartcard').textContent = `Smartcard ${cardIsOut ? 'out' : 'in'}`;
  byId('card').textContent = cardIsOut ? 'Put the smartcard in' : 'Take the smartcard out';
}

byId('user').textContent = `${desk.user.name} | Wexcombe General | e-RS: ${desk.organisation.name}`;
byId('today').textContent = recordTime(now());
for (const button of document.querySelectorAll<HTMLElement>('[data-page]')) {
  button.addEventListener('click', () => show(button.dataset['page'] as PageName));
}
byId('card').addEventListener('click', turnCard);
listPatients();
showRecord();
show('notes');
