import { describe, expect, it } from 'vitest';
import type { AdviceSent } from '../domain/advice.ts';
import type { Instant } from '../domain/instant.ts';
import type { ServiceSearch } from '../ers/verbs/referring.ts';
import { createAskAdvice } from './ask-advice-flow.ts';
import { adviceRequest, message, ours, QUESTION } from './testing/fake-advice.ts';
import {
  done,
  earlierWrites,
  fakePorts,
  notDone,
  pending,
  settle,
  timesAsked,
  unknown,
  type FakePorts,
} from './testing/fake-ports.ts';
import {
  CLINICIAN_ADMIN,
  CRITERIA,
  NOW,
  OTHER_PATIENT,
  PATIENT,
  problem,
  service,
  UBRN,
} from './testing/fake-records.ts';
import { PROVIDER } from './testing/fake-review.ts';
import { TYPED, withLists } from './testing/fake-search.ts';
import { writeFlowContract } from './testing/write-flow-contract.ts';

const TEXT = 'Should she have an echo before referral?';
const ADVISING = service('301', {
  flows: ['ADVICE_AND_GUIDANCE_REQUEST'],
  bookableType: 'UNSPECIFIED',
});
const SENT: AdviceSent = { request: adviceRequest(), message: QUESTION };

async function passes(): Promise<void> {
  for (let times = 0; times < 8; times += 1) await settle();
}

async function started(ports: FakePorts = fakePorts()) {
  const searches: ServiceSearch[] = [];
  withLists(ports).answers.searchServices = async (search) => {
    searches.push(search);
    return [ADVISING, service('302')];
  };
  const flow = createAskAdvice(ports);
  await flow.actions.open();
  await settle();
  return { ports, flow, searches };
}

/** A question typed, one press away from sending. */
async function typed(ports?: FakePorts) {
  const scene = await started(ports);
  const { flow } = scene;
  flow.find.actions.change(TYPED);
  await flow.find.actions.search();
  flow.actions.chooseService('301');
  flow.actions.change({ text: TEXT, mayConvert: true });
  await settle();
  scene.ports.happened.length = 0;
  return scene;
}

describe('asking for advice', () => {
  it('searches for services that give advice', async () => {
    const { searches } = await typed();
    expect(searches).toMatchObject([{ requestType: 'ADVICE_AND_GUIDANCE_REQUEST' }]);
  });

  it('sends the question once, with the criteria that found the service', async () => {
    const { ports, flow } = await typed();
    const asked: object[] = [];
    ports.answers.askForAdvice = async (question) => (asked.push(question), done(SENT));
    await flow.actions.send();
    expect(asked).toEqual([
      {
        patient: PATIENT.nhsNumber,
        criteria: CRITERIA,
        serviceId: '301',
        text: TEXT,
        mayConvert: true,
      },
    ]);
    expect(ports.happened).toEqual(['begin ask-for-advice', 'askForAdvice', 'settle done']);
    expect(flow.state).toMatchObject({
      phase: { status: 'asked', ubrn: UBRN, proof: 'answer' },
      text: '',
      mayConvert: undefined,
    });
    expect(flow.find.state.draft.specialty).toBeUndefined();
  });

  it('a referring clinician admin names the clinician; nobody else does', async () => {
    const { ports, flow } = await started(fakePorts({ role: CLINICIAN_ADMIN }));
    const referringClinician = { sdsUserId: '555 000 111 222' };
    flow.find.actions.change({ ...TYPED, referringClinician });
    await flow.find.actions.search();
    flow.actions.chooseService('301');
    flow.actions.change({ text: TEXT, mayConvert: false });
    let asked: object = {};
    ports.answers.askForAdvice = async (question) => ((asked = question), done(SENT));
    await flow.actions.send();
    expect(asked).toMatchObject({ referringClinician: '555000111222', mayConvert: false });
  });

  it('nothing is chosen beforehand: what is missing is told by field, and nothing leaves', async () => {
    const { ports, flow } = await started();
    ports.happened.length = 0;
    await flow.actions.send();
    expect(flow.state.errors).toEqual([
      { field: 'service', reason: 'field-required' },
      { field: 'text', reason: 'field-required' },
      { field: 'mayConvert', reason: 'field-required' },
    ]);
    expect(ports.happened).toEqual([]);
    flow.actions.change({ mayConvert: false });
    expect(flow.state.errors.map(({ field }) => field)).toEqual(['service', 'text']);
  });

  it('takes at most 8,000 characters, with links in their one shape', async () => {
    const { flow } = await typed();
    flow.actions.change({ text: `${'x'.repeat(8000)}\n` });
    flow.actions.change({ text: 'x'.repeat(8001) });
    await flow.actions.send();
    expect(flow.state.errors).toEqual([{ field: 'text', reason: 'text-too-long', limit: 8000 }]);
    flow.actions.change({ text: 'See <a href="https://a.test">this</a>' });
    await flow.actions.send();
    expect(flow.state.errors).toEqual([{ field: 'text', reason: 'field-wrong' }]);
  });

  it('a search that no longer holds is made again first', async () => {
    const { ports, flow } = await typed();
    flow.find.actions.change({ priority: 'ROUTINE' });
    await flow.actions.send();
    expect(flow.state.errors).toEqual([{ field: 'service', reason: 'field-wrong' }]);
    expect(timesAsked(ports, 'askForAdvice')).toBe(0);
  });

  it('a service that a newer search does not find is chosen no more', async () => {
    const { ports, flow } = await typed();
    ports.answers.searchServices = async () => [];
    await flow.find.actions.search();
    expect(flow.state.service).toBeUndefined();
  });

  it('is not offered in a dialect without it, or to a provider', async () => {
    const lacking = fakePorts();
    Object.assign(lacking.client, { can: () => false });
    expect(createAskAdvice(withLists(lacking)).state.phase).toEqual({
      status: 'not-offered',
      why: 'not-in-dialect',
    });
    const { flow } = await started(fakePorts({ role: PROVIDER }));
    flow.actions.change({ text: 'x' });
    expect(flow.state).toMatchObject({ phase: { status: 'not-offered', why: 'role' }, text: '' });
  });

  it('what is typed is there again in a later visit, without the service', async () => {
    const { ports, flow } = await typed();
    flow.dispose();
    const again = await started(ports);
    expect(again.flow.state).toMatchObject({ text: TEXT, mayConvert: true });
    expect(again.flow.state.service).toBeUndefined();
    expect(again.flow.find.state.draft).toMatchObject(TYPED);
  });

  it('a refusal stands at its field, and keeps what was typed', async () => {
    const { ports, flow } = await typed();
    ports.answers.askForAdvice = async () =>
      notDone(problem('field-wrong', { field: 'Parameters.request' }));
    await flow.actions.send();
    expect(flow.state).toMatchObject({
      phase: { status: 'refused' },
      errors: [{ field: 'text', reason: 'field-wrong' }],
      text: TEXT,
    });
    flow.actions.back();
    expect(flow.state.phase).toEqual({ status: 'asking' });
  });

  it('after one that was asked another may be asked', async () => {
    const { ports, flow } = await typed();
    ports.answers.askForAdvice = async () => done(SENT);
    await flow.actions.send();
    flow.actions.change({ text: 'x' });
    expect(flow.state.text).toBe('');
    flow.actions.discard();
    flow.actions.change({ text: 'x' });
    expect(flow.state).toMatchObject({ phase: { status: 'asking' }, text: 'x' });
  });
});

const LATER = '2026-10-16T09:30:10.000Z' as Instant;

describe('F12, P2: a question whose answer is lost', () => {
  async function lost() {
    const scene = await typed();
    scene.ports.answers.askForAdvice = async () => unknown(problem('timed-out'));
    await scene.flow.actions.send();
    return scene;
  }

  function holds({ answers }: FakePorts, facts = {}, sent = LATER): void {
    answers.retrieveAdviceRequest = async () => adviceRequest({ service: { id: '301' }, ...facts });
    answers.retrieveAdviceConversation = async () => [message('m1', { sent })];
  }

  it('is not sent again, however often it is pressed, and never by itself', async () => {
    const { ports, flow } = await lost();
    await flow.actions.send();
    await ports.clock.advance(600_000);
    expect(flow.state.phase).toMatchObject({ status: 'unanswered', isUnderWay: false });
    expect(flow.state.text).toBe(TEXT);
    expect(timesAsked(ports, 'askForAdvice')).toBe(1);
  });

  it('was asked when the user has found it', async () => {
    const { ports, flow } = await lost();
    holds(ports);
    await flow.actions.found('0000 4928 3317');
    expect(flow.state).toMatchObject({
      phase: { status: 'asked', ubrn: UBRN, proof: 'reading' },
      text: '',
    });
    expect(ports.happened).toContain(`found ${UBRN}`);
    expect(await ports.intents()).toEqual([]);
  });

  it.each([
    ['of another patient', { patient: OTHER_PATIENT }, LATER, 'wrong-patient'],
    ['to another service', { service: { id: '999' } }, LATER, 'reference-not-found'],
    ['of before', {}, '2026-10-16T09:29:00.000Z' as Instant, 'reference-not-found'],
  ])('one %s is not it', async (...[, facts, sent, reason]) => {
    const { ports, flow } = await lost();
    holds(ports, facts, sent);
    await flow.actions.found(UBRN);
    expect(flow.state.phase).toMatchObject({ status: 'unanswered', lookProblem: { reason } });
    expect(await ports.intents()).toHaveLength(1);
  });

  it('what is no UBRN asks e-RS nothing', async () => {
    const { ports, flow } = await lost();
    await flow.actions.found('123');
    expect(flow.state.phase).toMatchObject({ lookProblem: { reason: 'field-wrong' } });
    expect(timesAsked(ports, 'retrieveAdviceRequest')).toBe(0);
  });

  it('was not asked by the word of the user alone, and may then be sent again', async () => {
    const { ports, flow } = await lost();
    await flow.actions.notThere();
    expect(flow.state).toMatchObject({ phase: { status: 'asking' }, text: TEXT });
    expect(ports.happened).toContain('found none');
    ports.answers.askForAdvice = async () => done(SENT);
    await flow.actions.send();
    expect(flow.state.phase.status).toBe('asked');
  });
});

describe('F19: a question of an earlier visit or another page', () => {
  const intent = {
    id: 'old',
    action: 'ask-for-advice',
    contextId: 'c',
    patient: PATIENT.nhsNumber,
    sentAt: NOW,
  } as const;

  it('under way still, nothing may be said of it; its end is shown when it comes', async () => {
    const ports = fakePorts();
    await ports.journal.adopt(PATIENT.nhsNumber, [{ ...intent, state: 'sending' }]);
    const { flow } = await started(ports);
    expect(flow.state.phase).toMatchObject({ status: 'unanswered', isUnderWay: true });
    await flow.actions.notThere();
    await flow.actions.found(UBRN);
    expect(flow.state.phase).toMatchObject({ status: 'unanswered', isUnderWay: true });
    await ports.journal.settle('old', { state: 'done', ubrn: UBRN });
    await passes();
    expect(flow.state.phase).toMatchObject({ status: 'asked', ubrn: UBRN });
  });

  it('refused elsewhere, it is told and the form is there again', async () => {
    const ports = fakePorts();
    await ports.journal.adopt(PATIENT.nhsNumber, [{ ...intent, state: 'sending' }]);
    const { flow } = await started(ports);
    await ports.journal.settle('old', { state: 'not-done', problem: problem('field-wrong') });
    await passes();
    expect(flow.state.phase).toMatchObject({ status: 'refused' });
  });

  it('nothing is sent while nobody can say whether there is one', async () => {
    const earlier = earlierWrites({ status: 'not-known', problem: problem('proxy-unreachable') });
    const { ports, flow } = await typed(fakePorts({ earlier }));
    expect(flow.state.phase.status).toBe('not-looked-up');
    await flow.actions.send();
    expect(timesAsked(ports, 'askForAdvice')).toBe(0);
    earlier.become({ status: 'known' });
    await flow.actions.open();
    expect(earlier.asked).toBe(1);
    expect(flow.state.phase).toEqual({ status: 'asking' });
  });
});

it('P5: left while it is sent, it shows nothing and is disposed with its search', async () => {
  const { ports, flow } = await typed();
  const answer = pending<ReturnType<typeof done<AdviceSent>>>();
  ports.answers.askForAdvice = () => answer.promise;
  void flow.actions.send();
  await passes();
  flow.dispose();
  answer.answer(done({ ...SENT, message: ours('x') }));
  await passes();
  expect(flow.state.phase.status).toBe('sending');
  flow.find.actions.change({ specialty: 'OTHER' });
  expect(flow.find.state.draft.specialty).toBe(TYPED.specialty);
});

writeFlowContract('asking for advice', async (ports) => {
  const { flow } = await typed(ports);
  return {
    ports,
    verb: 'askForAdvice',
    good: SENT,
    send: flow.actions.send,
    typed: () => [flow.state.text, flow.state.mayConvert, flow.state.service?.id],
    status: () => flow.state.phase.status,
    doneStatus: 'asked',
    dispose: flow.dispose,
  };
});
