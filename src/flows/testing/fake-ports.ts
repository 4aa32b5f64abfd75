import type { Action } from '../../domain/action.ts';
import { addMilliseconds, type Clock, type Instant } from '../../domain/instant.ts';
import { ErsError, type Problem, type WriteResult } from '../../domain/problem.ts';
import type { Referral } from '../../domain/referral.ts';
import type { Draft, DraftPort, Intent, JournalPort } from '../../journal/ports.ts';
import { CLINICIAN, NOW, PATIENT, referral, version } from './fake-records.ts';
import { createPageJournal } from '../../journal/page-journal.ts';
import type { ErsClient } from '../../ers/client.ts';
import type { EarlierWritesState } from '../earlier-writes.ts';
import type { FlowPorts } from '../flow-ports.ts';

/** A clock that goes on only when told. */
export interface FakeClock extends Clock {
  /** Goes on step by step, and lets everything happen that was waited for. */
  advance(milliseconds: number): Promise<void>;
}

/** Lets everything happen that needs no time. */
export function settle(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

export function fakeClock(start: Instant = NOW): FakeClock {
  let now = start;
  let waiting: { due: Instant; wake: () => void }[] = [];
  const next = (): Instant | undefined => waiting.map(({ due }) => due).sort()[0];
  return {
    now: () => now,
    wait: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        const giveUp = (): void => {
          reject(new DOMException('Given up', 'AbortError'));
        };
        const wake = (): void => {
          signal?.removeEventListener('abort', giveUp);
          resolve();
        };
        if (signal?.aborted) giveUp();
        signal?.addEventListener('abort', giveUp);
        waiting.push({ due: addMilliseconds(now, milliseconds), wake });
      }),
    async advance(milliseconds) {
      const end = addMilliseconds(now, milliseconds);
      for (let due = next(); due !== undefined && due <= end; due = next()) {
        now = due;
        const ready = waiting.filter((each) => each.due === due);
        waiting = waiting.filter((each) => each.due !== due);
        for (const { wake } of ready) wake();
        await settle();
      }
      now = end;
      await settle();
    },
  };
}

/** An answer that comes when told. */
export interface Pending<T> {
  promise: Promise<T>;
  answer(value: T): void;
  fail(error: unknown): void;
}

export function pending<T>(): Pending<T> {
  let answer: (value: T) => void = () => undefined;
  let fail: (error: unknown) => void = () => undefined;
  const promise = new Promise<T>((resolve, reject) => {
    answer = resolve;
    fail = reject;
  });
  return { promise, answer, fail };
}

export function failing(problem: Problem): () => Promise<never> {
  return () => Promise.reject(new ErsError(problem));
}

export function done<T>(value: T): WriteResult<T> {
  return { outcome: 'done', value };
}

export function notDone(problem: Problem): { outcome: 'not-done'; problem: Problem } {
  return { outcome: 'not-done', problem };
}

export function unknown(problem: Problem): { outcome: 'unknown'; problem: Problem } {
  return { outcome: 'unknown', problem };
}

/** One client whose answers a test may replace, one by one. */
export type Answers = Partial<ErsClient>;

export interface FakePorts extends FlowPorts {
  client: ErsClient;
  clock: FakeClock;
  answers: Answers;
  /** In order: what the journal was told and what the client was asked. */
  happened: string[];
  intents(): Promise<readonly Intent[]>;
}

/** Answers that let a referral go well. */
function goodAnswers(): Answers {
  return {
    retrieveSpecialties: async () => [],
    retrieveClinicTypes: async () => [],
    retrievePriorities: async () => [],
    retrieveReferral: async () => referral(),
    searchServices: async () => [],
    retrieveSlots: async () => ({ slots: [], total: 0 }),
    retrievePatientLetter: async () => ({ name: 'letter.pdf', bytes: new Blob(['%PDF']) }),
    createReferral: async () => done(referral()),
    uploadFile: async (_ubrn, file) => done({ url: `Binary/${file.name}` }),
    maintainReferralLetters: async (set) => done(linked(set.letters.map(({ url }) => url))),
  };
}

/** A referral with these letters, a few versions on. */
export function linked(urls: readonly string[], facts: Partial<Referral> = {}): Referral {
  const letters = urls.map((url) => ({
    url,
    name: `${url}.pdf`,
    kind: 'REFERRER',
    availability: 'AVAILABLE' as const,
  }));
  return referral({ version: version(6), letters, ...facts });
}

export function fakePorts(overrides: Partial<Omit<FlowPorts, 'client'>> = {}): FakePorts {
  const answers = goodAnswers();
  const happened: string[] = [];
  const journal = fakeJournal(happened);
  let ids = 0;
  return {
    client: fakeClient(answers, happened),
    journal,
    earlier: earlierWrites(),
    foundOut: async (_intentId, ubrn) => void happened.push(`found ${ubrn ?? 'none'}`),
    drafts: fakeDrafts(),
    newId: () => `id-${++ids}`,
    contextId: 'context-1',
    patient: PATIENT,
    user: { sdsUserId: '021600556514', name: 'FENWICK, Ruth (Dr)' },
    role: CLINICIAN,
    lookUps: {},
    ...overrides,
    clock: fakeClock(),
    answers,
    happened,
    intents: () => (overrides.journal ?? journal).unresolved(PATIENT.nhsNumber),
  };
}

/** Takes its time to begin, and says what it was told. */
function fakeJournal(happened: string[]): JournalPort {
  const journal = createPageJournal();
  return {
    ...journal,
    async begin(intent) {
      await settle();
      await journal.begin(intent);
      happened.push(`begin ${intent.action}`);
    },
    async settle(id, outcome, unseen) {
      await journal.settle(id, outcome, unseen);
      happened.push(`settle ${outcome.state}`);
    },
  };
}

/** What is known of another page; at first that it has sent nothing. */
export function earlierWrites(first: EarlierWritesState = { status: 'known' }) {
  const listeners = new Set<() => void>();
  let state = first;
  let asked = 0;
  return {
    get state() {
      return state;
    },
    get asked() {
      return asked;
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async ask() {
      asked += 1;
    },
    become(next: EarlierWritesState) {
      state = next;
      for (const listener of [...listeners]) listener();
    },
  };
}

function fakeDrafts(): DraftPort {
  const drafts = new Map<string, Draft>();
  return {
    load: async (key) => drafts.get(JSON.stringify(key)),
    save: async (key, draft) => void drafts.set(JSON.stringify(key), draft),
    discard: async (key) => void drafts.delete(JSON.stringify(key)),
  };
}

const UNSCRIPTED = (): never => {
  throw new Error('The test gave no answer to this');
};

/** Asks `answers` at each call, so that a test can change its mind half-way. */
function fakeClient(answers: Answers, happened: string[]): ErsClient {
  const told = {
    dialect: 'hscn',
    fileLimits: { maxSize: 5_242_880, maxNameLength: 255, types: { 'application/pdf': ['pdf'] } },
    can: () => true,
    letterIntentionFollowsServices: false,
  };
  return new Proxy(told as unknown as ErsClient, {
    get(target, verb: keyof ErsClient) {
      if (verb in target) return target[verb];
      return (...asked: never[]) => {
        happened.push(verb);
        const answer = (answers[verb] ?? UNSCRIPTED) as (...asked: never[]) => unknown;
        return answer(...asked);
      };
    },
  });
}

/** A dialect in which triage goes alone, as the referral is created. */
export function withTriageAlone(ports: FakePorts): FakePorts {
  const beyond: readonly Action[] = ['shortlist-triage-services', 'send-referral-for-triage'];
  Object.assign(ports.client, { can: (action: Action) => !beyond.includes(action) });
  return ports;
}

/** How often the client was asked for this. */
export function timesAsked({ happened }: FakePorts, verb: keyof ErsClient): number {
  return happened.filter((each) => each === verb).length;
}
