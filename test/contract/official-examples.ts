import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DialectName } from '../../src/ers/dialects/dialects.ts';
import type { JsonValue, OperationId } from '../../src/ers/transport.ts';

export const contractFolder = process.env['ERS_CONTRACT'] ?? '../shared/ers';

const examples = join(contractFolder, 'examples');

/** Why the official examples cannot be compared with; undefined when they can. */
export const reasonToSkip = existsSync(examples)
  ? undefined
  : `no folder ${examples}: name the contract's with ERS_CONTRACT`;

export function example(path: string): JsonValue {
  return JSON.parse(readFileSync(join(examples, path), 'utf8')) as JsonValue;
}

/** The bytes of an example that is no JSON. */
export function exampleBytes(path: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(readFileSync(join(examples, path)));
}

/** One line of the examples' own index. */
export interface OfficialExample {
  interaction: OperationId;
  dialect: DialectName;
  kind: 'request' | 'response';
  case: string;
  file: string;
}

/** Every example of the folder; none where there is no folder. */
export function officialExamples(): OfficialExample[] {
  if (reasonToSkip) return [];
  const index = example('index.json') as unknown as (Omit<OfficialExample, 'dialect'> & {
    dialect: 'hscn' | 'platform';
  })[];
  return index.map(({ dialect, ...rest }) => ({
    ...rest,
    dialect: dialect === 'hscn' ? 'hscn' : 'api-platform',
  }));
}

/**
 * A request without what does not matter: the order of parameters and of keys, the host before a
 * code system's name, displays, and what is undefined.
 */
export function normalised(value: JsonValue | undefined): unknown {
  if (Array.isArray(value)) return value.map(normalised).sort(byText);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, held]) => key !== 'display' && held !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, held]) => [key, key === 'system' ? nameOfSystem(held) : normalised(held)]),
  );
}

function nameOfSystem(system: JsonValue | undefined): JsonValue | undefined {
  return typeof system === 'string' && system.includes('/CodeSystem/')
    ? system.slice(system.lastIndexOf('/') + 1)
    : system;
}

function byText(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
