import { addMilliseconds, millisecondsOf, type Instant } from '../domain/instant.ts';
import { isLost, mayBeLost, type LostReferral } from '../domain/lost-referral.ts';
import type { Problem } from '../domain/problem.ts';
import type { Referral } from '../domain/referral.ts';
import type { Ubrn } from '../domain/ubrn.ts';
import type { Intent } from '../journal/ports.ts';
import type { FlowPorts } from './flow-ports.ts';
import { createStore, update, type Flow, type Store } from './flow.ts';
import { settleIntent } from './journalled-write.ts';
import { localProblem, readProblem, readReferral } from './reading.ts';

// waiting ⇄ looking → found | several | none | not-looked; ask-person where e-RS has no list for us;
// found and gone end it

/** A create whose end is not known. */
export type UnknownCreate = Extract<Intent, { state: 'unknown' }>;

export type FindPhase =
  | { status: 'waiting'; nextLookAt: Instant }
  | { status: 'looking' }
  /** One that it must be, or that a person says it is. */
  | { status: 'found'; referral: Referral; at: Instant }
  /** It may be one of these, or none yet. A person says which. */
  | {
      status: 'several';
      referrals: readonly [Referral, ...Referral[]];
      nextLookAt?: Instant | undefined;
    }
  /** None when all was quiet. A person confirms before anything is sent again. */
  | { status: 'none'; at: Instant }
  /** The last look failed: it is not known whether there is one. */
  | { status: 'not-looked'; problem: Problem }
  /** A person looks in e-RS, and may say that there is none from then on. */
  | { status: 'ask-person'; noneFrom: Instant }
  /** A person has confirmed that there is none. */
  | { status: 'gone' };

export interface FindLostState {
  intent: UnknownCreate;
  phase: FindPhase;
  /** What the user said could not be noted: nothing has changed. */
  notNoted?: Problem | undefined;
}

export interface FindLostActions {
  /** Starts looking, and goes on after `not-looked`. */
  look(): Promise<void>;
  /** "It is this one": of several, or as a person has found it in e-RS. */
  choose(ubrn: Ubrn): Promise<void>;
  /** "I checked, there is none." Refused while something may still come of it. */
  confirmNone(): Promise<void>;
}

export type FindLostFlow = Flow<FindLostState, FindLostActions>;

/** The proxy's call ends at the latest so long after it began, where its end is not known. */
const LONGEST_CALL_MS = 190_000;
/** No latest time of a create is documented. */
const QUIET_MS = 120_000;
/** When the worklist is read, counted from the end of the call. */
const LOOKS_AFTER_MS = [5_000, 30_000, QUIET_MS] as const;

interface Finder {
  ports: FlowPorts;
  store: Store<FindLostState>;
  lost: LostReferral;
  endedAt: Instant;
  life: AbortController;
  looking?: Promise<void> | undefined;
}

export function createFindLost(ports: FlowPorts, intent: UnknownCreate): FindLostFlow {
  const endedAt = intent.endedAt ?? addMilliseconds(intent.sentAt, LONGEST_CALL_MS);
  const quietAt = addMilliseconds(endedAt, QUIET_MS);
  const store = createStore<FindLostState>({
    intent,
    phase: { status: 'ask-person', noneFrom: quietAt },
  });
  const life = new AbortController();
  const finder: Finder = { ports, store, lost: { ...intent, quietAt }, endedAt, life };
  return {
    get state() {
      return store.state;
    },
    subscribe: store.subscribe,
    actions: {
      look: () => look(finder),
      choose: (ubrn) => choose(finder, ubrn),
      confirmNone: () => confirmNone(finder),
    },
    dispose() {
      life.abort();
      store.close();
    },
  };
}

/** Once at a time. Over a dialect without the list it stays with the person. */
function look(finder: Finder): Promise<void> {
  const { ports, store } = finder;
  if (!ports.client.can('see-referrer-worklist') || hasEnded(store.state)) return Promise.resolve();
  finder.looking ??= lookUntilQuiet(finder).finally(() => (finder.looking = undefined));
  return finder.looking;
}

async function lookUntilQuiet(finder: Finder): Promise<void> {
  const { ports, store, endedAt, life } = finder;
  const due = LOOKS_AFTER_MS.map((after) => addMilliseconds(endedAt, after));
  const now = ports.clock.now();
  // Of the looks whose time is past one is enough.
  const ahead = due.filter((at, index) => at > now || index === due.length - 1);
  for (const [index, at] of ahead.entries()) {
    if (!(await waited(finder, at))) return;
    show(finder, { status: 'looking' });
    const phase = await lookOnce(finder, ahead[index + 1]);
    if (life.signal.aborted || hasEnded(store.state)) return;
    update(store, { phase });
  }
}

async function waited(finder: Finder, at: Instant): Promise<boolean> {
  const { ports, store, life } = finder;
  if (hasEnded(store.state)) return false;
  const left = millisecondsOf(at) - millisecondsOf(ports.clock.now());
  if (left <= 0) return true;
  show(finder, { status: 'waiting', nextLookAt: at });
  const turn = ports.clock.wait(left, life.signal);
  return turn.then(
    () => !hasEnded(store.state),
    () => false,
  );
}

/** What there is to choose from stays on the screen. */
function show({ store }: Finder, phase: FindPhase): void {
  if (store.state.phase.status !== 'several') update(store, { phase });
}

function hasEnded({ phase }: FindLostState): boolean {
  return phase.status === 'found' || phase.status === 'gone';
}

/** `nextLookAt` when there is another look to come. */
async function lookOnce(finder: Finder, nextLookAt: Instant | undefined): Promise<FindPhase> {
  const { ports, lost, life } = finder;
  const { signal } = life;
  try {
    const rows = await ports.client.retrieveWorklist({ list: 'AWAITING_BOOKING' }, { signal });
    const made = await ports.journal.created(ports.patient.nhsNumber);
    const known = new Set(made.map(({ ubrn }) => ubrn));
    const candidates = mayBeLost(rows, lost, known).map(({ ubrn }) => ubrn);
    return await phaseOf(finder, { candidates, nextLookAt });
  } catch (error) {
    const problem = readProblem(error, ports) ?? localProblem('context-changed', ports);
    return { status: 'not-looked', problem };
  }
}

async function phaseOf(
  finder: Finder,
  { candidates, nextLookAt }: { candidates: readonly Ubrn[]; nextLookAt: Instant | undefined },
): Promise<FindPhase> {
  const { ports, lost, life } = finder;
  const possible: Referral[] = [];
  let sure: Referral | undefined;
  for (const ubrn of candidates) {
    const referral = await ports.client.retrieveReferral(ubrn, { signal: life.signal });
    const answer = isLost(referral, lost);
    if (answer !== 'no') possible.push(referral);
    if (answer === 'yes') sure = referral;
  }
  const found = possible.length === 1 && sure && (await noted(finder, sure));
  if (found) return found;
  const [first, ...others] = possible;
  if (first) return { status: 'several', referrals: [first, ...others], nextLookAt };
  return nextLookAt ? { status: 'waiting', nextLookAt } : { status: 'none', at: ports.clock.now() };
}

/** Told to the proxy, then to the journal. `undefined` when it could not be noted. */
async function noted(finder: Finder, referral: Referral): Promise<FindPhase | undefined> {
  const { ports, store } = finder;
  const { intent } = store.state;
  if (!(await tellProxy(finder, referral.ubrn))) return undefined;
  await settleIntent(ports, intent.id, { state: 'done', ubrn: referral.ubrn });
  return { status: 'found', referral, at: ports.clock.now() };
}

/** A proxy that has forgotten the write, as after a restart, has nothing to note. */
async function tellProxy(finder: Finder, ubrn: Ubrn | undefined): Promise<boolean> {
  const { ports, store } = finder;
  try {
    await ports.foundOut(store.state.intent.id, ubrn);
  } catch (error) {
    const problem = readProblem(error, ports);
    if (problem?.reason !== 'not-found') {
      update(store, { notNoted: problem });
      return false;
    }
  }
  update(store, { notNoted: undefined });
  return true;
}

async function choose(finder: Finder, ubrn: Ubrn): Promise<void> {
  const { ports, store, life } = finder;
  if (hasEnded(store.state)) return;
  const read = await readReferral(ports, ubrn, life.signal);
  if (!read || hasEnded(store.state)) return;
  if (!read.ok) {
    update(store, { notNoted: read.problem });
    return;
  }
  const next = await noted(finder, read.value);
  if (next) update(store, { phase: next });
}

async function confirmNone(finder: Finder): Promise<void> {
  const { ports, store, lost } = finder;
  const { phase, intent } = store.state;
  if (!/^(none|several|ask-person)$/.test(phase.status) || ports.clock.now() < lost.quietAt) return;
  if (!(await tellProxy(finder, undefined))) return;
  await settleIntent(ports, intent.id, { state: 'not-done', problem: intent.problem });
  update(store, { phase: { status: 'gone' } });
}
