import type { SwitchName } from '../core/switches.ts';
import type { Ask, Asks } from './error-codes/ask.ts';

export type { Ask };

/** Requests that are answered otherwise when a switch is off, by switch and then by interaction. */
export type Probes = Readonly<Partial<Record<SwitchName, Asks>>>;
