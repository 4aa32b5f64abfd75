import { refuse } from '../core/refusal.ts';
import { profile } from './names.ts';
import type { JsonObject } from './request-body.ts';
import { isObject, objectsOf, requireResource } from './request-body.ts';

/** A Parameters resource whose names are all allowed. */
export interface ParameterSet {
  parts: ReadonlyMap<string, readonly JsonObject[]>;
}

interface Allowed {
  profile: string;
  names: readonly string[];
  /** Names that may come more than once. */
  repeating?: readonly string[];
}

function requireProfile(resource: JsonObject, name: string): void {
  const meta = resource['meta'];
  const profiles = isObject(meta) ? meta['profile'] : undefined;
  if (Array.isArray(profiles) && profiles.includes(profile(name))) return;
  refuse('INVALID_VALUE', 'meta.profile', `is not ${name}.`);
}

export function readParameters(value: unknown, field: string, allowed: Allowed): ParameterSet {
  const resource = requireResource(value, 'Parameters', field);
  const parts = new Map<string, JsonObject[]>();
  for (const [place, part] of objectsOf(resource, 'parameter', field).entries()) {
    const name = part['name'];
    if (typeof name !== 'string' || !allowed.names.includes(name)) {
      return refuse('UNEXPECTED_FIELD', `parameter[${place}]`, `is unknown: ${String(name)}.`);
    }
    const before = parts.get(name) ?? [];
    if (before.length > 0 && !allowed.repeating?.includes(name)) {
      refuse('INVALID_VALUE', name, 'is given more than once.');
    }
    parts.set(name, [...before, part]);
  }
  requireProfile(resource, allowed.profile);
  return { parts };
}

export function partsOf(set: ParameterSet, name: string): readonly JsonObject[] {
  return set.parts.get(name) ?? [];
}

export function required<T>(value: T | undefined, field: string): T {
  return value ?? refuse('MISSING_VALUE', field, 'is missing.');
}

function valueOf(set: ParameterSet, name: string, property: string): unknown {
  const part = partsOf(set, name)[0];
  if (!part) return undefined;
  return part[property] ?? refuse('INVALID_VALUE', name, `has no ${property}.`);
}

/** The code of a Coding whose system ends as given: systems differ by environment. */
export function codeOf(set: ParameterSet, name: string, system: string): string | undefined {
  const coding = valueOf(set, name, 'valueCoding');
  return coding === undefined ? undefined : codingCode(coding, name, system);
}

function codingCode(coding: unknown, name: string, system: string): string {
  const { system: given, code } = isObject(coding) ? coding : {};
  if (typeof given !== 'string' || !given.endsWith(system)) {
    refuse('INVALID_VALUE', name, `is not of the system ${system}.`);
  }
  return typeof code === 'string' ? code : refuse('INVALID_VALUE', name, 'has no code.');
}

/** As `codeOf`, of the first coding of a CodeableConcept. */
export function conceptCodeOf(set: ParameterSet, name: string, system: string): string | undefined {
  const concept = valueOf(set, name, 'valueCodeableConcept');
  if (concept === undefined) return undefined;
  const coding = isObject(concept) ? objectsOf(concept, 'coding', name)[0] : undefined;
  return codingCode(coding, name, system);
}

interface CodeRule<T extends string> {
  system: string;
  codes: readonly T[];
}

function among<T extends string>(
  code: string | undefined,
  name: string,
  codes: readonly T[],
): T | undefined {
  if (code === undefined) return undefined;
  const known = codes.find((candidate) => candidate === code);
  return known ?? refuse('INVALID_VALUE', name, `has an unknown code: ${code}.`);
}

export function codeAmong<T extends string>(
  set: ParameterSet,
  name: string,
  { system, codes }: CodeRule<T>,
): T | undefined {
  return among(codeOf(set, name, system), name, codes);
}

export function conceptAmong<T extends string>(
  set: ParameterSet,
  name: string,
  { system, codes }: CodeRule<T>,
): T | undefined {
  return among(conceptCodeOf(set, name, system), name, codes);
}

interface IdentifierRule {
  system: string;
  pattern: RegExp;
}

export function identifierOf(
  set: ParameterSet,
  name: string,
  { system, pattern }: IdentifierRule,
): string | undefined {
  const identifier = valueOf(set, name, 'valueIdentifier');
  if (identifier === undefined) return undefined;
  const { system: given, value } = isObject(identifier) ? identifier : {};
  if (given !== system) refuse('INVALID_VALUE', name, `is not of the system ${system}.`);
  if (typeof value === 'string' && pattern.test(value)) return value;
  return refuse('INVALID_VALUE', name, 'has no valid value.');
}

export function unsignedIntOf(set: ParameterSet, name: string): number | undefined {
  const value = valueOf(set, name, 'valueUnsignedInt');
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  return refuse('INVALID_VALUE', name, 'is not a whole number from 0.');
}

export function stringOf(set: ParameterSet, name: string): string | undefined {
  const value = valueOf(set, name, 'valueString');
  if (value === undefined || typeof value === 'string') return value;
  return refuse('INVALID_VALUE', name, 'is not text.');
}

export function booleanOf(set: ParameterSet, name: string): boolean | undefined {
  const value = valueOf(set, name, 'valueBoolean');
  if (value === undefined || typeof value === 'boolean') return value;
  return refuse('INVALID_VALUE', name, 'is not true or false.');
}

/** `valueInstant`; the response schema of the same datum has `valueDateTime`, so both are read. */
export function instantOf(set: ParameterSet, name: string): string | undefined {
  const part = partsOf(set, name)[0];
  if (!part) return undefined;
  const value = part['valueInstant'] ?? part['valueDateTime'];
  if (typeof value === 'string' && !Number.isNaN(Date.parse(value))) return value;
  return refuse('INVALID_VALUE', name, 'is not an instant.');
}
