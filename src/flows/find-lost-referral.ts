import { addMilliseconds, millisecondsOf, type Instant } from '../domain/instant.ts';
import { isLost } from '../domain/lost-referral.ts';
import type { Problem } from '../domain/problem.ts';
import type { Referral } from '../domain/referral.ts';
import type { Ubrn } from '../domain/ubrn.ts';
import type { FollowUpRow } from '../domain/worklist.ts';
import type { FlowPorts } from './flow-ports.ts';
import { createStore, update, type Flow, type Store } from './flow.ts';
import { settleIntent } from './journalled-write.ts';
import {
  candidatesOf,
  lostCreate,
  QUIET_MS,
  type LostCreate,
  type UnknownCreate,
} from './lost-candidates.ts';
import { localProblem, readProblem, readReferral } from './reading.ts';

// waiting ⇄ looking → found | several | none | not-looked; ask-person where e-RS has no list for us;
// found and gone end it

export type { UnknownCreate };

/** A referral that may be it, and when e-RS's list says that it was made. */
export interface LostCandidate extends Referral {
  created: Instant;
}

export type FindPhase =
  | { status: 'waiting'; nextLookAt: Instant }
  | { status: 'looking' }
  /** One that it must be, or that a person says it is. */
  | { status: 'found'; referral: Referral; at: Instant }
  /** It may be one of these, or none yet. A person says which. */
  | {
      status: 'several';
      referrals: readonly [LostCandidate, ...LostCandidate[]];
      nextLookAt?: Instant | undefined;
    }
  /** None when all was quiet. A person confirms before anything is sent again. */
  | { status: 'none'; at: Instant }
  /** The last look failed: it is not known whether there is one. */
  | { status: 'not-looked'; problem: Problem }
  /** A person looks in e-RS. */
  | { status: 'ask-person' }
  /** A person has confirmed that there is none. */
  | { status: 'gone' };

export interface FindLostState {
  intent: UnknownCreate;
  phase: FindPhase;
  /** Nothing comes of it after this: from then on a person may say that there is none. */
  noneFrom: Instant;
  /** What a person or the list says is being noted. */
  noting?: boolean | undefined;
  /** What the user said could not be noted: nothing has changed. */
  notNoted?: Problem | undefined;
  /** The referral that the user named is known to come of another create. */
  ofAnotherCreate?: Ubrn | undefined;
}

export interface FindLostActions {
  /** Starts looking, and goes on after `not-looked`. */
  look(): Promise<void>;
  /** "It is this one": of several, or as a person has found it in e-RS. */
  choose(ubrn: Ubrn): Promise<void>;
  /** Another page, or the proxy, knows that it is this one. */
  made(ubrn: Ubrn): Promise<void>;
  /** "I checked, there is none." Refused while something may still come of it. */
  confirmNone(): Promise<void>;
}

export type FindLostFlow = Flow<FindLostState, FindLostActions>;

/** When the worklist is read, counted from the end of the call. */
const LOOKS_AFTER_MS = [5_000, 30_000, QUIET_MS] as const;

interface Finder {
  ports: FlowPorts;
  store: Store<FindLostState>;
  lost: LostCreate;
  life: AbortController;
  looking?: Promise<void> | undefined;
}

export function createFindLost(ports: FlowPorts, intent: UnknownCreate): FindLostFlow {
  const lost = lostCreate(intent, ports.clock.now());
  const store = createStore<FindLostState>({
    intent,
    phase: { status: 'ask-person' },
    noneFrom: lost.quietAt,
  });
  const life = new AbortController();
  const finder: Finder = { ports, store, lost, life };
  return {
    get state() {
      return store.state;
    },
    subscribe: store.subscribe,
    actions: {
      look: () => look(finder),
      choose: (ubrn) => choose(finder, ubrn),
      made: (ubrn) => made(finder, ubrn),
      confirmNone: () => confirmNone(finder),
    },
    dispose() {
      life.abort();
      store.close();
    },
  };
}

/**
 * Once at a time. The proxy may have heard what this page has not; over a dialect without the list
 * it stays else with the person.
 */
function look(finder: Finder): Promise<void> {
  const { ports, store } = finder;
  void ports.earlier.ask();
  if (!ports.client.can('see-referrer-worklist') || hasEnded(store.state)) return Promise.resolve();
  finder.looking ??= lookUntilQuiet(finder).finally(() => (finder.looking = undefined));
  return finder.looking;
}

async function lookUntilQuiet(finder: Finder): Promise<void> {
  const { ports, store, lost, life } = finder;
  const due = LOOKS_AFTER_MS.map((after) => addMilliseconds(lost.endedAt, after));
  const now = ports.clock.now();
  // Of the looks whose time is past one is enough.
  const ahead = due.filter((at, index) => at > now || index === due.length - 1);
  for (const [index, at] of ahead.entries()) {
    if (!(await waited(finder, at))) return;
    show(finder, { status: 'looking' });
    const phase = await lookOnce(finder, ahead[index + 1]);
    if (life.signal.aborted || hasEnded(store.state)) return;
    update(store, phase.status === 'found' ? { noting: false, phase } : { phase });
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
  const { ports, store, lost, life } = finder;
  const { signal } = life;
  try {
    const rows = await ports.client.retrieveWorklist({ list: 'AWAITING_BOOKING' }, { signal });
    const candidates = candidatesOf(rows, lost, await madeElsewhere(ports));
    const { possible, sure } = await readEach(finder, candidates.rows);
    const isIt = candidates.inTime && possible.length === 1 && !store.state.noting;
    const found = isIt && sure && (await noted(finder, sure));
    if (found) return found;
    const [first, ...others] = possible;
    if (first) return { status: 'several', referrals: [first, ...others], nextLookAt };
    return nextLookAt
      ? { status: 'waiting', nextLookAt }
      : { status: 'none', at: ports.clock.now() };
  } catch (error) {
    const problem = readProblem(error, ports) ?? localProblem('context-changed', ports);
    return { status: 'not-looked', problem };
  }
}

/** Referrals that are known to come of other creates. */
async function madeElsewhere({ journal, patient }: FlowPorts): Promise<ReadonlySet<Ubrn>> {
  const made = await journal.created(patient.nhsNumber);
  return new Set(made.map(({ ubrn }) => ubrn));
}

interface Possible {
  possible: readonly LostCandidate[];
  sure?: LostCandidate | undefined;
}

/** The row alone does not tell which services were shortlisted. */
async function readEach(finder: Finder, rows: readonly FollowUpRow[]): Promise<Possible> {
  const { ports, lost, life } = finder;
  const possible: LostCandidate[] = [];
  let sure: LostCandidate | undefined;
  for (const { ubrn, created } of rows) {
    const read = await ports.client.retrieveReferral(ubrn, { signal: life.signal });
    const answer = isLost(read, lost);
    const referral = { ...read, created };
    if (answer !== 'no') possible.push(referral);
    if (answer === 'yes') sure = referral;
  }
  return { possible, sure };
}

/** Told to the proxy, then to the journal. `undefined` when it could not be noted. */
async function noted(finder: Finder, referral: Referral): Promise<FindPhase | undefined> {
  const { ports, store } = finder;
  const { ubrn } = referral;
  // Of two creates that were lost, the other one may have been found to be it meanwhile.
  const isTaken = (await madeElsewhere(ports)).has(ubrn);
  if (isTaken) update(store, { ofAnotherCreate: ubrn });
  if (isTaken || !(await tellProxy(finder, ubrn))) return undefined;
  await settleIntent(ports, store.state.intent.id, { state: 'done', ubrn });
  return { status: 'found', referral, at: ports.clock.now() };
}

/** Where the proxy knows better, the list that is asked for again says how. */
async function tellProxy(finder: Finder, ubrn: Ubrn | undefined): Promise<boolean> {
  const { ports, store } = finder;
  update(store, { noting: true });
  try {
    await ports.foundOut(store.state.intent.id, ubrn);
    return true;
  } catch (error) {
    update(store, { noting: false, notNoted: readProblem(error, ports) });
    void ports.earlier.ask();
    return false;
  }
}

async function choose(finder: Finder, ubrn: Ubrn): Promise<void> {
  const { ports, store, life } = finder;
  if (hasEnded(store.state) || store.state.noting) return;
  update(store, { noting: true, notNoted: undefined, ofAnotherCreate: undefined });
  const read = await readReferral(ports, ubrn, life.signal);
  if (!read || hasEnded(store.state)) return;
  if (!read.ok) {
    update(store, { noting: false, notNoted: read.problem });
    return;
  }
  const next = await noted(finder, read.value);
  update(store, { noting: false, ...(next && { phase: next }) });
}

async function made(finder: Finder, ubrn: Ubrn): Promise<void> {
  const { ports, store, life } = finder;
  if (hasEnded(store.state) || store.state.noting) return;
  update(store, { noting: true, notNoted: undefined });
  const read = await readReferral(ports, ubrn, life.signal);
  if (!read || hasEnded(store.state)) return;
  const at = ports.clock.now();
  if (read.ok)
    update(store, { noting: false, phase: { status: 'found', referral: read.value, at } });
  else update(store, { noting: false, notNoted: read.problem });
}

async function confirmNone(finder: Finder): Promise<void> {
  const { ports, store } = finder;
  const { phase, intent, noneFrom, noting } = store.state;
  const isAsked = /^(none|several|ask-person)$/.test(phase.status);
  if (!isAsked || noting || ports.clock.now() < noneFrom) return;
  update(store, { notNoted: undefined, ofAnotherCreate: undefined });
  if (!(await tellProxy(finder, undefined))) return;
  await settleIntent(ports, intent.id, { state: 'not-done', problem: intent.problem });
  update(store, { noting: false, phase: { status: 'gone' } });
}
