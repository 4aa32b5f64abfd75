import { apiPlatform } from './api-platform.ts';
import type { Dialect } from './dialect.ts';
import { hscn } from './hscn.ts';

export type DialectName = Dialect['name'];

/** The dialect of that name, which may come from outside. */
export function dialectOf(name: string): Dialect | undefined {
  return [hscn, apiPlatform].find((dialect) => dialect.name === name);
}
