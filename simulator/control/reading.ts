/** Tells the tester in a sentence what is wrong with a control request. */
export class ControlMistake extends Error {}

/** What a field takes; the control page makes its forms of it. */
export interface FieldShape {
  kind: 'text' | 'number' | 'flag' | 'instant' | 'choice';
  words?: readonly string[];
  /** What the words of a choice mean, where they are codes. */
  labels?: Readonly<Record<string, string>>;
  least?: number;
  optional?: true;
}

export interface Field<Value> {
  shape: FieldShape;
  /** Throws ControlMistake for what it does not take. */
  read(value: unknown, name: string): Value;
}

export type Fields = Readonly<Record<string, Field<unknown>>>;
export type Values<Given extends Fields> = {
  [Name in keyof Given]: ReturnType<Given[Name]['read']>;
};

export const text: Field<string> = {
  shape: { kind: 'text' },
  read: (value, name) => {
    if (typeof value === 'string' && value.trim()) return value;
    throw new ControlMistake(`${name} is missing or not text.`);
  },
};

export const flag: Field<boolean> = {
  shape: { kind: 'flag' },
  read: (value, name) => {
    if (typeof value === 'boolean') return value;
    throw new ControlMistake(`${name} is neither true nor false.`);
  },
};

/** An instant in milliseconds since 1970. */
export const instant: Field<number> = {
  shape: { kind: 'instant' },
  read: (value, name) => {
    const at = typeof value === 'string' ? Date.parse(value) : NaN;
    if (!Number.isNaN(at)) return at;
    throw new ControlMistake(`${name} is not an instant.`);
  },
};

/** A whole number of at least so much. */
export function wholeNumber(least: number): Field<number> {
  return {
    shape: { kind: 'number', least },
    read: (value, name) => {
      if (typeof value === 'number' && Number.isInteger(value) && value >= least) return value;
      throw new ControlMistake(`${name} is not a whole number of at least ${least}.`);
    },
  };
}

export function oneOf<const Word extends string>(words: readonly Word[]): Field<Word> {
  return {
    shape: { kind: 'choice', words },
    read: (value, name) => {
      const word = words.find((known) => known === value);
      if (word !== undefined) return word;
      throw new ControlMistake(`${name} is not one of ${words.join(', ')}.`);
    },
  };
}

/** One of the keys, whose meaning a person is shown. */
export function keyOf<const Key extends string>(labels: Readonly<Record<Key, string>>): Field<Key> {
  const { shape, read } = oneOf(Object.keys(labels) as Key[]);
  return { shape: { ...shape, labels }, read };
}

export function optional<Value>({ shape, read }: Field<Value>): Field<Value | undefined> {
  return {
    shape: { ...shape, optional: true },
    read: (value, name) => (value === undefined ? undefined : read(value, name)),
  };
}

export type Body = Readonly<Record<string, unknown>>;

/** The JSON object of a request; no body is an empty one. */
export async function bodyOf(request: Request): Promise<Body> {
  const content = await request.text();
  let value: unknown;
  try {
    value = content ? JSON.parse(content) : {};
  } catch {
    throw new ControlMistake('The body is not JSON.');
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Body;
  throw new ControlMistake('The body is not a JSON object.');
}

/** The fields of a body; one that is not known is a mistake too, since it is usually misspelt. */
export function readFields<Given extends Fields>(body: Body, fields: Given): Values<Given> {
  const unknown = Object.keys(body).find((name) => !Object.hasOwn(fields, name));
  if (unknown !== undefined) {
    const known = Object.keys(fields).join(', ');
    throw new ControlMistake(`There is no field ${unknown}${known ? `; there are ${known}` : ''}.`);
  }
  const values = Object.entries(fields).map(([name, field]) => [
    name,
    field.read(body[name], name),
  ]);
  return Object.fromEntries(values) as Values<Given>;
}
