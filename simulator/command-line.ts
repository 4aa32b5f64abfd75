import { parseArgs } from 'node:util';
import type { SeedSize } from './seed/sizes.ts';
import { seedSizes } from './seed/sizes.ts';

const dialectChoices = ['hscn', 'api-platform', 'both'] as const;
export type DialectChoice = (typeof dialectChoices)[number];

export interface RunOptions {
  /** 0 for any free one. */
  port: number;
  dialect: DialectChoice;
  /** Undefined where the flag was not given: a snapshot then has its own. */
  seed?: number;
  size?: SeedSize;
  /** Milliseconds since 1970. */
  clock?: number;
  snapshot?: string;
}

/** What the flags ask for; a mistake is one sentence for the person at the keyboard. */
export type CommandLine =
  { kind: 'run'; options: RunOptions } | { kind: 'help' } | { kind: 'mistake'; sentence: string };

export const helpText = `Simulated NHS e-Referral Service, for development, tests and training. Not an NHS product.

  npm run simulator -- [flags]

  --port N          port to listen on (4182); 0 takes a free one
  --dialect WORD    hscn, api-platform or both (both)
  --seed N          whole number; the same seed gives the same run (1)
  --size WORD       small, practice or trust: how much there is at the start (small)
  --clock INSTANT   simulated time at the start, ISO 8601 (2026-10-16T09:30:00Z)
  --snapshot FILE   takes up the state in the file if it is there, and keeps the state in it
  --help            this text
`;

class Mistake extends Error {}

function wholeNumber(flag: string, text: string, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= most) return value;
  throw new Mistake(`--${flag} is a whole number from 0 to ${most}, not "${text}".`);
}

function oneOf<Word extends string>(flag: string, text: string, words: readonly Word[]): Word {
  const word = words.find((known) => known === text);
  if (word) return word;
  throw new Mistake(`--${flag} is one of ${words.join(', ')}, not "${text}".`);
}

function instant(text: string): number {
  const value = Date.parse(text);
  if (/^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(value)) return value;
  throw new Mistake(`--clock is an instant such as 2026-10-16T09:30:00Z, not "${text}".`);
}

function fileName(text: string): string {
  if (text) return text;
  throw new Mistake('--snapshot is the name of a file.');
}

const text = { type: 'string' } as const;
const flags = {
  port: text,
  dialect: text,
  seed: text,
  size: text,
  clock: text,
  snapshot: text,
  help: { type: 'boolean' },
} as const;

function valuesOf(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags }).values;
  } catch (error) {
    // After its first sentence Node gives advice that fits no flag here.
    const [sentence] = (error instanceof Error ? error.message : String(error)).split(/\.\s/);
    throw new Mistake(`${(sentence ?? '').replace(/\.$/, '')}. See --help.`);
  }
}

function optionsOf(values: ReturnType<typeof valuesOf>): RunOptions {
  const { port = '4182', dialect = 'both', seed, size, clock, snapshot } = values;
  return {
    port: wholeNumber('port', port, 65_535),
    dialect: oneOf('dialect', dialect, dialectChoices),
    ...(seed !== undefined && { seed: wholeNumber('seed', seed, 4_294_967_295) }),
    ...(size !== undefined && { size: oneOf('size', size, seedSizes) }),
    ...(clock !== undefined && { clock: instant(clock) }),
    ...(snapshot !== undefined && { snapshot: fileName(snapshot) }),
  };
}

/** Reads the flags; `args` without the names of Node and of the script. */
export function readCommandLine(args: readonly string[]): CommandLine {
  try {
    const values = valuesOf(args);
    return values.help ? { kind: 'help' } : { kind: 'run', options: optionsOf(values) };
  } catch (error) {
    if (error instanceof Mistake) return { kind: 'mistake', sentence: error.message };
    throw error;
  }
}
