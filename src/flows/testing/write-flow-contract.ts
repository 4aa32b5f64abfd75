import { describe, expect, it } from 'vitest';
import type { WriteResult } from '../../domain/problem.ts';
import type { ErsClient } from '../../ers/client.ts';
import {
  done,
  fakePorts,
  notDone,
  pending,
  settle,
  timesAsked,
  unknown,
  type FakePorts,
} from './fake-ports.ts';
import { OTHER_PATIENT, problem } from './fake-records.ts';

/** A flow that writes, one press away from sending. */
export interface WriteScene {
  ports: FakePorts;
  /** The client's verb that it sends with. */
  verb: keyof ErsClient;
  /** What e-RS answers when it has done it. */
  good: unknown;
  /** What the user presses. */
  send(): Promise<void>;
  /** What the user has typed and chosen, for comparing. */
  typed(): unknown;
  status(): string;
  /** The status in which the screen says that it is done. */
  doneStatus: string;
  dispose(): void;
}

/** Starts a scene on these ports. The referral is in e-RS as the scene says, unless told otherwise. */
export type StartScene = (ports: FakePorts) => Promise<WriteScene>;

const REFUSALS = [
  [409, 'referral-changed', 'F5'],
  [412, 'precondition-failed', 'F6'],
  [423, 'locked', 'F7'],
  [401, 'session-ended', 'F17'],
  [422, 'field-wrong', 'F9'],
  [422, 'patient-error', 'F10'],
] as const;

/** Longer than any reading after a write is waited for (120 s). */
const LONG_MS = 10 * 60_000;

function scripted(scene: WriteScene, answer: () => Promise<WriteResult<unknown>>): void {
  Object.assign(scene.ports.answers, { [scene.verb]: answer });
}

async function passes({ ports }: WriteScene, milliseconds: number): Promise<void> {
  await ports.clock.advance(milliseconds);
  for (let times = 0; times < 6; times += 1) await settle();
}

/** Presses, and lets happen what comes of it. */
async function sent(start: StartScene, answer: () => Promise<WriteResult<unknown>>) {
  const scene = await start(fakePorts());
  const typed = scene.typed();
  scripted(scene, answer);
  void scene.send();
  await passes(scene, 0);
  return { scene, typed };
}

/**
 * What every flow that writes keeps to, now and later. `start` is called with fresh ports for each
 * test.
 */
export function writeFlowContract(name: string, start: StartScene): void {
  describe(`${name} keeps to what every write does`, () => {
    sendsOnce(start);
    keepsWhatWasRefused(start);
    staysUnknown(start);
    knowsWhatNeverLeft(start);
    needsTheJournal(start);
    endsWithoutItsScreen(start);
  });
}

function sendsOnce(start: StartScene): void {
  it('F30, P1: one press or twenty, one request; noted before it leaves and settled after', async () => {
    const scene = await start(fakePorts());
    scene.ports.happened.length = 0;
    const answer = pending<WriteResult<unknown>>();
    scripted(scene, () => answer.promise);
    for (let presses = 0; presses < 20; presses += 1) void scene.send();
    await passes(scene, 0);
    expect(scene.status()).not.toBe(scene.doneStatus);
    answer.answer(done(scene.good));
    await passes(scene, 0);
    const { happened } = scene.ports;
    const ofWrite = happened.filter((each) => /^(begin|settle) /.test(each) || each === scene.verb);
    expect(ofWrite).toEqual([expect.stringMatching(/^begin /), scene.verb, 'settle done']);
    expect(scene.status()).toBe(scene.doneStatus);
  });
}

function keepsWhatWasRefused(start: StartScene): void {
  it.each(REFUSALS)(
    'P7, P8: refused with %i %s (%s), nothing typed is lost and nothing is sent again by itself',
    async (httpStatus, reason) => {
      const { scene, typed } = await sent(start, async () =>
        notDone(problem(reason, { httpStatus })),
      );
      await passes(scene, LONG_MS);
      expect(scene.typed()).toEqual(typed);
      expect(scene.status()).not.toBe(scene.doneStatus);
      expect(timesAsked(scene.ports, scene.verb)).toBe(1);
      expect(await scene.ports.intents()).toEqual([]);
    },
  );
}

function staysUnknown(start: StartScene): void {
  it.each([500, 502, 503, 504])(
    'F12, P2: after %i and no reading that shows it, it is neither done nor sent again',
    async (httpStatus) => {
      const { scene, typed } = await sent(start, async () =>
        unknown(problem('ers-failed', { httpStatus })),
      );
      await passes(scene, LONG_MS);
      expect(scene.status()).not.toBe(scene.doneStatus);
      expect(scene.typed()).toEqual(typed);
      expect(timesAsked(scene.ports, scene.verb)).toBe(1);
    },
  );
}

function knowsWhatNeverLeft(start: StartScene): void {
  it('F1: what provably never left is not done, and may be sent again by the user', async () => {
    const { scene } = await sent(start, async () => notDone(problem('no-answer')));
    scripted(scene, async () => done(scene.good));
    expect(scene.status()).not.toBe(scene.doneStatus);
    expect(await scene.ports.intents()).toEqual([]);
  });
}

function needsTheJournal(start: StartScene): void {
  it('a journal that cannot note it lets nothing leave', async () => {
    const scene = await start(fakePorts());
    scene.ports.journal.begin = () => Promise.reject(new Error('full'));
    await scene.send();
    await passes(scene, 0);
    expect(timesAsked(scene.ports, scene.verb)).toBe(0);
    expect(scene.status()).not.toBe(scene.doneStatus);
  });
}

function endsWithoutItsScreen(start: StartScene): void {
  it('F22, P5: left while it is sent, it ends in the journal of its own patient and on no screen', async () => {
    const scene = await start(fakePorts());
    const answer = pending<WriteResult<unknown>>();
    scripted(scene, () => answer.promise);
    void scene.send();
    await passes(scene, 0);
    const before = scene.status();
    scene.dispose();
    answer.answer(done(scene.good));
    await passes(scene, 0);
    expect(scene.status()).toBe(before);
    expect(await scene.ports.intents()).toEqual([]);
    expect(await scene.ports.journal.unresolved(OTHER_PATIENT)).toEqual([]);
    expect(await scene.ports.journal.unseen(scene.ports.patient.nhsNumber)).toHaveLength(1);
  });
}
