import type { Action } from './action.ts';
import type { BusinessFunction, Role } from './user.ts';

const REFERRERS: readonly BusinessFunction[] = ['REFERRING_CLINICIAN', 'REFERRING_CLINICIAN_ADMIN'];

const PROVIDERS: readonly BusinessFunction[] = [
  'SERVICE_PROVIDER_CLINICIAN',
  'SERVICE_PROVIDER_CLINICIAN_ADMIN',
];

const FOR_PROVIDERS_TOO: readonly Action[] = ['open-referral', 'upload-file', 'attach-letters'];

/** Whether e-RS lets this role do it at all, over HSCN. */
export function roleAllows(role: Role, action: Action): boolean {
  if (REFERRERS.includes(role.businessFunction)) return true;
  return PROVIDERS.includes(role.businessFunction) && FOR_PROVIDERS_TOO.includes(action);
}
