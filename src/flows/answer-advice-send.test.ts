import { describe, expect, it } from 'vitest';
import { EMPTY_ADVICE } from '../domain/advice-form.ts';
import type { AdviceSent } from '../domain/advice.ts';
import type { Ubrn } from '../domain/ubrn.ts';
import {
  ADVICE_TEXT,
  advicePorts,
  adviceRequest,
  adviceVersion,
  filledAdvice,
  filledConversion,
  FILLED_ADVICE,
  FILLED_CONVERSION,
  holdsAdvice,
  message,
  openedAdvice,
  ours,
  QUESTION,
} from './testing/fake-advice.ts';
import type { fakePorts } from './testing/fake-ports.ts';
import { done, failing, notDone, settle, timesAsked } from './testing/fake-ports.ts';
import { letter, problem, referral, UBRN } from './testing/fake-records.ts';
import { PROVIDER } from './testing/fake-review.ts';
import { writeFlowContract } from './testing/write-flow-contract.ts';

const AS_READ = { ubrn: UBRN, version: adviceVersion(5) };

const ANSWERED = adviceRequest({
  version: adviceVersion(6),
  category: 'REFERRER_TO_REVIEW_RESPONSE',
});

const SENT: AdviceSent = { request: ANSWERED, message: ours(ADVICE_TEXT) };

describe('sending an answer', () => {
  it('reads both again, notes it, and sends it once', async () => {
    const finished: [Ubrn, string][] = [];
    const list = {
      placeOf: () => undefined,
      finish: (ubrn: Ubrn, action: string) => void finished.push([ubrn, action]),
      open: () => undefined,
    };
    const { ports, flow } = await filledAdvice({ list });
    const asked: object[] = [];
    ports.answers.sendAdvice = async (given) => (asked.push(given), done(SENT));
    await flow.actions.send();
    expect(asked).toEqual([
      {
        ...AS_READ,
        outcome: 'RETURN_TO_REFERRER_WITH_ADVICE',
        recommendation: 'ADVICE_FOLLOWED_BY_REFERRAL_IF_REQUIRED',
        priority: 'ROUTINE',
        text: ADVICE_TEXT,
      },
    ]);
    expect(ports.happened).toEqual([
      'retrieveAdviceRequest',
      'retrieveAdviceConversation',
      'begin answer-advice',
      'sendAdvice',
      'settle done',
    ]);
    expect(flow.state).toMatchObject({
      phase: { status: 'done', act: 'answer-advice', proof: 'answer' },
      request: ANSWERED,
      messages: [QUESTION, ours(ADVICE_TEXT)],
      form: EMPTY_ADVICE,
    });
    expect(finished).toEqual([[UBRN, 'answer-advice']]);
  });

  it('a question carries no recommendation, though one was chosen before', async () => {
    const { ports, flow } = await filledAdvice();
    flow.actions.change({ outcome: 'REQUIRE_FURTHER_INFORMATION', priority: 'URGENT' });
    let asked: object = {};
    ports.answers.sendAdvice = async (given) => ((asked = given), done(SENT));
    await flow.actions.send();
    expect(asked).toMatchObject({
      outcome: 'REQUIRE_FURTHER_INFORMATION',
      recommendation: undefined,
      priority: 'URGENT',
    });
  });

  it('another message may follow one that was sent', async () => {
    const { ports, flow } = await filledAdvice();
    ports.answers.sendAdvice = async () => done(SENT);
    await flow.actions.send();
    flow.actions.back();
    expect(flow.state.phase.status).toBe('reading');
    expect(flow.state.permissions?.['answer-advice'].allowed).toBe(true);
  });

  it('what is missing is told by field, and asks e-RS nothing', async () => {
    const { ports, flow } = await openedAdvice();
    ports.happened.length = 0;
    flow.actions.change({ outcome: 'RETURN_TO_REFERRER_WITH_ADVICE' });
    await flow.actions.send();
    expect(flow.state.errors).toEqual([
      { field: 'recommendation', reason: 'field-required' },
      { field: 'text', reason: 'field-required' },
    ]);
    expect(ports.happened).toEqual([]);
    flow.actions.change({ text: 'x' });
    expect(flow.state.errors).toEqual([{ field: 'recommendation', reason: 'field-required' }]);
  });

  it('a death that is recorded or not known holds it until the user says to go on', async () => {
    const ports = advicePorts({ lookUps: { isDeceased: async () => true } });
    const { flow } = await filledAdvice({ ports });
    await flow.actions.send();
    expect(flow.state.held).toBe('death-to-acknowledge');
    expect(timesAsked(ports, 'retrieveAdviceRequest')).toBe(0);
    flow.actions.acknowledgeDeath();
    ports.answers.sendAdvice = async () => done(SENT);
    await flow.actions.send();
    expect(flow.state.phase.status).toBe('done');
  });
});

describe('what changed before it was sent', () => {
  const REPLY = message('m2', { text: [{ kind: 'text', text: 'He had ringworm' }] });

  it('F5: a new message stops it and is shown, though the version is the same; the text stays', async () => {
    const { ports, flow } = await filledAdvice();
    holdsAdvice(ports, adviceRequest(), [QUESTION, REPLY]);
    await flow.actions.send();
    expect(timesAsked(ports, 'sendAdvice')).toBe(0);
    expect(flow.state).toMatchObject({
      phase: {
        status: 'conflict',
        changes: [{ what: 'message-added', now: REPLY }],
        canSend: true,
      },
      messages: [QUESTION, REPLY],
      form: FILLED_ADVICE,
    });
    ports.answers.sendAdvice = async () => done(SENT);
    await flow.actions.send();
    expect(flow.state.phase.status).toBe('done');
  });

  it('a newer version in which nothing differs is said to be just that', async () => {
    const { ports, flow } = await filledAdvice();
    holdsAdvice(ports, adviceRequest({ version: adviceVersion(6) }));
    await flow.actions.send();
    expect(flow.state.phase).toMatchObject({ status: 'conflict', changes: [], canSend: true });
  });

  it('a conversation that has ended meanwhile takes nothing', async () => {
    const { ports, flow } = await filledAdvice();
    const category = 'CONVERSATION_ENDED_CLOSED';
    holdsAdvice(ports, adviceRequest({ version: adviceVersion(6), status: 'completed', category }));
    await flow.actions.send();
    expect(flow.state.phase).toMatchObject({
      status: 'conflict',
      changes: [{ what: 'category' }],
      canSend: false,
    });
    await flow.actions.send();
    expect(timesAsked(ports, 'sendAdvice')).toBe(0);
    expect(flow.state.form).toEqual(FILLED_ADVICE);
  });

  it('a file that the practice added is named', async () => {
    const { ports, flow } = await filledAdvice();
    const files = [letter('Binary/a')];
    holdsAdvice(ports, adviceRequest({ version: adviceVersion(6), files }));
    await flow.actions.send();
    expect(flow.state.phase).toMatchObject({ changes: [{ what: 'file-added', now: files[0] }] });
  });

  it('refused for its version, what is there now is shown', async () => {
    const { ports, flow } = await filledAdvice();
    ports.answers.sendAdvice = async () => {
      holdsAdvice(ports, adviceRequest({ version: adviceVersion(6) }), [QUESTION, REPLY]);
      return notDone(problem('referral-changed'));
    };
    await flow.actions.send();
    expect(flow.state.phase).toMatchObject({
      status: 'conflict',
      problem: { reason: 'referral-changed' },
      changes: [{ what: 'message-added' }],
    });
  });

  it('refused for its version though nothing is read to have changed, it is a conflict too', async () => {
    const { ports, flow } = await filledAdvice();
    ports.answers.sendAdvice = async () => notDone(problem('referral-changed'));
    await flow.actions.send();
    expect(flow.state.phase).toMatchObject({ status: 'conflict', changes: [], canSend: true });
  });

  it('not read, nothing is sent', async () => {
    const { ports, flow } = await filledAdvice();
    ports.answers.retrieveAdviceConversation = failing(problem('ers-failed'));
    await flow.actions.send();
    expect(flow.state.phase).toMatchObject({ status: 'check-failed', act: 'answer-advice' });
    expect(timesAsked(ports, 'sendAdvice')).toBe(0);
  });
});

describe('a refusal', () => {
  it('stands at its field', async () => {
    const { ports, flow } = await filledAdvice();
    ports.answers.sendAdvice = async () => notDone(problem('priority-not-supported'));
    await flow.actions.send();
    expect(flow.state.errors).toEqual([{ field: 'priority', reason: 'priority-not-supported' }]);
    flow.actions.back();
    expect(flow.state.phase.status).toBe('reading');
    expect(flow.state.form).toEqual(FILLED_ADVICE);
  });

  it('for a problem with the patient is not tried again', async () => {
    const { ports, flow } = await filledAdvice();
    ports.answers.sendAdvice = async () => notDone(problem('patient-error'));
    await flow.actions.send();
    await flow.actions.send();
    flow.actions.back();
    expect(timesAsked(ports, 'sendAdvice')).toBe(1);
    expect(flow.state.phase.status).toBe('refused');
  });
});

describe('converting', () => {
  it('sends message, priority and comment once, and reads the ended conversation', async () => {
    const { ports, flow } = await filledConversion();
    const asked: object[] = [];
    const ended = adviceRequest({
      version: adviceVersion(6),
      status: 'completed',
      category: 'ADVICE_CONVERTED',
    });
    ports.answers.convertAdvice = async (conversion) => {
      asked.push(conversion);
      holdsAdvice(ports, ended, [QUESTION, ours(ADVICE_TEXT)]);
      return done(referral());
    };
    await flow.actions.send();
    expect(asked).toEqual([
      { ...AS_READ, text: ADVICE_TEXT, priority: 'ROUTINE', comment: 'Book the next clinic' },
    ]);
    expect(flow.state).toMatchObject({
      phase: { status: 'done', act: 'convert-advice', proof: 'answer' },
      request: ended,
      messages: [QUESTION, ours(ADVICE_TEXT)],
      permissions: { 'convert-advice': { allowed: false, why: 'converted' } },
    });
  });

  it('is done though the conversation cannot be read afterwards', async () => {
    const { ports, flow } = await filledConversion();
    ports.answers.convertAdvice = async () => {
      ports.answers.retrieveAdviceRequest = failing(problem('ers-failed'));
      return done(referral());
    };
    await flow.actions.send();
    expect(flow.state).toMatchObject({
      phase: { status: 'done' },
      request: { category: 'ADVICE_CONVERTED' },
    });
    flow.actions.back();
    expect(flow.state.phase.status).toBe('done');
  });

  it('not confirmed, it is not sent', async () => {
    const { ports, flow } = await filledConversion();
    flow.actions.change({ isConfirmed: false });
    await flow.actions.send();
    await settle();
    expect(flow.state.errors).toEqual([{ field: 'isConfirmed', reason: 'field-required' }]);
    expect(timesAsked(ports, 'convertAdvice')).toBe(0);
  });
});

function asProvider(ports: ReturnType<typeof fakePorts>): ReturnType<typeof fakePorts> {
  return Object.assign(ports, { role: PROVIDER, lookUps: { isDeceased: async () => false } });
}

writeFlowContract('answering a request for advice', async (bare) => {
  const { ports, flow } = await filledAdvice({ ports: asProvider(bare) });
  return {
    ports,
    verb: 'sendAdvice',
    good: SENT,
    send: flow.actions.send,
    typed: () => [flow.state.act, flow.state.form],
    status: () => flow.state.phase.status,
    doneStatus: 'done',
    dispose: flow.dispose,
  };
});

writeFlowContract('converting a request for advice', async (bare) => {
  const { ports, flow } = await filledConversion({ ports: asProvider(bare) });
  expect(flow.state.form).toMatchObject(FILLED_CONVERSION);
  return {
    ports,
    verb: 'convertAdvice',
    good: referral(),
    send: flow.actions.send,
    typed: () => [flow.state.act, flow.state.form],
    status: () => flow.state.phase.status,
    doneStatus: 'done',
    dispose: flow.dispose,
  };
});
