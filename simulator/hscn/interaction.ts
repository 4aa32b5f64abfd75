import type { Core } from '../core/core.ts';
import type { BusinessFunction, Caller } from '../core/model.ts';

/** One request to one interaction, after the session was checked. */
export interface Exchange {
  core: Core;
  request: Request;
  url: URL;
  /** Path parameters, decoded. */
  path: Readonly<Record<string, string>>;
  caller: Caller;
}

interface InteractionRoute {
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Under the base path; `:name` is a path parameter. */
  paths: readonly string[];
}

/** An interaction of e-RS; a new one is a file that exports one, listed in `interactions.ts`. */
export interface FhirInteraction extends InteractionRoute {
  kind: 'fhir';
  roles: readonly BusinessFunction[];
  answer(exchange: Exchange): Response | Promise<Response>;
}

/** Session calls are plain JSON and come before there is a role. */
export interface SessionInteraction extends InteractionRoute {
  kind: 'session';
  answer(exchange: Omit<Exchange, 'caller'>): Response | Promise<Response>;
}

export type Interaction = FhirInteraction | SessionInteraction;

export const referrers: readonly BusinessFunction[] = [
  'REFERRING_CLINICIAN',
  'REFERRING_CLINICIAN_ADMIN',
];
export const clinicalRoles: readonly BusinessFunction[] = [
  ...referrers,
  'SERVICE_PROVIDER_CLINICIAN',
  'SERVICE_PROVIDER_CLINICIAN_ADMIN',
];

export const fhirBase = '/ers-api/STU3/v1';
export const sessionBase = '/ers-api/v1';
export const sessionHeader = 'HTTP_X_SESSION_KEY';
export const asidHeader = 'XAPI_ASID';
