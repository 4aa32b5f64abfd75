import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startDemoSet, type DemoSet } from '../../tools/demo-set.mjs';
import { simulator } from './desk.ts';
import { loadList, openReviewer, openRow, triage, type Reviewer } from './review-steps.ts';
import { openPractice, type Practice } from './seed-requests.ts';
import { SLOW } from './window-page.ts';

const COMMENT = 'No echo was sent with it.';
const REASON = 'Further information required';

let set: DemoSet;
let practice: Practice;
let reviewer: Reviewer;
let nextPatient = 0;

/** Another for each test: what is not known of one keeps others of theirs from being sent. */
function somebody() {
  const patient = practice.patients[nextPatient];
  nextPatient += 1;
  if (!patient) throw new Error('There are too few patients');
  return patient.nhsNumber;
}

/** A booked referral of the one patient, opened, with a rejection filled in and not sent. */
async function fillRejection(): Promise<string> {
  const ubrn = await practice.book(somebody());
  reviewer = await openReviewer(set, 'page');
  await loadList(reviewer);
  await openRow(reviewer, ubrn);
  const { view, page, actor } = reviewer;
  await expect
    .poll(async () => {
      await page.keyboard.press('x');
      return view.getByRole('radio', { name: 'Reject', exact: true }).isChecked();
    }, SLOW)
    .toBe(true);
  await view.getByRole('option', { name: REASON }).waitFor({ state: 'attached' });
  await actor.choose(view.getByLabel('Reason', { exact: true }), REASON);
  await actor.type(view.getByLabel(/^Comment to the practice/), COMMENT);
  return ubrn;
}

const send = async (): Promise<void> =>
  reviewer.actor.press(reviewer.view.getByRole('button', { name: 'Reject', exact: true }));

async function stateOf(ubrn: string): Promise<string | undefined> {
  const { referrals } = await simulator.state(set.simulator);
  return referrals.find((each) => each.ubrn === ubrn)?.state;
}

describe.each(['hscn', 'api-platform'] as const)('reviewing over %s, when', (dialect) => {
  beforeAll(async () => {
    set = await startDemoSet({ dialect, frame: {} });
    practice = await openPractice(set.simulator);
    nextPatient = 0;
  });
  afterAll(() => set.stop());
  afterEach(async () => {
    await simulator.clearFaults(set.simulator);
    await reviewer.desk.close();
  });

  it('a colleague changes the referral meanwhile, sends nothing, says what differs and keeps the text', async () => {
    const ubrn = await fillRejection();
    const change = { ubrn, change: 'change-priority' };
    await simulator.action('change-referral', change, set.simulator);
    await send();
    const { view, actor } = reviewer;
    await view.getByText('Your rejection was not sent.').first().waitFor();
    await view.getByRole('table', { name: 'What changed' }).getByText('Priority').waitFor();
    expect(await stateOf(ubrn)).toBe('BOOKED');
    expect(await view.getByLabel(/^Comment to the practice/).inputValue()).toBe(COMMENT);

    await actor.pick(view.getByRole('radio', { name: /[Ss]end/ }));
    // The reasons are read anew: until they are there, nothing can be sent.
    await actor.press(view.getByRole('button', { name: 'Continue', disabled: false }));
    await view.getByText(/^\s*Rejected at/).waitFor();
    expect(await stateOf(ubrn)).toBe('REJECTED');
  });

  it('a colleague has accepted it meanwhile, sends nothing, as e-RS holds a newer version', async () => {
    const ubrn = await fillRejection();
    await simulator.action('change-referral', { ubrn, change: 'accept' }, set.simulator);
    await send();
    await reviewer.view.getByText('Your rejection was not').first().waitFor();
    expect(await stateOf(ubrn)).toBe('BOOKED');
    expect(await reviewer.view.getByLabel(/^Comment to the practice/).inputValue()).toBe(COMMENT);
  });

  it('the hospital’s own system does not answer a rejection, reads the referral and sends nothing again', async () => {
    const ubrn = await fillRejection();
    const { requests: before } = await simulator.state(set.simulator);
    await simulator.fault({ operation: 'A014', kind: 'pas-not-responding' }, set.simulator);
    await send();
    const { view } = reviewer;
    await view.getByText('We do not know if your rejection reached e-RS').waitFor();
    expect(await stateOf(ubrn)).toBe('BOOKED');
    const { requests } = await simulator.state(set.simulator);
    expect(requests['A014']).toBe((before['A014'] ?? 0) + 1);
  });

  it('the answer to a rejection is lost that was done, finds it by reading', async () => {
    const ubrn = await fillRejection();
    const fault = { operation: 'A014', kind: 'drop', phase: 'after' };
    await simulator.fault(fault, set.simulator);
    await send();
    await reviewer.view.getByText(/^\s*Rejected at/).waitFor();
    await reviewer.view.getByText(/Its answer was lost/).waitFor();
    expect(await stateOf(ubrn)).toBe('REJECTED');
  });

  // Over HSCN e-RS has no word of a scan: a file there is a file.
  const ofPlatform = dialect === 'api-platform' ? it : undefined;
  ofPlatform?.('a file has a threat in it, gives no way to open it', async () => {
    const ubrn = await practice.book(somebody());
    const { referrals } = await simulator.state(set.simulator);
    const binary = referrals.find((each) => each.ubrn === ubrn)?.letters?.[0]?.binary;
    await simulator.action('scan-file', { binary, result: 'THREATS_FOUND' }, set.simulator);
    reviewer = await openReviewer(set, 'frame');
    await loadList(reviewer);
    await openRow(reviewer, ubrn);
    const { view } = reviewer;
    const files = view.locator('ers-referral-record');
    await files.getByText('Threat found').first().waitFor();
    expect(await files.getByRole('link', { name: /Referral letter/ }).count()).toBe(0);
    expect(await files.getByRole('button', { name: /Referral letter/ }).count()).toBe(0);
  });

  it('the host cannot name patients, lists them by NHS number and opens them by it', async () => {
    const ubrn = await practice.book(somebody());
    reviewer = await openReviewer(set, 'page');
    const { page, view } = reviewer;
    await page.route('**/look-up/patients', (route) => route.abort());
    await loadList(reviewer);
    await view.getByText('Name not available').first().waitFor();
    await openRow(reviewer, ubrn);
  });

  it('no slot was there, triages it from the list of slot issues', async () => {
    const ubrn = await practice.defer(somebody());
    reviewer = await openReviewer(set, 'frame');
    await loadList(reviewer, 'Appointment slot issues');
    await openRow(reviewer, ubrn);
    await triage(reviewer, { outcome: 'Accept', priority: 'Urgent', comment: 'Next free clinic.' });
    await reviewer.view.getByText('Triage outcome recorded at').waitFor();
    expect(await stateOf(ubrn)).toBe('TRIAGED_PROVIDER_TO_ACTION');
  });

  it(
    dialect === 'hscn'
      ? 'the referral is to be cancelled, says that e-RS cannot here, and who can'
      : 'the referral is to be cancelled, cancels it once the word is typed in full',
    async () => {
      const ubrn = await practice.book(somebody());
      reviewer = await openReviewer(set, 'page');
      await loadList(reviewer);
      await openRow(reviewer, ubrn);
      const { view, actor } = reviewer;
      const other = view.getByRole('region', { name: 'Other actions' });
      if (dialect === 'hscn') {
        expect(await other.getByRole('button', { name: 'Cancel referral' }).count()).toBe(0);
        await other.getByText('e-RS has no such service over this connection.').waitFor();
        await other.getByText('in the e-RS application.').first().waitFor();
        return;
      }
      const reason = 'Patient died';
      const opens = other.getByRole('button', { name: 'Cancel referral' });
      await expect
        .poll(async () => {
          if (await opens.isVisible()) await actor.press(opens);
          return view.getByRole('option', { name: reason }).count();
        }, SLOW)
        .toBe(1);
      await actor.choose(view.getByLabel('Reason', { exact: true }), reason);
      await actor.type(view.getByLabel('Type CANCEL to confirm'), 'CANCEL');
      await actor.press(view.getByRole('button', { name: 'Cancel referral', exact: true }));
      await view.getByText(/^\s*Referral cancelled at/).waitFor();
      expect(await stateOf(ubrn)).toBe('CANCELLED_REFERRAL');
    },
  );
});
