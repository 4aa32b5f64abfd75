import { describe, expect, it } from 'vitest';
import type { AdviceMessage, AdviceRequest } from '../domain/advice.ts';
import type { Instant } from '../domain/instant.ts';
import type { Intent } from '../journal/ports.ts';
import { createAnswerAdvice } from './answer-advice-flow.ts';
import {
  ADVICE_TEXT,
  advicePorts,
  adviceRequest,
  adviceVersion,
  filledAdvice,
  filledConversion,
  FILLED_ADVICE,
  holdsAdvice,
  message,
  ours,
  QUESTION,
} from './testing/fake-advice.ts';
import { failing, settle, timesAsked, unknown, type FakePorts } from './testing/fake-ports.ts';
import { NOW, PATIENT, problem, UBRN } from './testing/fake-records.ts';

const LOST = unknown(problem('timed-out'));

async function passes(): Promise<void> {
  for (let times = 0; times < 8; times += 1) await settle();
}

type Held = [AdviceRequest, readonly AdviceMessage[]];

/** Sends, and the answer is lost; `then` is what e-RS holds from there on. */
async function lost(act: 'answer' | 'convert', then?: Held) {
  const { ports, flow } = await (act === 'answer' ? filledAdvice() : filledConversion());
  const lose = async () => {
    if (then) holdsAdvice(ports, ...then);
    return LOST;
  };
  Object.assign(ports.answers, { sendAdvice: lose, convertAdvice: lose });
  void flow.actions.send();
  await passes();
  return { ports, flow };
}

const answered = adviceRequest({
  version: adviceVersion(6),
  category: 'REFERRER_TO_REVIEW_RESPONSE',
});
const converted = adviceRequest({
  version: adviceVersion(6),
  status: 'completed',
  category: 'ADVICE_CONVERTED',
});

describe('F12, P2: a message whose answer is lost', () => {
  it('was sent when the conversation has it, whatever the clock of e-RS says', async () => {
    const early = ours(ADVICE_TEXT.replace('.', '.\r\n'), { sent: QUESTION.sent });
    const { ports, flow } = await lost('answer', [answered, [QUESTION, early]]);
    expect(flow.state.phase).toMatchObject({ status: 'done', proof: 'reading' });
    expect(flow.state.messages).toHaveLength(2);
    expect(await ports.intents()).toEqual([]);
    expect(ports.happened).toContain(`found ${UBRN}`);
  });

  it('was not sent when a colleague has said something else: that is shown', async () => {
    const theirs = ours('Please send scrapings');
    const { flow } = await lost('answer', [answered, [QUESTION, theirs]]);
    expect(flow.state.phase).toMatchObject({
      status: 'conflict',
      changes: [{ what: 'message-added', now: theirs }, { what: 'category' }],
      canSend: true,
    });
    expect(flow.state.form).toEqual(FILLED_ADVICE);
  });

  it('the same words of the practice are not ours', async () => {
    const { flow } = await lost('answer', [
      answered,
      [QUESTION, ours(ADVICE_TEXT, { sentBy: 'REQUESTER' })],
    ]);
    expect(flow.state.phase.status).toBe('conflict');
  });

  it('is looked for at once, after 10 and after 60 seconds, and offered again only then', async () => {
    const { ports, flow } = await lost('answer');
    expect(flow.state.phase).toMatchObject({ status: 'unanswered', settled: false });
    await flow.actions.send();
    flow.actions.change({ text: 'x' });
    await ports.clock.advance(10_000);
    expect(flow.state.phase).toMatchObject({ settled: false, readings: [{}, {}] });
    await ports.clock.advance(50_000);
    expect(flow.state.phase).toMatchObject({ status: 'unanswered', settled: true });
    expect(flow.state.form).toEqual(FILLED_ADVICE);
    expect(timesAsked(ports, 'sendAdvice')).toBe(1);
    expect(await ports.intents()).toEqual([]);
  });

  it('not readable to the last, it can be read by hand, and nothing is offered before', async () => {
    const { ports, flow } = await lost('answer');
    ports.answers.retrieveAdviceRequest = failing(problem('ers-failed'));
    await ports.clock.advance(60_000);
    expect(flow.state.phase).toMatchObject({ status: 'unanswered', settled: false });
    await flow.actions.send();
    expect(timesAsked(ports, 'sendAdvice')).toBe(1);
    expect(await ports.intents()).toHaveLength(1);
    holdsAdvice(ports, answered, [QUESTION, ours(ADVICE_TEXT)]);
    await flow.actions.readAgain();
    expect(flow.state.phase.status).toBe('done');
  });

  it('a conversion happened when the conversation has ended with it', async () => {
    const { flow } = await lost('convert', [converted, [QUESTION, ours(ADVICE_TEXT)]]);
    expect(flow.state.phase).toMatchObject({ status: 'done', act: 'convert-advice' });
  });

  it('a conversion whose message is not told happened too', async () => {
    const { flow } = await lost('convert', [converted, [QUESTION]]);
    expect(flow.state.phase).toMatchObject({ status: 'done', proof: 'reading' });
  });

  it('a conversion with another message was a colleague’s', async () => {
    const { flow } = await lost('convert', [converted, [QUESTION, ours('Come in')]]);
    expect(flow.state.phase).toMatchObject({ status: 'conflict', canSend: false });
  });
});

/** A message on this request of an earlier visit, without a known end. */
async function earlier(ports: FakePorts, action: Intent['action'], sentAt: Instant = NOW) {
  const { contextId } = ports;
  const intent = { id: 'old', action, contextId, patient: PATIENT.nhsNumber, sentAt, ubrn: UBRN };
  await ports.journal.adopt(PATIENT.nhsNumber, [
    { ...intent, state: 'unknown', problem: problem('no-answer') },
  ]);
  const flow = createAnswerAdvice(ports, { ubrn: UBRN });
  void flow.actions.open();
  await passes();
  return flow;
}

describe('F19: a message of an earlier visit', () => {
  it('is found by who sent it and when', async () => {
    const ports = advicePorts();
    holdsAdvice(ports, answered, [QUESTION, ours('Whatever it said')]);
    const flow = await earlier(ports, 'answer-advice');
    expect(flow.state.phase).toMatchObject({ status: 'done', proof: 'reading' });
  });

  it.each([
    ['somebody else', ours('x', { sender: { sdsUserId: '999999999999', odsCode: 'RWX01' } })],
    ['the same user before', ours('x', { sent: QUESTION.sent })],
    ['the practice', message('m9', { sent: '2026-10-16T09:31:00.000Z' as Instant })],
  ])(
    'is not found in a message of %s; the last look is when all calls have ended',
    async (_, one) => {
      const ports = advicePorts();
      holdsAdvice(ports, answered, [QUESTION, one]);
      const flow = await earlier(ports, 'answer-advice');
      await ports.clock.advance(299_000);
      expect(flow.state.phase).toMatchObject({ status: 'unanswered', settled: false });
      await ports.clock.advance(1_000);
      expect(flow.state.phase).toMatchObject({ status: 'unanswered', settled: true });
    },
  );

  it('is told once when it ended while no screen showed it', async () => {
    const { ports, flow } = await filledAdvice();
    ports.answers.sendAdvice = async () => {
      flow.dispose();
      return { outcome: 'done', value: { request: answered, message: ours(ADVICE_TEXT) } };
    };
    await flow.actions.send();
    const again = createAnswerAdvice(ports, { ubrn: UBRN });
    await again.actions.open();
    expect(again.state.endedUnseen).toMatchObject({ action: 'answer-advice', state: 'done' });
    const third = createAnswerAdvice(ports, { ubrn: UBRN });
    await third.actions.open();
    expect(third.state.endedUnseen).toBeUndefined();
  });
});
