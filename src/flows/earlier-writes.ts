import type { Clock } from '../domain/instant.ts';
import { lostAnswer } from '../domain/lost-answer.ts';
import type { NhsNumber } from '../domain/nhs-number.ts';
import { ErsError, type Problem } from '../domain/problem.ts';
import type { Intent, JournalPort } from '../journal/ports.ts';
import { createStore, type Unsubscribe } from './flow.ts';

// asking → known | not-known; not-known is never shown as "nothing is unfinished".

export type EarlierWritesState =
  { status: 'asking' } | { status: 'known' } | { status: 'not-known'; problem: Problem };

/** What another page, or this one before it was loaded again, has sent for the patient. */
export interface EarlierWrites {
  readonly state: EarlierWritesState;
  subscribe(listener: () => void): Unsubscribe;
  /** Asks, and goes on asking while something is under way. Never rejects. */
  ask(): Promise<void>;
}

export interface EarlierWritesPorts {
  journal: JournalPort;
  clock: Clock;
  newId: () => string;
  patient: NhsNumber;
  /** What the proxy lists for the patient. Rejects with an `ErsError`. */
  listed: () => Promise<readonly Intent[]>;
  /** Ends with the patient's desk. */
  signal: AbortSignal;
}

const ASK_AGAIN_AFTER_MS = 10_000;
/** 4 minutes: longer than any call is under way (210 seconds). */
const TIMES_ASKED_AGAIN = 24;

export function createEarlierWrites(ports: EarlierWritesPorts): EarlierWrites {
  const store = createStore<EarlierWritesState>({ status: 'asking' });
  let watching = false;

  /** Whether something is still under way; undefined when nobody could say. */
  async function askOnce(change: (intent: Intent) => Intent = same): Promise<boolean | undefined> {
    const { journal, patient, listed, signal } = ports;
    try {
      const intents = (await listed()).map(change);
      if (signal.aborted) return false;
      await journal.adopt(patient, intents);
      store.set({ status: 'known' });
      return intents.some(({ state }) => state === 'sending');
    } catch (error) {
      if (!signal.aborted) store.set({ status: 'not-known', problem: problemOf(error, ports) });
      return undefined;
    }
  }

  async function watch(): Promise<void> {
    watching = true;
    let isUnderWay: boolean | undefined = true;
    for (let times = 1; isUnderWay !== false && times <= TIMES_ASKED_AGAIN; times += 1) {
      await ports.clock.wait(ASK_AGAIN_AFTER_MS, ports.signal).catch(() => undefined);
      if (ports.signal.aborted) return;
      isUnderWay = await askOnce(times === TIMES_ASKED_AGAIN ? givenUp : same);
    }
    watching = false;
  }

  return {
    get state() {
      return store.state;
    },
    subscribe: store.subscribe,
    async ask() {
      const isUnderWay = await askOnce();
      if (isUnderWay && !watching) void watch();
    },
  };
}

function same(intent: Intent): Intent {
  return intent;
}

/** No call takes so long: whatever the proxy says, nobody waits for an answer any more. */
function givenUp(intent: Intent): Intent {
  if (intent.state !== 'sending') return intent;
  const { id, correlationId = id } = intent;
  return { ...intent, state: 'unknown', problem: lostAnswer(correlationId) };
}

function problemOf(error: unknown, { newId }: EarlierWritesPorts): Problem {
  if (error instanceof ErsError) return error.problem;
  return { reason: 'answer-not-readable', source: 'shape', correlationId: newId(), retry: 'never' };
}
