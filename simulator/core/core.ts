import type { SeedSize } from '../seed/sizes.ts';
import type { SimulatedClock } from './clock.ts';
import { createSimulatedClock } from './clock.ts';
import type { Directory } from './directory.ts';
import { createDirectory } from './directory.ts';
import type { AdviceRequest } from './advice.ts';
import type { Referral, Session, Slot, StoredFile } from './model.ts';
import type { Pas } from './pas.ts';
import type { Random } from './random.ts';
import { createRandom } from './random.ts';
import type { Scanning } from './scan.ts';
import type { Switches } from './switches.ts';
import { defaultSwitches } from './switches.ts';

export interface CoreOptions {
  /** Milliseconds since 1970; simulated time starts here and runs with it. */
  clock: () => number;
  seed: number;
  /** How much the directory holds; small unless told. */
  size?: SeedSize;
}

/** Everything the simulated e-RS knows. */
export interface Core {
  clock: SimulatedClock;
  random: Random;
  switches: Switches;
  directory: Directory;
  sessions: Map<string, Session>;
  referrals: Map<string, Referral>;
  advice: Map<string, AdviceRequest>;
  files: Map<string, StoredFile>;
  slots: Map<string, Slot[]>;
  /** Slots are published from the day the simulator started. */
  slotsFrom: number;
  suspendedServices: Set<string>;
  /** Access tokens of the platform that are no longer valid. */
  endedTokens: Set<string>;
  /** Addresses that A042 handed out: the file, and until when, in milliseconds since 1970. */
  downloads: Map<string, { binary: string; until: number }>;
  /** Patients whose record became sensitive meanwhile. */
  sensitivePatients: Set<string>;
  /** Changes to who is in which workgroup, by `<user>/<service>`. */
  workgroups: Map<string, boolean>;
  scanning: Scanning;
  pas: Pas;
  nextUbrn: number;
  nextFile: number;
  nextAppointment: number;
  nextMessage: number;
}

export function createCore(options: CoreOptions): Core {
  return {
    clock: createSimulatedClock(options.clock),
    random: createRandom(options.seed),
    switches: defaultSwitches(),
    directory: createDirectory(options.size),
    sessions: new Map(),
    referrals: new Map(),
    advice: new Map(),
    files: new Map(),
    slots: new Map(),
    slotsFrom: options.clock(),
    suspendedServices: new Set(),
    endedTokens: new Set(),
    downloads: new Map(),
    sensitivePatients: new Set(),
    workgroups: new Map(),
    scanning: { minutes: 0, result: 'AVAILABLE' },
    pas: { next: 'confirms' },
    nextUbrn: 49_283_317,
    nextFile: 95_217,
    nextAppointment: 70_000,
    nextMessage: 70_000,
  };
}
