import { afterEach, describe, expect, it } from 'vitest';
import { startDemoSet, type DemoSet, type DialectName } from '../../tools/demo-set.mjs';
import { keyboardActor } from './actors.ts';
import {
  adviceHeld,
  hardText,
  hasRun,
  loadAdvice,
  messagesShown,
  openByUbrn,
  openRequest,
  pasteInto,
  SENT,
  sendAnswer,
  writeAnswer,
} from './advice-steps.ts';
import { openDesk, type Desk } from './desk.ts';
import { chooseRole, type At } from './refer-steps.ts';
import { openReviewer } from './review-steps.ts';
import { NAILS_CLINIC, openPractice } from './seed-requests.ts';

const TAB = 'e-RS advice';
const SERVICE = 'Nails Clinic, Northmoor General Hospital';
const QUESTION = hardText(8000, '\n');
const ADVICE = 'Clippings first.\nThen write again.';

interface Surgery {
  set: DemoSet;
  desk: Desk;
  at: At;
}

/** In the GP's page, where advice is asked for and read, in a role. */
async function openSurgery(dialect: DialectName): Promise<Surgery> {
  const set = await startDemoSet({ dialect, frame: {} });
  const desk = await openDesk(set.page);
  const { page } = desk;
  const at = { page, actor: keyboardActor(page) };
  await at.actor.press(page.getByRole('button', { name: TAB, exact: true }));
  await chooseRole(at);
  return { set, desk, at };
}

async function ask({ page, actor }: At): Promise<void> {
  await actor.press(page.getByRole('button', { name: 'Ask for advice', exact: true }));
  // The widget of referrals stands on the page too, with fields of the same names.
  const view = page.locator('ers-advice-thread');
  await actor.choose(view.getByLabel('Specialty', { exact: true }), 'Dermatology');
  await actor.choose(view.getByLabel('Clinic type', { exact: true }), 'Nails');
  await actor.pick(view.getByRole('radio', { name: 'Routine', exact: true }));
  await actor.press(view.getByRole('button', { name: 'Find services' }));
  await actor.pick(view.getByRole('radio', { name: SERVICE, exact: true }));
  await pasteInto({ page, view, actor }, 'Your question', QUESTION);
  await actor.pick(view.getByRole('radio', { name: 'No', exact: true }));
  await actor.press(view.getByRole('button', { name: 'Send question', exact: true }));
}

/** Of the question that was sent; in digits. */
async function ubrnAsked({ page }: At): Promise<string> {
  await page.getByText(/^\s*Question sent at \d\d:\d\d/).waitFor();
  const shown = await page.locator('ers-advice-thread .ubrn').innerText();
  const [ubrn] = /\d{4} \d{4} \d{4}/.exec(shown) ?? [];
  if (!ubrn) throw new Error(`No UBRN is on the screen: ${shown}`);
  return ubrn.replaceAll(' ', '');
}

async function answerAtHospital(set: DemoSet, ubrn: string): Promise<void> {
  const reviewer = await openReviewer(set, 'frame');
  await loadAdvice(reviewer);
  await openRequest(reviewer, ubrn);
  await writeAnswer(reviewer, {
    outcome: 'Give advice',
    recommendation: 'Advice only, no referral recommended',
    text: ADVICE,
  });
  await sendAnswer(reviewer, SENT.answer);
  await reviewer.desk.close();
}

describe('a practice with the keyboard alone', () => {
  let surgery: Surgery;

  afterEach(async () => {
    await surgery.desk.close();
    await surgery.set.stop();
  });

  it('asks for advice over the platform and reads the answer later by its UBRN', async () => {
    surgery = await openSurgery('api-platform');
    const { set, at } = surgery;
    const { page, actor } = at;
    await ask(at);
    const ubrn = await ubrnAsked(at);
    expect(await adviceHeld(set.simulator, ubrn)).toMatchObject({
      category: 'PROVIDER_RESPONSE_REQUIRED',
      authorisedToConvert: false,
      messages: [{ sentBy: 'REQUESTER', text: QUESTION }],
    });
    await actor.press(page.getByRole('button', { name: 'Open this request' }));
    await page.getByText('The service has not answered yet.').waitFor();

    await answerAtHospital(set, ubrn);
    await actor.press(page.getByRole('button', { name: 'Another UBRN' }));
    await openByUbrn(at, { tab: TAB, ubrn });
    await page.getByText('Advice given', { exact: true }).waitFor();
    expect(await messagesShown(page)).toEqual([ADVICE, QUESTION]);
    expect(await hasRun(page)).toBe(false);
    expect(await page.locator('ers-advice-thread textarea').count()).toBe(0);
    expect(surgery.desk.faults).toEqual([]);
  });

  it('is told over HSCN why it cannot ask and where it can, and opens what was asked there', async () => {
    surgery = await openSurgery('hscn');
    const { set, at } = surgery;
    const { page, actor } = at;
    const asking = page.getByRole('button', { name: 'Ask for advice', exact: true });
    await actor.press(asking);
    expect(await asking.getAttribute('aria-disabled')).toBe('true');
    const id = (await asking.getAttribute('aria-describedby')) ?? '';
    const why = await page.locator(`#${id}`).innerText();
    expect(why).toContain('Not available over this connection');
    expect(why).toContain('Ask there, then open the request here by its UBRN');

    const practice = await openPractice(set.simulator);
    const { nhsNumber } = practice.patients[0] ?? {};
    if (!nhsNumber) throw new Error('There is no patient');
    const request = { text: QUESTION, mayConvert: true };
    const ubrn = await practice.ask(nhsNumber, NAILS_CLINIC, request);
    await openByUbrn(at, { tab: TAB, ubrn });
    await page.getByText('The service has not answered yet.').waitFor();
    expect(await messagesShown(page)).toEqual([QUESTION]);
    await answerAtHospital(set, ubrn);
    await actor.press(page.getByRole('button', { name: 'Check again' }));
    await page.getByText('Advice given', { exact: true }).waitFor();
    expect(await messagesShown(page)).toEqual([ADVICE, QUESTION]);
    expect(surgery.desk.faults).toEqual([]);
  });
});
