import { lastSegment } from './codings.ts';

/** Lists under their names. Without a prototype, as the names come from outside. */
export type Grouped<T> = Readonly<Record<string, readonly T[]>>;

function grouped<T>(items: readonly T[], nameOf: (item: T) => string): Grouped<T> {
  const groups = Object.create(null) as Record<string, T[]>;
  for (const item of items) (groups[nameOf(item)] ??= []).push(item);
  return groups;
}

/** Extensions under the last segment of their URL. */
export function byUrl<T extends { url: string }>(extensions: readonly T[]): Grouped<T> {
  return grouped(extensions, ({ url }) => lastSegment(url));
}

/** Entries of a Parameters resource under their names. */
export function byName<T extends { name: string }>(parameters: readonly T[]): Grouped<T> {
  return grouped(parameters, ({ name }) => name);
}

/** Properties of a concept under their codes. */
export function byCode<T extends { code: string }>(properties: readonly T[]): Grouped<T> {
  return grouped(properties, ({ code }) => code);
}
