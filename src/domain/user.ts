/** e-RS business functions that our widgets know (hscn.md §3; the rest are shown by code). */
export type BusinessFunction =
  | 'REFERRING_CLINICIAN'
  | 'REFERRING_CLINICIAN_ADMIN'
  | 'REFERRING_ADMIN'
  | 'SERVICE_PROVIDER_CLINICIAN'
  | 'SERVICE_PROVIDER_CLINICIAN_ADMIN'
  | 'SERVICE_PROVIDER_ADMIN'
  | (string & {});

export interface Organisation {
  odsCode: string;
  name?: string | undefined;
}

/** One (function, organisation) pair of a user: what a session acts as. */
export interface Role {
  businessFunction: BusinessFunction;
  organisation: Organisation;
}

export interface User {
  /** 12-digit SDS user id. */
  sdsUserId: string;
  name: string;
}

export interface Clinician {
  /** 12-digit SDS user id. */
  sdsUserId: string;
  name?: string | undefined;
}

/** `^[0-9]{12}$`, as e-RS wants it. */
export function parseSdsUserId(text: string): string | undefined {
  const digits = text.replace(/\s/g, '');
  return /^\d{12}$/.test(digits) ? digits : undefined;
}

export function sameRole(a: Role, b: Role): boolean {
  return (
    a.businessFunction === b.businessFunction && a.organisation.odsCode === b.organisation.odsCode
  );
}

/** A service provider clinician admin acts for a clinician of the service; nobody else there does. */
export function actsForProvider(role: Role): boolean {
  return role.businessFunction === 'SERVICE_PROVIDER_CLINICIAN_ADMIN';
}

/** A referring clinician admin acts for a named clinician; a referring clinician acts alone. */
export function actsForClinician(role: Role): boolean {
  return role.businessFunction === 'REFERRING_CLINICIAN_ADMIN';
}
