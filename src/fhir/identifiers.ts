import { lastSegment } from './codings.ts';

export function identifier(system: string, value: string) {
  return { system, value };
}

/** Whether an identifier is of a system, whatever host stands before its name. */
export function isOfSystem(
  held: { system?: string | undefined } | undefined,
  system: string,
): boolean {
  return held?.system !== undefined && lastSegment(held.system) === lastSegment(system);
}
