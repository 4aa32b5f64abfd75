import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProblemReason, WriteResult } from '../domain/problem.ts';
import type { Referral, ReferralVersion } from '../domain/referral.ts';
import { createReviewReferral } from './review-referral-flow.ts';
import type { ReviewReferralFlow } from './review-referral.ts';
import {
  done,
  failing,
  notDone,
  pending,
  settle,
  unknown,
  type FakePorts,
} from './testing/fake-ports.ts';
import { inState, problem, UBRN, version } from './testing/fake-records.ts';
import { holds, REJECT_REASON, reviewPorts, toReview } from './testing/fake-review.ts';

const TEXT = 'The image is out of focus';

const PRESSES = ['choose', 'type', 'send', 'send-5', 'back', 'again', 'open', 'stop'] as const;
const ANSWERS = ['done', 'lost', 'lost-but-done', 'changed', 'locked', 'forbidden'] as const;
const WORLD = ['colleague', 'letter', 'reads-fail', 'reads-work', 'wait-1', 'wait-60'] as const;

type Step = (typeof PRESSES)[number] | (typeof ANSWERS)[number] | (typeof WORLD)[number];

const WALK = fc
  .array(
    fc.oneof(
      fc.constantFrom<Step[]>(...PRESSES, ...ANSWERS, ...WORLD).map((step) => [step]),
      fc
        .constantFrom<Step[]>(...ANSWERS)
        .map((answer): Step[] => ['wait-1', 'choose', 'type', 'send', answer]),
      fc.constant<Step[]>(['wait-60', 'send-5']),
    ),
    { minLength: 3, maxLength: 14 },
  )
  .map((steps) => steps.flat());

/** e-RS, one referral of it, and what was sent to it. */
interface World {
  ports: FakePorts;
  flow: ReviewReferralFlow;
  held: Referral;
  nextVersion: number;
  sent: ReferralVersion[];
  wrong: string[];
  /** What was on screen at the last press. */
  seen?: ReferralVersion | undefined;
  onTheWay?: ((result: WriteResult<Referral>) => void) | undefined;
}

async function started(): Promise<World> {
  const ports = reviewPorts();
  const flow = createReviewReferral(ports, { ubrn: UBRN });
  const world: World = { ports, flow, held: toReview(), nextVersion: 9, sent: [], wrong: [] };
  holds(ports, world.held);
  ports.answers.rejectReferral = (rejection) => {
    const { status } = flow.state.phase;
    if (world.onTheWay || status !== 'sending') world.wrong.push(`sent while ${status}`);
    if (rejection.version !== world.seen) world.wrong.push('sent on what the user has not seen');
    if (rejection.version !== world.held.version) world.wrong.push('sent unchecked');
    world.sent.push(rejection.version);
    const answer = pending<WriteResult<Referral>>();
    world.onTheWay = answer.answer;
    return answer.promise;
  };
  await flow.actions.open();
  return world;
}

function becomes(world: World, referral: Referral): void {
  world.held = { ...referral, version: version((world.nextVersion += 1)) };
  holds(world.ports, world.held);
}

function rejected(world: World): void {
  becomes(world, inState('REJECTED'));
}

const REFUSALS: Readonly<Record<string, ProblemReason>> = {
  changed: 'referral-changed',
  locked: 'locked',
  forbidden: 'forbidden',
};

function answer(world: World, step: Step): void {
  const give = world.onTheWay;
  if (!give) return;
  world.onTheWay = undefined;
  if (step === 'done' || step === 'lost-but-done') rejected(world);
  const reason = REFUSALS[step];
  if (step === 'done') give(done(world.held));
  else give(reason ? notDone(problem(reason)) : unknown(problem('timed-out')));
}

function change(world: World, step: Step): void {
  const { ports, held } = world;
  if (step === 'colleague') becomes(world, inState('TRIAGED_PROVIDER_TO_ACTION'));
  if (step === 'letter') becomes(world, held);
  if (step === 'reads-fail') ports.answers.retrieveReferral = failing(problem('ers-failed'));
  if (step === 'reads-work') holds(ports, held);
}

function press({ flow }: World, step: Step): void {
  const { actions } = flow;
  const presses: Partial<Record<Step, () => unknown>> = {
    choose: () => actions.choose('reject-referral'),
    type: () => actions.change({ reason: REJECT_REASON.code, comment: TEXT }),
    send: () => actions.send(),
    'send-5': () => Array.from({ length: 5 }, () => actions.send()),
    back: () => actions.back(),
    again: () => actions.readAgain(),
    open: () => actions.open(),
    stop: () => actions.stopReading(),
  };
  presses[step]?.();
}

function isSend(step: Step): boolean {
  return step === 'send' || step === 'send-5';
}

const WAITS: Partial<Record<Step, number>> = { 'wait-1': 1_000, 'wait-60': 60_000 };

async function take(world: World, step: Step): Promise<void> {
  const { ports, flow } = world;
  const before = flow.state;
  const times = world.sent.length;
  if (isSend(step)) world.seen = before.referral?.version;
  press(world, step);
  answer(world, step);
  change(world, step);
  await ports.clock.advance(WAITS[step] ?? 0);
  for (let rounds = 0; rounds < 5; rounds += 1) await settle();
  expect(world.wrong).toEqual([]);
  expect(world.sent.length - times, `${step} sends`).toBeLessThanOrEqual(isSend(step) ? 1 : 0);
  if (before.phase.status === 'unanswered' && !before.phase.settled)
    expect(world.sent, 'nothing is sent over what is unknown').toHaveLength(times);
  if (before.forms['reject-referral'].comment)
    expect(flow.state.forms['reject-referral'].comment).toBe(TEXT);
}

describe('any way through the review of a referral', () => {
  it('P1, P7, P8: sends once for a press, never over what is unknown or newer, and loses no text', async () => {
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(WALK, async (walk) => {
        const world = await started();
        for (const step of walk) {
          await take(world, step);
          reached.add(world.flow.state.phase.status);
        }
        world.flow.dispose();
      }),
      { numRuns: 150 },
    );
    expect([...reached].sort()).toEqual(
      expect.arrayContaining(['check-failed', 'conflict', 'done', 'locked', 'unanswered']),
    );
  });

  it('P2: never says done unless e-RS has answered so or holds it', async () => {
    await fc.assert(
      fc.asyncProperty(WALK, async (walk) => {
        const world = await started();
        for (const step of walk) {
          await take(world, step);
          const isDone = world.flow.state.phase.status === 'done';
          if (isDone) expect(world.flow.state.referral?.state.code).toBe('REJECTED');
        }
        world.flow.dispose();
      }),
      { numRuns: 150 },
    );
  });
});
