import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WriteResult } from '../domain/problem.ts';
import type { Referral } from '../domain/referral.ts';
import { createCreateReferral, type CreateReferralFlow } from './create-referral.ts';
import {
  done,
  fakePorts,
  notDone,
  pending,
  settle,
  unknown,
  type FakePorts,
  type Pending,
} from './testing/fake-ports.ts';
import { CRITERIA, problem, referral, service } from './testing/fake-records.ts';

type Step = 'press' | 'press-20' | 'back' | 'leave-and-return' | 'done' | 'refused' | 'lost';

const STEPS: readonly Step[] = [
  'press',
  'press',
  'press-20',
  'back',
  'leave-and-return',
  'done',
  'refused',
  'lost',
];

/** One patient's desk, at which a person presses and e-RS answers in any order. */
class Desk {
  readonly ports: FakePorts = fakePorts();
  flow: CreateReferralFlow = this.newFlow();
  onTheWay: Pending<WriteResult<Referral>> | undefined;
  /** What has gone wrong with P1 (no second create while one is on its way or unknown). */
  readonly broken: string[] = [];
  isUnknown = false;

  constructor() {
    this.ports.answers.createReferral = () => this.send();
  }

  newFlow(): CreateReferralFlow {
    const flow = createCreateReferral(this.ports, {
      search: () => ({ criteria: CRITERIA, shortlist: [service('101')] }),
    });
    flow.actions.change({ letterIntention: 'NEED_TO_ADD_LATER', reminderDays: '0' });
    return flow;
  }

  send(): Promise<WriteResult<Referral>> {
    if (this.onTheWay) this.broken.push('two at once');
    if (this.isUnknown) this.broken.push('again after unknown');
    if (this.ports.happened.at(-2) !== 'begin create-referral') this.broken.push('not journalled');
    this.onTheWay = pending();
    return this.onTheWay.promise;
  }

  async take(step: Step): Promise<void> {
    if (step === 'press') void this.flow.actions.create();
    if (step === 'press-20') for (let i = 0; i < 20; i += 1) void this.flow.actions.create();
    if (step === 'back') this.flow.actions.back();
    if (step === 'leave-and-return') {
      this.flow.dispose();
      this.flow = this.newFlow();
    }
    if (step === 'done') this.answer(done(referral()));
    if (step === 'refused') this.answer(notDone(problem('locked')));
    if (step === 'lost' && this.onTheWay) {
      this.isUnknown = true;
      this.answer(unknown(problem('no-answer')));
    }
    await settle();
    await settle();
  }

  answer(result: WriteResult<Referral>): void {
    const { onTheWay } = this;
    this.onTheWay = undefined;
    onTheWay?.answer(result);
  }
}

describe('creating a referral, whatever is pressed and answered', () => {
  it('is never sent twice while one is on its way or unknown (P1)', async () => {
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...STEPS), { maxLength: 14 }), async (steps) => {
        const desk = new Desk();
        for (const step of steps) {
          await desk.take(step);
          reached.add(desk.flow.state.phase.status);
        }
        expect(desk.broken).toEqual([]);
      }),
      { numRuns: 150, seed: 2026 },
    );
    expect([...reached].sort()).toEqual([
      'blocked',
      'created',
      'ready',
      'refused',
      'sending',
      'unknown',
    ]);
  });
});
