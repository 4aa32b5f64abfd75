import { refuse } from '../core/refusal.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** A message that cannot be read at all: HTTP 400. */
export class MalformedMessage extends Error {}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export async function readJson(request: Request): Promise<JsonObject> {
  try {
    const value: unknown = JSON.parse(await request.text());
    if (isObject(value)) return value;
  } catch {
    throw new MalformedMessage('The body is not JSON.');
  }
  throw new MalformedMessage('The body is not a JSON object.');
}

export function requireResource(value: unknown, type: string, field: string): JsonObject {
  if (isObject(value) && value['resourceType'] === type) return value;
  return refuse('INVALID_FHIR_STRUCTURE', field, `is not a ${type}.`);
}

/** Objects of an array property; a property that is there but no array of objects is refused. */
export function objectsOf(holder: JsonObject, property: string, field: string): JsonObject[] {
  const value = holder[property];
  if (value === undefined) return [];
  if (Array.isArray(value) && value.every(isObject)) return value;
  return refuse('INVALID_FHIR_STRUCTURE', field, 'is not a list of elements.');
}

/** A text property; absent when undefined or null, as the HSCN sample of A016 sends. */
export function textOf(holder: unknown, property: string, field: string): string | undefined {
  const value = isObject(holder) ? holder[property] : undefined;
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  return refuse('INVALID_VALUE', field, 'is not text.');
}
