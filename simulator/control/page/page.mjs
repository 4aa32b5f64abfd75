// What a trainer keeps open beside the clinical system. It asks once a second, unless it is out of
// sight or told to pause.
import { showActions } from './actions-section.mjs';
import { ask, say } from './calls.mjs';
import { element, section } from './element.mjs';
import { showFaults } from './faults-section.mjs';
import { adviceDetail, formsOf, referralDetail } from './request-detail.mjs';
import { showRequestList } from './request-list.mjs';
import { offerKnownIds } from './known-ids.mjs';
import { showRequests } from './requests-section.mjs';
import { showSwitches } from './switches-section.mjs';
import { showTime } from './time-section.mjs';
import { showWorklists } from './worklists-section.mjs';

/**
 * @typedef {object} Overview
 * @property {string} now
 * @property {import('../request-log.ts').LoggedRequest[]} requests
 * @property {Record<string, number>} referrals
 * @property {Record<string, number>} advice
 * @property {import('../faults.ts').FaultBook['waiting']} faults
 * @property {number} changes
 *
 * @typedef {{ actions: import('./request-detail.mjs').ActionForm[], fault: import('./form.mjs').Shape[] }} Forms
 */

const EVERY_MS = 1_000;

const pause = element('input', { id: 'pause', type: 'checkbox' });
section('time').append(
  element(
    'div',
    { class: 'line' },
    pause,
    element('label', { for: 'pause' }, 'Hold this page still'),
  ),
);

/** @type {Forms} */
const forms = await ask('actions');
const about = (/** @type {string} */ subject) =>
  forms.actions.filter((action) => action.about === subject);

/** @param {import('./form.mjs').Shape[]} shapes */
function namesOf(shapes) {
  return shapes.find(({ name }) => name === 'operation')?.labels ?? {};
}

await offerKnownIds();
const refresh = () => lookAgain();
const time = showTime({ refresh });
const requests = showRequests(namesOf(forms.fault));
const faults = showFaults({ shapes: forms.fault, refresh });
const referrals = showRequestList({
  name: 'referrals',
  noun: 'referral',
  detail: referralDetail,
  forms: formsOf(about('referral')),
});
const advice = showRequestList({
  name: 'advice',
  noun: 'advice request',
  detail: adviceDetail,
  forms: formsOf(about('advice')),
});
const worklists = showWorklists(referrals.showList);
const switches = await showSwitches();
showActions({
  actions: forms.actions.filter((one) => one.about !== 'referral' && one.about !== 'advice'),
  refresh,
});

let last = 0;
let changes = -1;
let lost = false;

async function lookAgain() {
  /** @type {Overview} */
  const overview = await ask(`overview?after=${last}`);
  if (lost) say('The simulator answers again.');
  lost = false;
  last = overview.requests.at(-1)?.number ?? last;
  time(overview.now);
  requests(overview.requests);
  faults(overview.faults);
  if (overview.changes === changes) return;
  changes = overview.changes;
  await Promise.all([
    referrals.update(overview.referrals),
    advice.update(overview.advice),
    worklists(),
    switches(),
  ]);
}

async function keepLooking() {
  if (!pause.checked && !document.hidden) {
    await lookAgain().catch(() => {
      if (!lost) say('The simulator does not answer.', 'wrong');
      lost = true;
    });
  }
  setTimeout(() => void keepLooking(), EVERY_MS);
}

await keepLooking();
