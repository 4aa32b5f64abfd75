/**
 * Plain state as JSON text and back: Map, Set, Uint8Array and objects that several places hold
 * come back as they were, so a letter still is the very file that the store holds.
 */

/** A value that no text could bring back, with the path to it. */
export class NotPlain extends Error {}

interface Writing {
  held: ReadonlySet<object>;
  numbers: Map<object, number>;
}

function childrenOf(value: object): Iterable<unknown> {
  if (value instanceof Uint8Array) return [];
  if (value instanceof Map) return [...value.keys(), ...value.values()] as unknown[];
  return value instanceof Set ? value : Object.values(value);
}

/** The objects that more than one place holds. */
function heldTwice(root: unknown): ReadonlySet<object> {
  const seen = new Set<object>();
  const held = new Set<object>();
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (seen.has(value)) {
      held.add(value);
      continue;
    }
    seen.add(value);
    for (const child of childrenOf(value)) waiting.push(child);
  }
  return held;
}

function packRecord(value: object, path: string, writing: Writing): object {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new NotPlain(`${path} is of a class.`);
  const packed: Record<string, unknown> = {};
  for (const [name, held] of Object.entries(value)) {
    if (name.startsWith('$')) throw new NotPlain(`${path}.${name} has a name kept for the text.`);
    if (held !== undefined) packed[name] = pack(held, `${path}.${name}`, writing);
  }
  return packed;
}

function packContent(value: object, path: string, writing: Writing): unknown {
  const packAt = (held: unknown): unknown => pack(held, `${path}[]`, writing);
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (value instanceof Map) return { $map: [...value].flat().map(packAt) };
  if (value instanceof Set) return { $set: [...value].map(packAt) };
  return Array.isArray(value) ? value.map(packAt) : packRecord(value, path, writing);
}

function pack(value: unknown, path: string, writing: Writing): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value !== 'object') throw new NotPlain(`${path} is ${typeof value}.`);
  if (!writing.held.has(value)) return packContent(value, path, writing);
  const known = writing.numbers.get(value);
  if (known !== undefined) return { $same: known };
  const number = writing.numbers.size;
  writing.numbers.set(value, number);
  return { $held: number, $as: packContent(value, path, writing) };
}

/** Throws NotPlain for what could not come back. */
export function toPlainText(value: unknown): string {
  return JSON.stringify(pack(value, 'state', { held: heldTwice(value), numbers: new Map() }));
}

type Held = Map<number, unknown>;

function pairs(list: readonly unknown[]): [unknown, unknown][] {
  return Array.from({ length: list.length / 2 }, (_, pair) => [list[2 * pair], list[2 * pair + 1]]);
}

function unpackMarked(value: Readonly<Record<string, unknown>>, held: Held): unknown {
  const { $bytes, $map, $set, $same, $held } = value;
  if (typeof $bytes === 'string') return new Uint8Array(Buffer.from($bytes, 'base64'));
  if (Array.isArray($map)) return new Map(pairs($map.map((one) => unpack(one, held))));
  if (Array.isArray($set)) return new Set($set.map((one) => unpack(one, held)));
  if (typeof $same === 'number') return held.get($same);
  if (typeof $held === 'number') {
    const content = unpack(value['$as'], held);
    held.set($held, content);
    return content;
  }
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, unpack(one, held)]));
}

function unpack(value: unknown, held: Held): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => unpack(one, held));
  return unpackMarked(value as Readonly<Record<string, unknown>>, held);
}

/** Throws SyntaxError for what is no JSON. */
export function fromPlainText(text: string): unknown {
  return unpack(JSON.parse(text), new Map());
}
