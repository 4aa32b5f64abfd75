import type { Core } from '../core/core.ts';
import { createCore } from '../core/core.ts';
import { createRandom } from '../core/random.ts';
import { findSlot } from '../core/slots.ts';
import type { SeedSize } from '../seed/sizes.ts';
import { seedSizes } from '../seed/sizes.ts';
import { fromPlainText, toPlainText } from './plain-text.ts';

const KIND = 'ers-simulator-snapshot';
/** Raise it when a member of the core's state changes its shape. */
const VERSION = 1;

/** What is the same for every run of a seed and a size; the rest of the core is kept as it is. */
const rebuilt = ['clock', 'random', 'directory', 'slots'] as const;
type Rebuilt = (typeof rebuilt)[number];
type State = Omit<Core, Rebuilt>;

/** What a run started from: together with it, the state is whole. */
export interface Origin {
  seed: number;
  size: SeedSize;
}

interface Snapshot extends Origin {
  kind: typeof KIND;
  version: number;
  /** Simulated time, ISO 8601. */
  now: string;
  /** Where the random numbers are. */
  random: number;
  /** People who may log in, with their roles, which a trainer may change. */
  smartcards: Core['directory']['smartcards'];
  /** Slots that are no longer free: id and status. */
  slots: [string, 'booked' | 'taken'][];
  state: State;
}

/** Says in a sentence why a file is not taken up. */
export class UnusableSnapshot extends Error {}

function stateOf(core: Core): State {
  const kept = Object.entries(core).filter(([name]) => !rebuilt.includes(name as Rebuilt));
  return Object.fromEntries(kept) as unknown as State;
}

function goneSlots(core: Core): Snapshot['slots'] {
  return [...core.slots.values()]
    .flat()
    .flatMap(({ id, status }): Snapshot['slots'] => (status === 'free' ? [] : [[id, status]]));
}

/** The whole state of a run, as text for a file. */
export function snapshotOf(core: Core, { seed, size }: Origin): string {
  const snapshot: Snapshot = {
    kind: KIND,
    version: VERSION,
    seed,
    size,
    now: core.clock.iso(),
    random: core.random.position(),
    smartcards: core.directory.smartcards,
    slots: goneSlots(core),
    state: stateOf(core),
  };
  return toPlainText(snapshot);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  return Object.prototype.toString.call(value);
}

/** Holds every member that the core has, each of the kind that a new core has there. */
function fits(state: unknown, fresh: State): boolean {
  if (!isRecord(state)) return false;
  const [given, wanted] = [Object.keys(state).sort(), Object.keys(fresh).sort()];
  return (
    given.join() === wanted.join() &&
    Object.entries(fresh).every(([name, value]) => kindOf(state[name]) === kindOf(value))
  );
}

function isWhole(value: Readonly<Record<string, unknown>>): boolean {
  const { seed, size, now, random, smartcards, slots, state } = value;
  return (
    typeof seed === 'number' &&
    seedSizes.some((known) => known === size) &&
    typeof now === 'string' &&
    !Number.isNaN(Date.parse(now)) &&
    typeof random === 'number' &&
    smartcards instanceof Map &&
    Array.isArray(slots) &&
    fits(state, stateOf(createCore({ clock: () => 0, seed: 1 })))
  );
}

function parsed(text: string): unknown {
  try {
    return fromPlainText(text);
  } catch {
    throw new UnusableSnapshot('it is damaged');
  }
}

/** Throws UnusableSnapshot for a text that no simulator of this version wrote. */
export function readSnapshot(text: string): Readonly<Snapshot> {
  const value = parsed(text);
  if (!isRecord(value) || value['kind'] !== KIND) {
    throw new UnusableSnapshot('it is not a snapshot of this simulator');
  }
  if (value['version'] !== VERSION) {
    throw new UnusableSnapshot(
      `it is of version ${String(value['version'])}, and this simulator reads version ${VERSION}`,
    );
  }
  if (!isWhole(value)) throw new UnusableSnapshot('it is damaged');
  return value as unknown as Snapshot;
}

/** Puts a core of the same size where the snapshot was taken; time runs on from there. */
export function restore(core: Core, snapshot: Readonly<Snapshot>): void {
  Object.assign(core, snapshot.state);
  core.directory = { ...core.directory, smartcards: snapshot.smartcards };
  core.clock.set(snapshot.now);
  core.random = createRandom(snapshot.random);
  core.slots = new Map();
  for (const [id, status] of snapshot.slots) {
    const slot = findSlot(core, id);
    if (slot) slot.status = status;
  }
}
