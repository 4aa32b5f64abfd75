import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Core } from '../core/core.ts';
import type { Origin } from './core-state.ts';
import { readSnapshot, restore, snapshotOf, UnusableSnapshot } from './core-state.ts';

/** What the flags say of the run; open where they say nothing. */
type Wanted = Partial<Origin>;

function refuseOther(origin: Origin, wanted: Wanted): void {
  for (const name of ['seed', 'size'] as const) {
    if (wanted[name] === undefined || wanted[name] === origin[name]) continue;
    throw new UnusableSnapshot(
      `it was begun with --${name} ${origin[name]}, and --${name} ${wanted[name]} is asked for`,
    );
  }
}

export interface Found extends Origin {
  /** Takes the state up; the core is one of the same seed and size. */
  restoreTo(core: Core): void;
}

/** What is in the file, or undefined where there is none. Throws UnusableSnapshot. */
export function findSnapshot(file: string, wanted: Wanted): Found | undefined {
  if (!existsSync(file)) return undefined;
  const snapshot = readSnapshot(readFileSync(file));
  refuseOther(snapshot, wanted);
  return { ...snapshot, restoreTo: (core) => restore(core, snapshot) };
}

export interface SnapshotKeeper {
  /** Something may have changed: the file follows once it has been quiet for a moment. */
  changed(): void;
  /** Writes now what is not in the file yet. */
  flush(): void;
}

const QUIET_MS = 300;
/** Under steady traffic the file is at most this much behind. */
const LONGEST_WAIT_MS = 5_000;

function writeWhole(file: string, content: Uint8Array): void {
  const aside = `${file}.${process.pid}.part`;
  writeFileSync(aside, content);
  renameSync(aside, file);
}

/**
 * Keeps the file as the core is; a reader never sees half of it. Writes once at the start, and
 * throws where the file cannot be written; what goes wrong later is told on standard error.
 */
export function keepSnapshot(file: string, core: Core, origin: Origin): SnapshotKeeper {
  let waiting: NodeJS.Timeout | undefined;
  let since = 0;
  const write = (): void => writeWhole(file, snapshotOf(core, origin));
  const flush = (): void => {
    if (!waiting) return;
    clearTimeout(waiting);
    waiting = undefined;
    try {
      write();
    } catch (error) {
      console.error(`The snapshot ${file} was not written: ${String(error)}`);
    }
  };
  const changed = (): void => {
    const now = Date.now();
    if (waiting) clearTimeout(waiting);
    else since = now;
    const wait = Math.max(0, Math.min(QUIET_MS, since + LONGEST_WAIT_MS - now));
    waiting = setTimeout(flush, wait);
  };
  write();
  return { changed, flush };
}
