import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AdviceMessage, AdviceRequest, AdviceSent, AdviceVersion } from '../domain/advice.ts';
import type { ProblemReason, WriteResult } from '../domain/problem.ts';
import type { AnswerAdviceFlow } from './answer-advice.ts';
import { createAnswerAdvice } from './answer-advice-flow.ts';
import {
  ADVICE_TEXT,
  advicePorts,
  adviceRequest,
  adviceVersion,
  FILLED_ADVICE,
  holdsAdvice,
  message,
  ours,
  QUESTION,
} from './testing/fake-advice.ts';
import {
  done,
  failing,
  notDone,
  pending,
  settle,
  unknown,
  type FakePorts,
} from './testing/fake-ports.ts';
import { problem, UBRN } from './testing/fake-records.ts';

const PRESSES = ['type', 'send', 'send-5', 'back', 'again', 'open', 'stop', 'convert'] as const;
const ANSWERS = ['done', 'lost', 'lost-but-done', 'changed', 'locked', 'forbidden'] as const;
const WORLD = [
  'reply',
  'closed',
  'raised',
  'reads-fail',
  'reads-work',
  'wait-1',
  'wait-60',
] as const;

type Step = (typeof PRESSES)[number] | (typeof ANSWERS)[number] | (typeof WORLD)[number];

const WALK = fc
  .array(
    fc.oneof(
      fc.constantFrom<Step[]>(...PRESSES, ...ANSWERS, ...WORLD).map((step) => [step]),
      fc.constantFrom<Step[]>(...ANSWERS).map((end): Step[] => ['wait-1', 'type', 'send', end]),
      fc.constant<Step[]>(['wait-60', 'send-5']),
    ),
    { minLength: 3, maxLength: 14 },
  )
  .map((steps) => steps.flat());

/** e-RS, one conversation of it, and what was sent to it. */
interface World {
  ports: FakePorts;
  flow: AnswerAdviceFlow;
  request: AdviceRequest;
  messages: readonly AdviceMessage[];
  count: number;
  sent: AdviceVersion[];
  wrong: string[];
  /** How many messages were on screen at the last press. */
  seen: number;
  onTheWay?: ((result: WriteResult<AdviceSent>) => void) | undefined;
}

async function started(): Promise<World> {
  const ports = advicePorts();
  const flow = createAnswerAdvice(ports, { ubrn: UBRN });
  const world: World = {
    ...{ ports, flow, request: adviceRequest(), messages: [QUESTION] },
    ...{ count: 5, sent: [], wrong: [], seen: 0 },
  };
  holdsAdvice(ports, world.request, world.messages);
  ports.answers.sendAdvice = ({ version }) => {
    const { status } = flow.state.phase;
    if (world.onTheWay || status !== 'sending') world.wrong.push(`sent while ${status}`);
    if (version !== world.request.version) world.wrong.push('sent unchecked');
    if (world.messages.length !== world.seen) world.wrong.push('sent on what was not on screen');
    world.sent.push(version);
    const answer = pending<WriteResult<AdviceSent>>();
    world.onTheWay = answer.answer;
    return answer.promise;
  };
  await flow.actions.open();
  return world;
}

function becomes(world: World, facts: Partial<AdviceRequest>, more: AdviceMessage[] = []): void {
  world.count += 1;
  world.request = { ...world.request, ...facts, version: adviceVersion(world.count) };
  world.messages = [...world.messages, ...more];
  holdsAdvice(world.ports, world.request, world.messages);
}

const REFUSALS: Readonly<Record<string, ProblemReason>> = {
  changed: 'referral-changed',
  locked: 'locked',
  forbidden: 'forbidden',
};

function answer(world: World, step: Step): void {
  const give = world.onTheWay;
  if (!give || !ANSWERS.some((each) => each === step)) return;
  world.onTheWay = undefined;
  const reason = REFUSALS[step];
  const one = ours(ADVICE_TEXT, { id: `ours-${world.count}` });
  if (step === 'done' || step === 'lost-but-done')
    becomes(world, { category: 'REFERRER_TO_REVIEW_RESPONSE' }, [one]);
  if (step === 'done') give(done({ request: world.request, message: one }));
  else give(reason ? notDone(problem(reason)) : unknown(problem('timed-out')));
}

function change(world: World, step: Step): void {
  const { ports, request, messages } = world;
  if (step === 'reply') becomes(world, {}, [message(`reply-${world.count}`)]);
  if (step === 'raised') becomes(world, {});
  if (step === 'closed')
    becomes(world, { status: 'completed', category: 'CONVERSATION_ENDED_CLOSED' });
  if (step === 'reads-fail') ports.answers.retrieveAdviceRequest = failing(problem('ers-failed'));
  if (step === 'reads-work') holdsAdvice(ports, request, messages);
}

function press({ flow: { actions } }: World, step: Step): void {
  const presses: Partial<Record<Step, () => unknown>> = {
    type: () => actions.change(FILLED_ADVICE),
    send: () => actions.send(),
    'send-5': () => Array.from({ length: 5 }, () => actions.send()),
    back: () => actions.back(),
    again: () => actions.readAgain(),
    open: () => actions.open(),
    stop: () => actions.stopReading(),
    convert: () => {
      actions.choose('convert-advice');
      actions.choose('answer-advice');
    },
  };
  presses[step]?.();
}

const WAITS: Partial<Record<Step, number>> = { 'wait-1': 1_000, 'wait-60': 60_000 };

async function take(world: World, step: Step): Promise<void> {
  const { ports, flow } = world;
  const before = flow.state;
  const times = world.sent.length;
  const isSend = step === 'send' || step === 'send-5';
  if (isSend) world.seen = before.messages.length;
  press(world, step);
  answer(world, step);
  change(world, step);
  await ports.clock.advance(WAITS[step] ?? 0);
  for (let rounds = 0; rounds < 6; rounds += 1) await settle();
  expect(world.wrong).toEqual([]);
  expect(world.sent.length - times, `${step} sends`).toBeLessThanOrEqual(isSend ? 1 : 0);
  if (before.phase.status === 'unanswered' && !before.phase.settled)
    expect(world.sent, 'nothing is sent over what is unknown').toHaveLength(times);
  const isOver = flow.state.phase.status === 'done';
  if (before.form.text && !isOver) expect(flow.state.form.text).toBe(ADVICE_TEXT);
}

describe('any way through a request for advice', () => {
  it('P1, P2, P7, P8: sends once for a press, on what was on screen, and loses no text', async () => {
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(WALK, async (walk) => {
        const world = await started();
        for (const step of walk) {
          await take(world, step);
          const { phase } = world.flow.state;
          reached.add(phase.status);
          const isThere = world.messages.some(({ sentBy }) => sentBy === 'RESPONDER');
          if (phase.status === 'done') expect(isThere, 'done only when e-RS holds it').toBe(true);
        }
        world.flow.dispose();
      }),
      { numRuns: 200 },
    );
    expect([...reached].sort()).toEqual(
      expect.arrayContaining(['check-failed', 'conflict', 'done', 'locked', 'unanswered']),
    );
  });
});
