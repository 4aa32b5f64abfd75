import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startDemoSet, type DemoSet, type DialectName } from '../../tools/demo-set.mjs';
import { keyboardActor } from './actors.ts';
import { openByUbrn } from './advice-steps.ts';
import { openDesk, simulator, type Desk } from './desk.ts';
import {
  attachLetter,
  chooseRole,
  createForTriage,
  openReferrals,
  type At,
} from './refer-steps.ts';
import { loadList, openFirst, openReviewer, triage } from './review-steps.ts';

const TAB = 'e-RS referral';
const SERVICE = 'Knee Referral Assessment Service, Northmoor General Hospital';
const OUTCOME = 'Triage response: returned with advice';
const COMMENT = 'Physiotherapy for 12 weeks first.\nThen refer again, with a new X-ray.';

async function findKneeTriage({ page, actor }: At): Promise<void> {
  await actor.choose(page.getByLabel('Specialty', { exact: true }), 'Orthopaedics');
  await actor.choose(page.getByLabel('Clinic type', { exact: true }), 'Knee');
  await actor.pick(page.getByRole('radio', { name: 'Routine', exact: true }));
  await actor.press(page.getByRole('button', { name: 'Search', exact: true }));
  await actor.tick(page.getByRole('checkbox', { name: SERVICE }));
  await actor.press(page.getByRole('button', { name: 'Check this referral' }));
}

/** Where a referral that exists is sent for triage; over HSCN it was as it was created. */
async function sendForTriage({ page, actor }: At): Promise<void> {
  await actor.press(page.getByRole('button', { name: `Send for triage ${SERVICE}` }));
  await actor.press(page.getByRole('button', { name: 'Send for triage', exact: true }));
}

const asCreated = async (): Promise<void> => {};

/** The GP's part, to the end; gives the UBRN in digits. */
async function requestTriage(at: At, send: (at: At) => Promise<void>): Promise<string> {
  const { page, actor } = at;
  await openReferrals(at);
  await chooseRole(at);
  await findKneeTriage(at);
  const shown = await createForTriage(at);
  await attachLetter(at);
  await actor.press(page.getByRole('button', { name: 'Go on to triage' }));
  await send(at);
  await page.getByText('Sent for triage. No appointment is booked').first().waitFor();
  return shown.replaceAll(' ', '');
}

/** What the referrer reads beside the outcome, and what is not said. */
const TOLD: Readonly<Record<DialectName, { says: readonly string[]; not: readonly string[] }>> = {
  // Over HSCN e-RS returns no comment, nor what a referrer may do with it: neither is guessed.
  hscn: {
    says: [
      'e-RS does not return the comment over this connection. Read it in the e-RS application',
    ],
    not: [COMMENT, 'could not say all that is permitted'],
  },
  'api-platform': {
    says: [COMMENT],
    not: ['over this connection', 'could not say all that is permitted'],
  },
};

/** All that is on screen of it. */
function recordShown(page: Page): Promise<string> {
  return page
    .locator('ers-referral-record [data-pane]')
    .evaluateAll((panes) => panes.map((pane) => (pane as HTMLElement).innerText).join('\n'));
}

describe.each<[DialectName, 'frame' | 'page', (at: At) => Promise<void>]>([
  ['hscn', 'frame', asCreated],
  ['api-platform', 'page', sendForTriage],
])('a GP and a consultant over %s, with the hospital’s widgets in a %s', (dialect, where, send) => {
  let set: DemoSet;
  const desks: Desk[] = [];

  beforeAll(async () => {
    set = await startDemoSet({ dialect, frame: {} });
  });
  afterEach(async () => {
    for (const desk of desks.splice(0)) await desk.close();
  });
  afterAll(() => set.stop());

  it('see the same referral: sent with its letter, returned with advice, read again', async () => {
    const desk = await openDesk(set.page);
    desks.push(desk);
    const at: At = { page: desk.page, actor: keyboardActor(desk.page) };
    const ubrn = await requestTriage(at, send);

    const reviewer = await openReviewer(set, where);
    desks.unshift(reviewer.desk);
    await loadList(reviewer);
    expect(await openFirst(reviewer)).toBe(ubrn);
    await triage(reviewer, { outcome: 'Return to referrer with advice', comment: COMMENT });
    await reviewer.view.getByText(/^\s*Triage outcome recorded at/).waitFor();
    const { referrals } = await simulator.state(set.simulator);
    expect(referrals).toMatchObject([{ ubrn, state: 'TRIAGE_RESPONSE' }]);

    await openByUbrn(at, { tab: TAB, ubrn });
    await desk.page.getByText('What you can do').waitFor();
    await desk.page.locator('.facts').getByText(OUTCOME).waitFor();
    const shown = await recordShown(desk.page);
    expect(shown).toContain(OUTCOME);
    expect(shown).toContain('Referral letter.pdf');
    for (const words of TOLD[dialect].says) expect(shown).toContain(words);
    for (const words of TOLD[dialect].not) expect(shown).not.toContain(words);
    expect(desk.faults).toEqual([]);
    expect(reviewer.desk.faults).toEqual([]);
  });
});
