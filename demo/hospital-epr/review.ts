import { createInPageHost, type InPageHost } from '../../entries/host-adapters/in-page.ts';
import { byId, deskServer, launchOf, recordWith } from '../record-system/desk.ts';
import { recordTime } from '../record-system/record-dates.ts';
import type { RecordPatient } from '../record-system/record-system.ts';
import { bannerOf } from './banner.ts';
import { reviewInFrame, reviewInPage } from './review-place.ts';

// The referral desk of a hospital: lists of many patients, from which one record at a time is opened.

const server = deskServer();
const desk = await server.desk();
const behind = Date.now() - Date.parse(desk.now);
const main = byId('main');
const isInPage = location.pathname === '/in-page';
const place = isInPage ? await reviewInPage(main, desk) : reviewInFrame(main, desk);
const patients = byId('patients') as HTMLSelectElement;

let record: RecordPatient | undefined;
let host: InPageHost | undefined;

function createHost(): InPageHost {
  return createInPageHost({
    ...server,
    context: launchOf(desk, record),
    async openPatient(nhsNumber) {
      const wanted = recordWith(nhsNumber, desk);
      if (!wanted) throw new Error('There is no record with this NHS number.');
      await openRecord(wanted);
    },
    closePatient: () => openRecord(undefined),
  });
}

async function openRecord(next: RecordPatient | undefined): Promise<void> {
  record = next;
  const told = host?.setContext(launchOf(desk, next));
  showRecord();
  await told;
}

function showRecord(): void {
  const none = document.createElement('span');
  none.textContent = 'No record is open';
  byId('banner').replaceChildren(...(record ? bannerOf(record) : [none]));
  patients.value = record?.id ?? '';
  for (const [id, isCurrent] of [
    ['lists', !record],
    ['record', !!record],
  ] as const) {
    if (isCurrent) byId(id).setAttribute('aria-current', 'page');
    else byId(id).removeAttribute('aria-current');
  }
  byId('record').toggleAttribute('disabled', !record);
}

function turnCard(): void {
  const isIn = host === undefined;
  host?.endSession('card-removed');
  host = undefined;
  if (isIn) connect();
  byId('smartcard').textContent = `Smartcard ${isIn ? 'in' : 'out'}`;
  byId('card').textContent = isIn ? 'Take the smartcard out' : 'Put the smartcard in';
}

function connect(): void {
  host = createHost();
  place.setHost(host);
}

const WHY_NONE: Readonly<Record<string, string>> = {
  'handshake-timeout': 'e-Referral has not answered for 5 seconds. Your record is not affected.',
  'origin-refused': 'e-Referral is not what is in its frame. Nothing was told to it.',
  'version-mismatch': 'e-Referral and this system do not fit together. Tell the service desk.',
  'link-lost': 'The connection to e-Referral was lost. It is being made again.',
};

function notice(words: string | undefined): void {
  byId('notice').textContent = words ?? '';
  byId('notice').hidden = words === undefined;
}

main.addEventListener('ers-frame-problem', ({ detail }) => notice(WHY_NONE[detail.code]));
main.addEventListener('ers-frame-linked', () => notice(undefined));
window.addEventListener('beforeunload', (event) => {
  if (place.hasUnsavedInput()) event.preventDefault();
});

for (const { id, family, given, title } of desk.patients) {
  patients.append(new Option(`${family.toUpperCase()}, ${given} (${title})`, id));
}
patients.addEventListener('change', () => {
  void openRecord(desk.patients.find(({ id }) => id === patients.value));
});
byId('user').textContent = `${desk.user.name} | ${desk.organisation.name}`;
byId('today').textContent = recordTime(new Date(Date.now() - behind));
byId('card').addEventListener('click', turnCard);
byId('lists').addEventListener('click', () => void openRecord(undefined));
byId(isInPage ? 'to-page' : 'to-frame').setAttribute('aria-current', 'page');
showRecord();
connect();
