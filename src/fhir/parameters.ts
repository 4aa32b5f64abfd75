import { coding } from './codings.ts';
import { identifier } from './identifiers.ts';

/** A Parameters resource; entries whose value is absent are left out. */
export function parametersOf<T extends { name: string }>(
  profile: string,
  entries: readonly (T | undefined)[],
) {
  return {
    resourceType: 'Parameters',
    meta: { profile: [profile] },
    parameter: entries.filter((entry) => entry !== undefined),
  };
}

export function codingParameter(name: string, system: string, code: string | undefined) {
  return code === undefined ? undefined : { name, valueCoding: coding(system, code) };
}

export function identifierParameter(name: string, system: string, value: string | undefined) {
  return value === undefined ? undefined : { name, valueIdentifier: identifier(system, value) };
}

export function wholeNumberParameter(name: string, value: number | undefined) {
  return value === undefined ? undefined : { name, valueUnsignedInt: value };
}

export function booleanParameter(name: string, value: boolean | undefined) {
  return value === undefined ? undefined : { name, valueBoolean: value };
}

/** An empty text is no text. */
export function textParameter(name: string, value: string | undefined) {
  return value ? { name, valueString: value } : undefined;
}
