import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { GUIDANCE_LIMIT } from '../../src/domain/advice-form.ts';
import type { Ubrn } from '../../src/domain/ubrn.ts';
import { startDemoSet, type DemoSet } from '../../tools/demo-set.mjs';
import {
  adviceHeld,
  backToList,
  hardText,
  hasRun,
  loadAdvice,
  messagesShown,
  openRequest,
  pasteInto,
  SENT,
  sendAnswer,
  writeAnswer,
} from './advice-steps.ts';
import { simulator } from './desk.ts';
import { openReviewer, type Reviewer } from './review-steps.ts';
import { NAILS_CLINIC, openPractice } from './seed-requests.ts';

const QUESTION = hardText(300);

/** One for each test, so that none stands on what another did. */
const SEEDS = {
  toAdvise: true,
  toAskBack: false,
  toInterrupt: false,
  toConvert: true,
  notToConvert: false,
};

type Name = keyof typeof SEEDS;

async function seed(base: string): Promise<Record<Name, Ubrn>> {
  const practice = await openPractice(base);
  const asked: Partial<Record<Name, Ubrn>> = {};
  for (const [index, name] of (Object.keys(SEEDS) as Name[]).entries()) {
    const patient = practice.patients[index];
    if (!patient) throw new Error('There are too few patients');
    const mayConvert = SEEDS[name];
    const request = { text: QUESTION, mayConvert };
    asked[name] = await practice.ask(patient.nhsNumber, NAILS_CLINIC, request);
  }
  return asked as Record<Name, Ubrn>;
}

const ADVICE = {
  outcome: 'Give advice',
  recommendation: 'Follow this advice, then refer if needed',
} as const;

describe.each([
  ['hscn', 'frame'],
  ['api-platform', 'page'],
] as const)('advice is given over %s by keyboard, with the widgets in a %s', (dialect, where) => {
  const limit = GUIDANCE_LIMIT[dialect];
  let set: DemoSet;
  let asked: Record<Name, Ubrn>;
  let reviewer: Reviewer;

  const held = (ubrn: Ubrn) => adviceHeld(set.simulator, ubrn);

  async function open(name: Name): Promise<void> {
    reviewer = await openReviewer(set, where);
    await loadAdvice(reviewer);
    await openRequest(reviewer, asked[name]);
  }

  beforeAll(async () => {
    set = await startDemoSet({ dialect, frame: {} });
    asked = await seed(set.simulator);
  });
  afterEach(() => reviewer.desk.close());
  afterAll(() => set.stop());

  it('goes out at its full length and is read again as it was written, and runs nowhere', async () => {
    await open('toAdvise');
    const { view } = reviewer;
    // A field of a page has line ends of one character, whatever was pasted.
    const typed = hardText(limit, '\n');
    await writeAnswer(reviewer, { ...ADVICE, text: `${typed.replaceAll('\n', '\r\n')}s` });
    const limitShown = limit.toLocaleString('en-GB');
    await view.getByText(`1 too many. The limit is ${limitShown} characters`).waitFor();
    await sendAnswer(reviewer, new RegExp(`Shorten this to ${limitShown} characters`));
    expect((await held(asked.toAdvise)).messages).toHaveLength(1);

    await pasteInto(reviewer, 'Advice to the practice', typed.replaceAll('\n', '\r\n'));
    await view.getByText(`0 characters left of ${limitShown}`).waitFor();
    await sendAnswer(reviewer, SENT.answer);

    const { category, messages } = await held(asked.toAdvise);
    expect(category).toBe('REFERRER_TO_REVIEW_RESPONSE');
    expect(messages[1]).toMatchObject({
      sentBy: 'RESPONDER',
      text: typed,
      outcome: 'RETURN_TO_REFERRER_WITH_ADVICE',
      recommendation: 'ADVICE_FOLLOWED_BY_REFERRAL_IF_REQUIRED',
    });
    await backToList(reviewer);
    await openRequest(reviewer, asked.toAdvise);
    expect(await messagesShown(view)).toEqual([QUESTION, typed]);
    expect(await hasRun(view)).toBe(false);
    expect(reviewer.desk.faults).toEqual([]);
  });

  it('follows a question back, which the practice has answered in the e-RS application', async () => {
    await open('toAskBack');
    const { view } = reviewer;
    const [text, message] = ['Which nails, and since when?', 'Both big toes.\r\nSince May.'];
    await writeAnswer(reviewer, { outcome: 'Ask for more information', text });
    await sendAnswer(reviewer, SENT.answer);
    expect(await held(asked.toAskBack)).toMatchObject({
      category: 'REFERRER_TO_SUBMIT_FURTHER_INFORMATION',
    });

    await simulator.action(
      'change-advice',
      { ubrn: asked.toAskBack, change: 'reply', message },
      set.simulator,
    );
    await backToList(reviewer);
    await openRequest(reviewer, asked.toAskBack);
    expect(await messagesShown(view)).toEqual([QUESTION, text, message]);
    await writeAnswer(reviewer, { ...ADVICE, text: 'Send clippings of both.' });
    await sendAnswer(reviewer, SENT.answer);
    const { category, messages } = await held(asked.toAskBack);
    expect(category).toBe('REFERRER_TO_REVIEW_RESPONSE');
    expect(messages.map((one) => one.outcome ?? one.sentBy)).toEqual([
      'REQUESTER',
      'REQUIRE_FURTHER_INFORMATION',
      'REQUESTER',
      'RETURN_TO_REFERRER_WITH_ADVICE',
    ]);
    expect(reviewer.desk.faults).toEqual([]);
  });

  it('waits where a message arrives while it is written, shows it, and keeps the text', async () => {
    await open('toInterrupt');
    const { view } = reviewer;
    const [text, message] = ['Terbinafine for 6 weeks.', 'She has liver disease <b>as well</b>.'];
    await writeAnswer(reviewer, { ...ADVICE, text });
    await simulator.action(
      'change-advice',
      { ubrn: asked.toInterrupt, change: 'reply', message },
      set.simulator,
    );
    await sendAnswer(reviewer, SENT.interrupted);
    expect(await messagesShown(view)).toEqual([QUESTION, message]);
    expect((await held(asked.toInterrupt)).messages).toHaveLength(2);
    const field = view.getByLabel('Advice to the practice', { exact: true });
    expect(await field.inputValue()).toBe(text);

    await sendAnswer(reviewer, SENT.answer);
    const { messages } = await held(asked.toInterrupt);
    expect(messages.map((one) => one.text)).toEqual([QUESTION, message, text]);
    expect(reviewer.desk.faults).toEqual([]);
  });

  it('becomes a referral where the practice agreed to it', async () => {
    await open('toConvert');
    const { view, actor } = reviewer;
    await actor.press(view.getByRole('button', { name: 'Convert to referral', exact: true }));
    await pasteInto(reviewer, 'Message to the practice', 'We had better see her.');
    await pasteInto(reviewer, 'For your admin team', 'Nails clinic, 6 weeks.');
    await actor.tick(view.getByRole('checkbox', { name: /^Yes, end this conversation/ }));
    await sendAnswer(reviewer, SENT.conversion);
    expect(await held(asked.toConvert)).toMatchObject({ category: 'ADVICE_CONVERTED' });
    const { referrals } = await simulator.state(set.simulator);
    expect(referrals).toMatchObject([
      {
        ubrn: asked.toConvert,
        state: 'TRIAGED_PROVIDER_TO_ACTION',
        history: [{ event: 'converted from advice' }],
      },
    ]);
    expect(reviewer.desk.faults).toEqual([]);
  });

  it('cannot become one where the practice did not agree, and says why', async () => {
    await open('notToConvert');
    const { view, actor } = reviewer;
    const convert = view.getByRole('button', { name: 'Convert to referral', exact: true });
    await actor.press(convert);
    expect(await convert.getAttribute('aria-disabled')).toBe('true');
    const id = (await convert.getAttribute('aria-describedby')) ?? '';
    expect(await view.locator(`#${id}`).innerText()).toContain('The practice did not agree to it');
    expect(await view.getByRole('checkbox', { name: /^Yes, end/ }).count()).toBe(0);
    expect(await held(asked.notToConvert)).toMatchObject({
      category: 'PROVIDER_RESPONSE_REQUIRED',
    });
    expect(reviewer.desk.faults).toEqual([]);
  });
});
