import { found, unreadableAt, within, type Reading } from './reading.ts';

/** Reads one value of a document, and fails with the path at which it is not what was promised. */
export interface Shape<T> {
  (held: unknown): Reading<T>;
  /** In an `object`, the name that the document has for it, where that is another than ours. */
  readonly writtenAs?: string;
}

/** What a shape reads. */
export type Read<S> = S extends Shape<infer T> ? T : never;

type Entries = Readonly<Record<string, Shape<unknown>>>;
type ReadAll<E> = { [K in keyof E]: Read<E[K]> };

/** A value that a test lets through as it is. */
export function that<T>(isFitting: (held: unknown) => held is T): Shape<T> {
  return (held) => (isFitting(held) ? found(held) : unreadableAt());
}

export const anything: Shape<unknown> = found;

/** What needs no reading. */
export function always<const T>(value: T): Shape<T> {
  return () => found(value);
}

export const text = that((held) => typeof held === 'string');
export const flag = that((held) => typeof held === 'boolean');
/** From 0. */
export const wholeNumber = that(
  (held): held is number => Number.isInteger(held) && (held as number) >= 0,
);

/** One of a few words. */
export function oneOf<const T extends string>(words: readonly T[]): Shape<T> {
  return that((held): held is T => words.includes(held as T));
}

export function isObject(held: unknown): held is Readonly<Record<string, unknown>> {
  return typeof held === 'object' && held !== null;
}

/** What stands under one name. */
export function at<T>(name: string, shape: Shape<T>): Shape<T> {
  return (held) => (isObject(held) ? within(name, shape(held[name])) : unreadableAt());
}

/** What stands in the document under a name that is not ours. */
export function from<T>(writtenAs: string, shape: Shape<T>): Shape<T> {
  return Object.assign((held: unknown) => shape(held), { writtenAs });
}

/** What stands under several names. What is not named here passes unread and is left out. */
export function object<const E extends Entries>(entries: E): Shape<ReadAll<E>> {
  const parts = Object.entries(entries).map(
    ([name, shape]) => [name, shape, shape.writtenAs ?? name] as const,
  );
  return (held) => {
    if (!isObject(held)) return unreadableAt();
    const value: Record<string, unknown> = {};
    for (const [name, shape, place] of parts) {
      const part = shape(held[place]);
      if (!part.ok) return within(place, part);
      value[name] = part.value;
    }
    return found(value as ReadAll<E>);
  };
}

/** A FHIR resource of one type, without the type. */
export function resourceOf<const E extends Entries>(type: string, entries: E): Shape<ReadAll<E>> {
  const [isOfType, content] = [at('resourceType', oneOf([type])), object(entries)];
  return refined(isOfType, (_, held) => content(held));
}

export function list<T>(item: Shape<T>): Shape<T[]> {
  return (held) => {
    if (!Array.isArray(held)) return unreadableAt();
    const items: T[] = [];
    for (const [index, one] of held.entries()) {
      const part = item(one);
      if (!part.ok) return within(`[${index}]`, part);
      items.push(part.value);
    }
    return found(items);
  };
}

/** None where there is no list. */
export function anyNumberOf<T>(item: Shape<T>): Shape<T[]> {
  return mapped(maybe(list(item)), (items = []) => items);
}

/** The first of a list, where e-RS gives one. */
export function one<T>(item: Shape<T>): Shape<T> {
  return (held) => (Array.isArray(held) ? within('[0]', item(held[0])) : unreadableAt());
}

/** Absent, or `null`: FHIR forbids null, yet e-RS has been seen to send it. */
export function maybe<T>(shape: Shape<T>): Shape<T | undefined> {
  return (held) => (held === undefined || held === null ? found(undefined) : shape(held));
}

/** The first of a list that may be absent. */
export function oneOrNone<T>(item: Shape<T>): Shape<T | undefined> {
  return maybe(one(item));
}

/** What two shapes read of the same thing. */
export function both<A, B>(first: Shape<A>, second: Shape<B>): Shape<[A, B]> {
  return refined(first, (one, held) => mapped(second, (other): [A, B] => [one, other])(held));
}

/** What the first shape that fits reads. */
export function either<A, B>(first: Shape<A>, second: Shape<B>): Shape<A | B> {
  return (held) => {
    const reading = first(held);
    return reading.ok ? reading : second(held);
  };
}

/** What a shape reads, in other words. */
export function mapped<T, U>(shape: Shape<T>, make: (value: T) => U): Shape<U> {
  return refined(shape, (value) => found(make(value)));
}

/** What a shape reads, read on: a second shape, or a rule that may fail. */
export function refined<T, U>(
  shape: Shape<T>,
  next: (value: T, held: unknown) => Reading<U>,
): Shape<U> {
  return (held) => {
    const reading = shape(held);
    return reading.ok ? next(reading.value, held) : reading;
  };
}

/** A text that a parser of the domain accepts. */
export function parsed<T>(parse: (text: string) => T | undefined): Shape<T> {
  return refined(text, (written) => {
    const value = parse(written);
    return value === undefined ? unreadableAt() : found(value);
  });
}
