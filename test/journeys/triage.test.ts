import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemoSet, type DemoSet, type DialectName } from '../../tools/demo-set.mjs';
import { keyboardActor } from './actors.ts';
import { openDesk, simulator } from './desk.ts';
import {
  attachLetter,
  chooseRole,
  createForTriage,
  findTriageService,
  openReferrals,
  TRIAGE_SERVICE,
  type At,
} from './refer-steps.ts';

const COMMENT = 'Drives a bus for work';

/** Where a referral that exists is sent for triage: from the last step. */
async function sendFromLastStep({ page, actor }: At): Promise<void> {
  await actor.press(page.getByRole('button', { name: `Send for triage ${TRIAGE_SERVICE}` }));
  await actor.type(page.getByLabel('Comment for the service (optional)'), COMMENT);
  await actor.press(page.getByRole('button', { name: 'Send for triage', exact: true }));
}

const asCreated = async (): Promise<void> => {};

describe.each<[DialectName, (at: At) => Promise<void>, string[]]>([
  ['hscn', asCreated, ['created', 'letters replaced']],
  ['api-platform', sendFromLastStep, ['created', 'letters replaced', 'sent for triage']],
])('a GP asks for triage over %s by keyboard', (dialect, send, history) => {
  let set: DemoSet;

  beforeAll(async () => {
    const auditFile = join(mkdtempSync(join(tmpdir(), 'ers-triage-')), 'audit.jsonl');
    set = await startDemoSet({ auditFile, dialect });
  });

  afterAll(() => set.stop());

  it('finds one service, creates, attaches the letter, and sees it sent for triage', async () => {
    const desk = await openDesk(set.page);
    const { page } = desk;
    const at: At = { page, actor: keyboardActor(page) };
    await openReferrals(at);
    await chooseRole(at);
    await findTriageService(at);
    const shown = await createForTriage(at);
    await page.getByText(/sees it only once its letter is attached/).waitFor();
    await attachLetter(at);
    await at.actor.press(page.getByRole('button', { name: 'Go on to triage' }));
    await send(at);
    await page.getByText('Sent for triage. No appointment is booked').first().waitFor();
    await page.getByText(/The provider contacts the patient by/).waitFor();

    const { referrals } = await simulator.state(set.simulator);
    const made = referrals.find(({ ubrn }) => ubrn === shown.replaceAll(' ', ''));
    expect(made).toMatchObject({ state: 'AWAITING_TRIAGE' });
    expect(made?.history.map(({ event }) => event)).toEqual(history);
    expect(desk.faults).toEqual([]);
    await desk.close();
  });
});
