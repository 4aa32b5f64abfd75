import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { Core } from '../core/core.ts';
import { createCore } from '../core/core.ts';
import { createRandom } from '../core/random.ts';
import { findSlot } from '../core/slots.ts';
import { defaultSwitches } from '../core/switches.ts';
import type { SeedSize } from '../seed/sizes.ts';
import { seedSizes } from '../seed/sizes.ts';

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

/** The first line of a file, as JSON; what follows it is the state. */
interface Head {
  kind: typeof KIND;
  version: number;
  sha256: string;
}

interface Snapshot extends Origin {
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

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * The whole state of a run, for a file. JSON would lose Map, Set and bytes, and that a letter is the
 * very file of the store; it would also take four times as long for a large state.
 */
export function snapshotOf(core: Core, { seed, size }: Origin): Uint8Array {
  const snapshot: Snapshot = {
    seed,
    size,
    now: core.clock.iso(),
    random: core.random.position(),
    smartcards: core.directory.smartcards,
    slots: goneSlots(core),
    state: stateOf(core),
  };
  const bytes = serialize(snapshot);
  const head: Head = { kind: KIND, version: VERSION, sha256: digest(bytes) };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), bytes]);
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

/** What a snapshot of ours holds; its digest has shown that nobody changed it. */
function isWhole(value: Readonly<Record<string, unknown>>): boolean {
  const fresh = createCore({ clock: () => 0, seed: 1 });
  return seedSizes.some((known) => known === value['size']) && fits(value['state'], stateOf(fresh));
}

function headOf(line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    if (isRecord(value) && value['kind'] === KIND) return value;
  } catch {
    // Not JSON: not ours either.
  }
  throw new UnusableSnapshot('it is not a snapshot of this simulator');
}

/** Throws UnusableSnapshot for a file that no simulator of this version wrote. */
export function readSnapshot(file: Buffer): Readonly<Snapshot> {
  const lineEnd = file.indexOf('\n');
  const head = headOf(file.subarray(0, Math.max(0, lineEnd)).toString());
  if (head['version'] !== VERSION) {
    throw new UnusableSnapshot(
      `it is of version ${String(head['version'])}, and this simulator reads version ${VERSION}`,
    );
  }
  const bytes = file.subarray(lineEnd + 1);
  if (head['sha256'] !== digest(bytes)) throw new UnusableSnapshot('it is damaged');
  const value: unknown = deserialize(bytes);
  if (isRecord(value) && isWhole(value)) return value as unknown as Snapshot;
  throw new UnusableSnapshot('its state is of another version of this simulator');
}

/** Puts a core of the same size where the snapshot was taken; time runs on from there. */
export function restore(core: Core, snapshot: Readonly<Snapshot>): void {
  Object.assign(core, snapshot.state);
  // A switch that is newer than the snapshot is as it is at first.
  core.switches = { ...defaultSwitches(), ...core.switches };
  core.directory = { ...core.directory, smartcards: snapshot.smartcards };
  core.clock.set(snapshot.now);
  core.random = createRandom(snapshot.random);
  core.slots = new Map();
  for (const [id, status] of snapshot.slots) {
    const slot = findSlot(core, id);
    if (slot) slot.status = status;
  }
}
