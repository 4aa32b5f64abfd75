import type { Role } from '../../src/domain/user.ts';

const NAMES: Readonly<Record<string, string>> = {
  REFERRING_CLINICIAN: 'Referring clinician',
  REFERRING_CLINICIAN_ADMIN: 'Referring clinician admin',
  REFERRING_ADMIN: 'Referring admin',
  SERVICE_PROVIDER_CLINICIAN: 'Service provider clinician',
  SERVICE_PROVIDER_CLINICIAN_ADMIN: 'Service provider clinician admin',
  SERVICE_PROVIDER_ADMIN: 'Service provider admin',
};

/** The name of a role in words; a function that we do not know is shown by its code. */
export function roleName({ businessFunction }: Role): string {
  return NAMES[businessFunction] ?? businessFunction;
}

const JOBS: Readonly<Record<string, string>> = {
  REFERRING_CLINICIAN: 'You refer in your own name.',
  REFERRING_CLINICIAN_ADMIN: 'You refer for a clinician, whom you name each time.',
};

export function roleJob({ businessFunction, organisation }: Role): string {
  const place = organisation.name ?? organisation.odsCode;
  return [`At ${place} (${organisation.odsCode}).`, JOBS[businessFunction]]
    .filter(Boolean)
    .join(' ');
}
