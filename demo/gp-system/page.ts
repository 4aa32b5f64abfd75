import { createInPageHost, type InPageHost } from '../../entries/host-adapters/in-page.ts';
import { clockStartingAt } from '../../entries/widgets/session.ts';
import { byId, deskServer, launchOf, recordWith } from '../record-system/desk.ts';
import { consultation, documents, summary } from './record-pages.ts';
import { recordDay, recordTime } from '../record-system/record-dates.ts';
import type { RecordPatient } from '../record-system/record-system.ts';
import { createRegister, type FiledLetter } from '../record-system/register.ts';
import { placeInFrame, placeInPage, type WidgetPage } from '../record-system/widget-place.ts';

type PageName = 'summary' | 'consultation' | 'documents' | WidgetPage;

const WIDGET_PAGES: readonly string[] = ['referrals', 'record', 'advice', 'lists'];

const server = deskServer();
const desk = await server.desk();
const clock = clockStartingAt(desk.now);
const register = createRegister(() => new Date(clock.now()), sessionStorage);
const links = new Map<FiledLetter, string>();

let record = firstRecord();
let host: InPageHost | undefined;

function firstRecord(): RecordPatient {
  const [first] = desk.patients;
  if (!first) throw new Error('The record system has no patients');
  return first;
}

function createHost(): InPageHost {
  return createInPageHost({
    context: launchOf(desk, currentPage() === 'lists' ? undefined : record),
    now: () => clock.now(),
    launchTicket: server.launchTicket,
    storageKey: server.storageKey,
    findClinicalTerms: server.findClinicalTerms,
    findClinicians: server.findClinicians,
    resolvePractitioners: server.resolvePractitioners,
    openPatient: async (nhsNumber) => {
      const wanted = recordWith(nhsNumber, desk);
      if (!wanted) throw new Error('There is no record with this NHS number.');
      if (currentPage() === 'lists') show('record', wanted);
      else openRecord(wanted);
    },
    closePatient: async () => show('lists'),
    resolvePatients: server.resolvePatients,
    writeBack: async ({ ubrn, file }) => {
      register.fileReferral(record.id, ubrn);
      if (file) register.fileLetter(record.id, file);
      return { status: 'accepted' };
    },
  });
}

// The widgets stay on the page while the user looks at other parts of the record.
const { frameOrigin } = desk;
const isInFrame = location.pathname === '/in-frame' && frameOrigin !== undefined;
const widgets = isInFrame ? placeInFrame(frameOrigin, byId('body')) : placeInPage(desk);

function connectWidgets(): void {
  if (host) return;
  host = createHost();
  widgets.setHost(host);
}

widgets.element.addEventListener('ers-referral-created', ({ detail }) =>
  register.fileReferral(record.id, detail.ubrn),
);
widgets.element.addEventListener('ers-appointment-booked', ({ detail }) =>
  register.changeState(detail.ubrn, 'Booked'),
);
widgets.element.addEventListener('ers-referral-deferred', ({ detail }) =>
  register.changeState(detail.ubrn, 'Deferred to the provider'),
);

widgets.element.addEventListener('ers-sent-for-triage', ({ detail }) =>
  register.changeState(detail.ubrn, 'Sent for triage'),
);

// Whether to ask is the host's business: the widgets only say whether something would be lost.
window.addEventListener('beforeunload', (event) => {
  if (widgets.hasUnsavedInput()) event.preventDefault();
});

function openRecord(next: RecordPatient): void {
  record = next;
  widgets.openReferral();
  tellPatient();
  showRecord();
}

/** On the page of lists no record is open: it is of many patients. */
function tellPatient(): void {
  const isOfMany = currentPage() === 'lists';
  void host?.setContext(launchOf(desk, isOfMany ? undefined : record));
  byId('banner').hidden = isOfMany;
}

let cardIsOut = false;

/** Also before anything was referred: the card is that of the whole system. */
function takeCardOut(): void {
  host?.endSession('card-removed');
  host = undefined;
  cardIsOut = true;
}

function putCardIn(): void {
  cardIsOut = false;
  if (isWidgetPage(currentPage())) connectWidgets();
}

function showCard(): void {
  const card = `Smartcard ${cardIsOut ? 'out' : 'in'}`;
  byId('user').textContent = `${desk.user.name} | ${desk.organisation.name} | ${card}`;
  byId('card').textContent = cardIsOut ? 'Put the smartcard in' : 'Take the smartcard out';
}

function showRecord(): void {
  const { family, given, title, birthDate, gender, nhsNumber } = record;
  const name = document.createElement('strong');
  name.textContent = `${family.toUpperCase()}, ${given} (${title})`;
  const number = nhsNumber.replaceAll(' ', '').replace(/(...)(...)(....)/, '$1 $2 $3');
  const facts = [`Born ${recordDay(birthDate)}`, `Gender ${gender}`, `NHS No. ${number}`].map(
    (fact) => {
      const span = document.createElement('span');
      span.textContent = fact;
      return span;
    },
  );
  byId('banner').replaceChildren(name, ...facts);
  byId('patients')
    .querySelectorAll('option')
    .forEach((option) => {
      option.selected = option.value === record.id;
    });
}

function show(page: PageName, next = record): void {
  const wasOfMany = currentPage() === 'lists';
  document.querySelectorAll<HTMLElement>('[data-page]').forEach((button) => {
    if (button.dataset.page === page) button.setAttribute('aria-current', 'page');
    else button.removeAttribute('aria-current');
  });
  if (wasOfMany !== (page === 'lists') || next !== record) openRecord(next);
  if (isWidgetPage(page)) {
    widgets.show(byId('main'), page);
    if (!cardIsOut) connectWidgets();
    return;
  }
  widgets.hide();
  const pages = {
    summary: () => summary(record),
    consultation: () => consultation(record, startReferral),
    documents: () =>
      documents({
        referrals: register.referralsOf(record.id),
        letters: register.lettersOf(record.id),
        open: openReferral,
        linkTo,
      }),
  };
  byId('main').replaceChildren(pages[page]());
}

function linkTo(letter: FiledLetter): string {
  const address = links.get(letter) ?? URL.createObjectURL(letter.bytes);
  links.set(letter, address);
  return address;
}

function startReferral(): void {
  widgets.openReferral();
  show('referrals');
  widgets.focus(byId('main'));
}

function openReferral(ubrn: string): void {
  show('referrals');
  widgets.openReferral(ubrn);
}

function listPatients(): void {
  const select = byId('patients');
  for (const { id, family, given, title } of desk.patients) {
    const option = document.createElement('option');
    option.value = id;
    option.textContent = `${family.toUpperCase()}, ${given} (${title})`;
    select.append(option);
  }
  select.addEventListener('change', () => {
    const wanted = desk.patients.find(({ id }) => id === (select as HTMLSelectElement).value);
    if (wanted) openRecord(wanted);
    show(currentPage());
  });
}

function isWidgetPage(page: PageName): page is WidgetPage {
  return WIDGET_PAGES.includes(page);
}

function currentPage(): PageName {
  const button = document.querySelector<HTMLElement>('[data-page][aria-current]');
  return (button?.dataset.page as PageName | undefined) ?? 'consultation';
}

// In the frame there is the referral alone.
for (const page of isInFrame ? ['record', 'advice', 'lists'] : []) {
  document.querySelector<HTMLElement>(`[data-page=${page}]`)?.remove();
}
byId(isInFrame ? 'to-frame' : 'to-page').setAttribute('aria-current', 'page');
byId('to-frame').hidden = frameOrigin === undefined;
byId('today').textContent = recordTime(new Date(desk.now)).split(' ')[0] ?? '';
document.querySelectorAll<HTMLElement>('[data-page]').forEach((button) => {
  button.addEventListener('click', () => show(button.dataset.page as PageName));
});
byId('card').addEventListener('click', () => {
  if (cardIsOut) putCardIn();
  else takeCardOut();
  showCard();
});
listPatients();
showCard();
showRecord();
show('consultation');
