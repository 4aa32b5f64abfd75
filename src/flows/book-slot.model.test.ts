import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { millisecondsOf, type Instant } from '../domain/instant.ts';
import { ErsError, type ProblemReason, type WriteResult } from '../domain/problem.ts';
import type { Referral } from '../domain/referral.ts';
import type { ConfirmedAppointment, Deferral } from '../ers/verbs/booking.ts';
import { createBookSlot, type FollowingBookSlot } from './book-slot.ts';
import {
  done,
  fakePorts,
  notDone,
  pending,
  settle,
  unknown,
  type FakePorts,
} from './testing/fake-ports.ts';
import {
  bookedFor,
  deferredTo,
  problem,
  referral,
  slot,
  UBRN,
  version,
} from './testing/fake-records.ts';

const SLOTS = [slot('s9', '2026-10-22T09:00:00.000Z'), slot('s10', '2026-10-22T10:00:00.000Z')];

const PRESSES = ['choose', 'book', 'book-5', 'start-deferral', 'defer', 'back', 'again', 'open'];
const ANSWERS = ['done', 'lost', 'lost-but-done', 'silent', 'pas-error', 'taken', 'locked'];
const REFUSALS = ['unsuitable', 'changed', 'forbidden'];
const WORLD = [
  'wait-10',
  'wait-60',
  'reads-fail',
  'reads-work',
  'slots-go',
  'slots-come',
  'return',
];

const STEP = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...PRESSES) },
  { weight: 4, arbitrary: fc.constantFrom(...ANSWERS) },
  { weight: 1, arbitrary: fc.constantFrom(...REFUSALS) },
  { weight: 4, arbitrary: fc.constantFrom(...WORLD) },
);

const ANSWER = fc.constantFrom(...ANSWERS, ...REFUSALS);

/** Single steps anywhere, and the ways that lead far, so that the far ends are reached too. */
const WALK = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: STEP.map((step) => [step]) },
      { weight: 3, arbitrary: ANSWER.map((answer) => ['choose', 'book', answer]) },
      { weight: 2, arbitrary: ANSWER.map((answer) => ['start-deferral', 'defer', answer]) },
      { weight: 2, arbitrary: fc.constant(['wait-60', 'book-5']) },
      { weight: 1, arbitrary: fc.constant(['return', 'choose', 'book']) },
      { weight: 2, arbitrary: fc.constant(['wait-60', 'start-deferral', 'defer']) },
    ),
    { minLength: 3, maxLength: 12 },
  )
  .map((steps) => steps.flat());

const REASONS: Readonly<Record<string, ProblemReason>> = {
  lost: 'timed-out',
  'lost-but-done': 'timed-out',
  silent: 'provider-silent',
  'pas-error': 'provider-refused',
  taken: 'slot-taken',
  locked: 'locked',
  unsuitable: 'slot-unsuitable',
  changed: 'referral-changed',
  forbidden: 'forbidden',
};

const UNKNOWN = ['lost', 'lost-but-done', 'silent', 'pas-error'];

interface OnTheWay {
  answer(result: WriteResult<ConfirmedAppointment>): void;
  result: ConfirmedAppointment;
  /** What e-RS has from then on, if it takes it. */
  after: Referral;
}

/** A person at the slots of one referral, and an e-RS that answers, or not, in any order. */
class Desk {
  readonly ports: FakePorts = fakePorts();
  flow: FollowingBookSlot;
  truth: Referral = referral({ shortlist: [{ id: '101' }] });
  free = true;
  readsWork = true;
  onTheWay: OnTheWay | undefined;
  noAnswerAt: Instant | undefined;
  readonly broken: string[] = [];
  readonly reached = new Set<string>();

  constructor() {
    const { answers } = this.ports;
    answers.retrieveReferral = () => this.read(this.truth);
    answers.retrieveSlots = () =>
      this.read(this.free ? { slots: SLOTS, total: 2 } : { slots: [], total: 0 });
    answers.bookAppointment = ({ slot: asked }) => this.send(bookedFor(asked), 'booking');
    answers.deferToProvider = (asked) => {
      this.checkCause(asked);
      return this.send(deferredTo(asked.serviceId), 'deferral');
    };
    this.flow = createBookSlot(this.ports, { ubrn: UBRN });
  }

  read<T>(value: T): Promise<T> {
    const failure = new ErsError(problem('ers-failed'));
    return this.readsWork ? Promise.resolve(value) : Promise.reject(failure);
  }

  checkCause({ serviceId, reason }: Deferral): void {
    const { causes } = this.flow.state;
    const isSeen = causes.some((each) => each.serviceId === serviceId && each.reason === reason);
    if (!isSeen) this.broken.push('deferred without a cause');
  }

  send(after: Referral, write: string): Promise<WriteResult<ConfirmedAppointment>> {
    if (this.onTheWay) this.broken.push('two writes at once');
    if (!this.ports.happened.at(-2)?.startsWith('begin')) this.broken.push('not journalled');
    const waited = this.noAnswerAt
      ? millisecondsOf(this.ports.clock.now()) - millisecondsOf(this.noAnswerAt)
      : Infinity;
    if (waited < 60_000) this.broken.push('sent before the last reading');
    if (this.noAnswerAt) this.reached.add(`${write} after no answer`);
    const { answer, promise } = pending<WriteResult<ConfirmedAppointment>>();
    const appointment = after.appointment ?? { status: write, service: { id: '101' } };
    const result = { ubrn: UBRN, referralVersion: version(5), appointment };
    this.onTheWay = { answer, result, after };
    return promise;
  }

  answer(how: string): void {
    const { onTheWay } = this;
    if (!onTheWay) return;
    this.onTheWay = undefined;
    const isEnded = this.truth.state.code !== 'NOT_BOOKED';
    if (!isEnded && (how === 'done' || how === 'lost-but-done')) this.truth = onTheWay.after;
    const reason = isEnded ? 'wrong-state' : (REASONS[how] ?? 'wrong-state');
    const isUnknown = !isEnded && UNKNOWN.includes(how);
    this.noAnswerAt = isUnknown && how !== 'pas-error' ? this.ports.clock.now() : undefined;
    if (!isEnded && how === 'done') onTheWay.answer(done(onTheWay.result));
    else onTheWay.answer(isUnknown ? unknown(problem(reason)) : notDone(problem(reason)));
  }

  press(what: string): void {
    const { actions } = this.flow;
    if (what === 'choose') actions.choose('s9');
    if (what === 'book') void actions.book();
    if (what === 'book-5') for (let i = 0; i < 5; i += 1) void actions.book();
    if (what === 'start-deferral') actions.startDeferral('101');
    if (what === 'defer') void actions.defer();
    if (what === 'back') void actions.backToSlots();
    if (what === 'again') void actions.checkAgain();
    if (what === 'open') void actions.open();
  }

  async happen(what: string): Promise<void> {
    if (what === 'wait-10') await this.ports.clock.advance(10_000);
    if (what === 'wait-60') await this.ports.clock.advance(60_000);
    if (what.startsWith('reads')) this.readsWork = what === 'reads-work';
    if (what.startsWith('slots')) this.free = what === 'slots-come';
    if (what === 'return') {
      this.flow.dispose();
      this.flow = createBookSlot(this.ports, { ubrn: UBRN });
      void this.flow.actions.open();
    }
  }

  async take(step: string): Promise<void> {
    if (PRESSES.includes(step)) this.press(step);
    else if (WORLD.includes(step)) await this.happen(step);
    else this.answer(step);
    await settle();
    await settle();
    this.check();
  }

  check(): void {
    const { phase } = this.flow.state;
    const { code } = this.truth.state;
    this.reached.add(phase.status);
    if (phase.status === 'booked' && code !== 'BOOKED') this.broken.push('shown as booked');
    if (phase.status === 'deferred' && code !== 'DEFERRED_TO_PROVIDER') {
      this.broken.push('shown as deferred');
    }
  }
}

describe('booking, whatever is pressed and answered', () => {
  it('sends each write once, journalled, and none on top of an unknown one (P1, P2, P10)', async () => {
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(WALK, async (steps) => {
        const desk = new Desk();
        for (const step of ['open', ...steps]) await desk.take(step);
        for (const each of desk.reached) reached.add(each);
        expect(desk.broken).toEqual([]);
      }),
      { numRuns: 400, seed: 2026 },
    );
    const everyPhase = [
      'choosing',
      'sending',
      'booked',
      'deferred',
      'slot-gone',
      'slot-unsuitable',
      'provider-refused',
      'referral-changed',
      'locked',
      'not-allowed',
      'unanswered',
      'open-failed',
    ];
    expect([...reached]).toEqual(
      expect.arrayContaining([
        ...everyPhase,
        'booking after no answer',
        'deferral after no answer',
      ]),
    );
  }, 60_000);
});

describe('booking, left at any moment', () => {
  it('changes no screen afterwards, and ends each write in the journal (F21, F22)', async () => {
    await fc.assert(
      fc.asyncProperty(WALK, WALK, async (before, after) => {
        const desk = new Desk();
        for (const step of ['open', 'choose', ...before]) await desk.take(step);
        const { flow, ports } = desk;
        const { state } = flow;
        let told = 0;
        flow.subscribe(() => (told += 1));
        flow.dispose();
        const reads = ports.happened.length;
        for (const step of after) if (step !== 'return') await desk.take(step);
        desk.answer('lost');
        await settle();
        expect(flow.state).toBe(state);
        expect(told).toBe(0);
        const since = ports.happened.slice(reads);
        expect(since.every((each) => each.startsWith('settle'))).toBe(true);
        expect((await ports.intents()).every((intent) => intent.state !== 'sending')).toBe(true);
      }),
      { numRuns: 150, seed: 2026 },
    );
  }, 60_000);
});
