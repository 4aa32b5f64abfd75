import type { JsonValue } from '../../../src/ers/transport.ts';
import type { JsonObject } from './requests.ts';

/** The entries of an official Parameters request, by name. */
export interface OfficialParameters {
  /** Of a Coding or of a CodeableConcept. */
  code(name: string): string | undefined;
  /** Of an Identifier. */
  identifier(name: string): string | undefined;
  text(name: string): string | undefined;
  /** Any other value, by its FHIR type: `valueBoolean`. */
  value(name: string, type: string): JsonValue | undefined;
  resources(name: string): JsonObject[];
}

export function officialParameters(request: JsonObject): OfficialParameters {
  const entries = request['parameter'] as readonly JsonObject[];
  const all = (name: string): readonly JsonObject[] =>
    entries.filter((entry) => entry['name'] === name);
  const value = (name: string, type: string): JsonValue | undefined => all(name)[0]?.[type];
  return {
    code: (name) =>
      textAt(value(name, 'valueCoding'), 'code') ??
      textAt(value(name, 'valueCodeableConcept'), 'coding', '0', 'code'),
    identifier: (name) => textAt(value(name, 'valueIdentifier'), 'value'),
    text: (name) => value(name, 'valueString') as string | undefined,
    value,
    resources: (name) => all(name).map((entry) => entry['resource'] as JsonObject),
  };
}

/** The text at a path of keys and indexes. */
export function textAt(from: JsonValue | undefined, ...path: string[]): string | undefined {
  let held: unknown = from;
  for (const key of path) held = (held as Record<string, unknown> | undefined)?.[key];
  return held as string | undefined;
}

/** Linked files of an official request, as an interaction takes them. */
export function officialFiles(parameters: OfficialParameters, name: string) {
  return parameters.resources(name).map((file) => ({
    url: textAt(file, 'content', '0', 'attachment', 'url'),
    description: textAt(file, 'description'),
    indexed: textAt(file, 'indexed'),
  }));
}
