import { createInPageHost, type InPageHost } from '../../entries/host-adapters/in-page.ts';
import { mountErsFrame } from '../../entries/host-adapters/window.ts';
import { byId, deskServer, launchOf, recordWith } from '../record-system/desk.ts';
import { recordTime } from '../record-system/record-dates.ts';
import { documents } from '../gp-system/record-pages.ts';
import type { RecordPatient } from '../record-system/record-system.ts';
import { createRegister, type FiledLetter } from '../record-system/register.ts';
import { bannerOf } from './banner.ts';
import { clinicNotes } from './clinic-notes.ts';

// A hospital's record system. It runs none of our widgets itself: they have a page of their own, in a
// frame of another origin, and this page is their host.

type PageName = 'notes' | 'referral' | 'letters';

const server = deskServer('/clinic/');
const desk = await server.desk();
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

function createHost(): InPageHost {
  return createInPageHost({
    context: launchOf(desk, record),
    launchTicket: server.launchTicket,
    storageKey: server.storageKey,
    findClinicalTerms: server.findClinicalTerms,
    findClinicians: server.findClinicians,
    openPatient: async (nhsNumber) => {
      const wanted = recordWith(nhsNumber, desk);
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
  else frame = mountErsFrame({ container: widget, origin: desk.frameOrigin ?? '', host });
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
  const told = host?.setContext(launchOf(desk, next));
  showRecord();
  await told;
}

function showRecord(): void {
  byId('banner').replaceChildren(...bannerOf(record));
  for (const option of byId('patients').querySelectorAll('option')) {
    option.selected = option.value === record.id;
  }
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
