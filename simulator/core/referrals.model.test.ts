import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Desks } from '../test/desks.ts';
import { dialects, holdings, listed, openDesks, triageBody, versionOf } from '../test/desks.ts';
import { create, createBody } from '../test/hscn-caller.ts';
import { attemptMove, isOffered } from '../test/model-moves.ts';
import type { Expected, Move } from '../test/referral-model.ts';
import { lists, moves } from '../test/referral-model.ts';
import type { Appointment, Dialect } from './model.ts';

/** Referrals in progress at a time; those at their end stay and may be tried. */
const MOST_IN_PROGRESS = 3;

interface Run {
  desks: Desks;
  expected: Expected[];
  done: Map<string, number>;
}

const fresh: Omit<Expected, 'ubrn' | 'state' | 'shortlist' | 'booking' | 'pending'> = {
  letters: 0,
  cancelledByProvider: false,
  acknowledged: false,
  wasted: 0,
};

function count({ done }: Pick<Run, 'done'>, name: string): void {
  done.set(name, (done.get(name) ?? 0) + 1);
}

function isInProgress({ state }: Expected): boolean {
  return state !== 'CANCELLED_REFERRAL' && state !== 'DID_NOT_ATTEND';
}

function isAllowed({ from, when }: Move, expected: Expected): boolean {
  return from.includes(expected.state) && (when?.(expected) ?? true);
}

/** The new referral, unless there are enough. */
async function refer(run: Run, shortlist: Expected['shortlist']): Promise<Expected | undefined> {
  const { referrer } = run.desks;
  if (run.expected.filter(isInProgress).length >= MOST_IN_PROGRESS) return undefined;
  const clinic = shortlist === 'clinic';
  const path = '/ReferralRequest/$ers.createReferralAndSendForTriage';
  const { status, body } = clinic
    ? await create(referrer, createBody(['70002']))
    : await referrer.call(path, { body: triageBody() });
  expect(status).toBe(201);
  const expected: Expected = {
    ...fresh,
    ubrn: body.id,
    shortlist,
    state: clinic ? 'NOT_BOOKED' : 'AWAITING_TRIAGE',
    booking: clinic ? 'none' : 'proposed',
    pending: !clinic,
  };
  run.expected.push(expected);
  count(run, clinic ? 'create' : 'create-for-triage');
  return expected;
}

/** Only what names a version can be late; A034 needs an appointment to name one of. */
function isStale({ name, side }: Move, { booking }: Expected, wanted: boolean): boolean {
  if (!wanted || side === 'elsewhere') return false;
  return name !== 'cancel-appointment' || booking !== 'none';
}

async function attempt(
  run: Run,
  expected: Expected,
  { move, late }: { move: Move; late: boolean },
) {
  const { desks } = run;
  const before = {
    version: versionOf(desks.referrer, expected.ubrn),
    all: holdings(desks.simulator),
  };
  const stale = isStale(move, expected, late);
  const version = before.version + (stale ? 7 : 0);
  const { status, code } = await attemptMove(move.name, { desks, expected, version });
  const allowed = isAllowed(move, expected);
  const context = `${move.name} on ${expected.state}, ${status} ${code}`;
  if (allowed && !stale) {
    expect(status, context).toBeLessThan(300);
    expect(versionOf(desks.referrer, expected.ubrn), context).toBeGreaterThan(before.version);
    Object.assign(expected, move.then(expected));
    count(run, move.name);
    return;
  }
  if (stale) expect(status, context).toBe(409);
  else expect(status, context).toBeGreaterThanOrEqual(400);
  expect(holdings(desks.simulator), context).toBe(before.all);
  count(run, stale ? 'stale' : 'refused');
}

function isLive(appointment: Appointment | undefined): appointment is Appointment {
  return appointment?.slotId !== undefined;
}

/** One current appointment each, and no slot booked that nobody has. */
function checkAppointments({ desks, expected }: Run): void {
  const { core } = desks.simulator;
  const current = [...core.referrals.values()].map(({ appointment }) => appointment).filter(isLive);
  const slots = new Set(current.map(({ slotId }) => slotId));
  const wasted = expected.reduce((sum, one) => sum + one.wasted, 0);
  const booked = [...core.slots.values()].flat().filter(({ status }) => status === 'booked');
  expect(slots.size).toBe(current.length);
  expect(booked).toHaveLength(current.length + wasted);
  expect(current.length).toBe(expected.filter(({ booking }) => booking === 'slot').length);
}

async function checkAll(run: Run): Promise<void> {
  const { desks, expected } = run;
  for (const { ubrn, state } of expected) {
    expect(desks.simulator.core.referrals.get(ubrn)?.state).toBe(state);
  }
  checkAppointments(run);
  for (const [name, { side, has }] of Object.entries(lists)) {
    // Over HSCN a referrer has no list.
    if (side !== 'provider' && desks.referrer.dialect === 'hscn') continue;
    const caller = side === 'provider' ? desks.provider : desks.referrer;
    const due = expected.filter((one) => has(one)).map(({ ubrn }) => ubrn);
    expect(await listed(caller, name), name).toEqual(due);
  }
}

/** Mostly what may be done now, since what may be done at random soon ends every referral. */
interface Step {
  pick: number;
  which: number;
  refer: 'clinic' | 'triage' | undefined;
  any: boolean;
  late: boolean;
}

const oneIn = (many: number): fc.Arbitrary<boolean> =>
  fc.integer({ min: 1, max: many }).map((one) => one === many);

const step: fc.Arbitrary<Step> = fc.record({
  pick: fc.nat(),
  which: fc.nat(),
  refer: fc.constantFrom('clinic', 'triage', undefined, undefined, undefined, undefined),
  any: oneIn(4),
  late: oneIn(10),
});

const letter = moves.find(({ name }) => name === 'letter');

async function take(run: Run, { pick, which, refer: wanted, any, late }: Step): Promise<void> {
  if (wanted) {
    const created = await refer(run, wanted);
    if (created && !any && letter) await attempt(run, created, { move: letter, late });
    return;
  }
  const candidates = any ? run.expected : run.expected.filter(isInProgress);
  const expected = candidates[which % candidates.length];
  if (!expected) return;
  const offered = moves.filter(({ name }) => isOffered(name, run.desks.referrer.dialect));
  const possible = any ? offered : offered.filter((one) => isAllowed(one, expected));
  const move = possible[pick % possible.length];
  if (move) await attempt(run, expected, { move, late });
}

async function play(
  steps: readonly Step[],
  { dialect, done }: { dialect: Dialect; done: Run['done'] },
): Promise<void> {
  const run: Run = { desks: await openDesks(dialect), expected: [], done };
  for (const one of steps) await take(run, one);
  await checkAll(run);
}

const numRuns: Readonly<Record<Dialect, number>> = { hscn: 60, 'api-platform': 120 };

it.each(dialects)(
  'whatever referrers, providers, patients and offices do, states, versions, slots and lists agree, %s',
  async (dialect) => {
    const done: Run['done'] = new Map();
    const steps = fc.array(step, { minLength: 20, maxLength: 60, size: 'max' });
    const property = fc.asyncProperty(steps, (some) => play(some, { dialect, done }));
    await fc.assert(property, { seed: 20_261_016, numRuns: numRuns[dialect] });
    const names = moves.map(({ name }) => name).filter((name) => isOffered(name, dialect));
    const rare = [...names, 'create', 'create-for-triage', 'stale', 'refused']
      .map((name) => [name, done.get(name) ?? 0] as const)
      .filter(([, times]) => times < 5);
    expect(rare).toEqual([]);
  },
  120_000,
);
