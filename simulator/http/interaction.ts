import type { Core } from '../core/core.ts';
import type { BusinessFunction, Caller, Dialect } from '../core/model.ts';
import type { Switches } from '../core/switches.ts';
import type { Stu3Variant } from '../stu3/variant.ts';

/** What a resource is written from: what e-RS knows, and what the dialect says of it. */
export interface Writing {
  core: Core;
  variant: Stu3Variant;
  /** The fields that go by switches, as this dialect sends them. */
  shown: Readonly<Switches>;
}

/** One request to one interaction, after its caller was admitted. */
export interface Exchange extends Writing {
  request: Request;
  url: URL;
  /** Path parameters, decoded. */
  path: Readonly<Record<string, string>>;
  caller: Caller;
}

/** Where a dialect has the interaction, and who may use it there. */
export interface Route {
  /** Under the base path of the release; `:name` is a path parameter. */
  paths: readonly string[];
  roles: readonly BusinessFunction[];
}

/** An interaction of e-RS with FHIR bodies; a dialect that is not in `on` does not have it. */
export interface Interaction {
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'HEAD';
  /** Release of FHIR its bodies are in; STU3 unless said otherwise. R4 is the platform's alone. */
  release?: 'R4';
  on: Partial<Record<Dialect, Route>>;
  answer(exchange: Exchange): Response | Promise<Response>;
}

export function onBoth(route: Route): Record<Dialect, Route> {
  return { hscn: route, 'api-platform': route };
}

export const referrers: readonly BusinessFunction[] = [
  'REFERRING_CLINICIAN',
  'REFERRING_CLINICIAN_ADMIN',
];
export const providerClinicians: readonly BusinessFunction[] = [
  'SERVICE_PROVIDER_CLINICIAN',
  'SERVICE_PROVIDER_CLINICIAN_ADMIN',
];
export const providerRoles: readonly BusinessFunction[] = [
  ...providerClinicians,
  'SERVICE_PROVIDER_ADMIN',
];
export const clinicalRoles: readonly BusinessFunction[] = [...referrers, ...providerClinicians];
export const everyRole: readonly BusinessFunction[] = [
  ...clinicalRoles,
  'REFERRING_ADMIN',
  'SERVICE_PROVIDER_ADMIN',
];
