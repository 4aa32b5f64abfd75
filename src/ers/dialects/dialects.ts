import { apiPlatform } from './api-platform.ts';
import type { Dialect } from './dialect.ts';
import { hscn } from './hscn.ts';

export type DialectName = Dialect['name'];

/** The dialect of that name, which may come from outside. */
export function dialectOf(name: string): Dialect | undefined {
  return [hscn, apiPlatform].find((dialect) => dialect.name === name);
}

/** Throws a `TypeError` for a dialect that is not built in. */
export function builtInDialect(name: string): Dialect {
  const dialect = dialectOf(name);
  if (!dialect) throw new TypeError('No such dialect');
  return dialect;
}
