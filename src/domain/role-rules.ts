import type { Action } from './action.ts';
import type { BusinessFunction, Role } from './user.ts';

const REFERRERS: readonly BusinessFunction[] = ['REFERRING_CLINICIAN', 'REFERRING_CLINICIAN_ADMIN'];

const PROVIDERS: readonly BusinessFunction[] = [
  'SERVICE_PROVIDER_CLINICIAN',
  'SERVICE_PROVIDER_CLINICIAN_ADMIN',
];

const BOTH = [...REFERRERS, ...PROVIDERS];

/** The roles of each action (interactions.md, catalogue); of any other action: those who refer. */
const ROLES: Readonly<Partial<Record<Action, readonly BusinessFunction[]>>> = {
  'open-referral': BOTH,
  'upload-file': BOTH,
  'attach-letters': BOTH,
  'open-file': BOTH,
  'print-clinical-information': BOTH,
  'see-provider-worklist': [...PROVIDERS, 'SERVICE_PROVIDER_ADMIN'],
  'see-referrer-worklist': [...REFERRERS, 'REFERRING_ADMIN'],
  'accept-referral': PROVIDERS,
  'reject-referral': PROVIDERS,
  'cancel-and-act-later': PROVIDERS,
  'record-review-outcome': PROVIDERS,
  'see-available-actions': BOTH,
  'cancel-referral': BOTH,
  'see-appointment': BOTH,
  'see-advice-worklist': [...PROVIDERS, 'SERVICE_PROVIDER_ADMIN'],
  'open-advice': BOTH,
  'answer-advice': PROVIDERS,
  'convert-advice': PROVIDERS,
  'print-advice': BOTH,
  'act-for-clinician': ['SERVICE_PROVIDER_CLINICIAN_ADMIN'],
  'identify-requests': BOTH,
};

/** Where the two ways of speaking to e-RS differ (api-platform.md §6). */
const ROLES_OF_DIALECT = {
  hscn: { 'see-available-actions': PROVIDERS },
  'api-platform': { 'attach-letters': REFERRERS },
} as const satisfies Record<string, typeof ROLES>;

/** Whether e-RS lets this role do it at all. State and relationship are other questions. */
export function roleAllows(
  role: Role,
  action: Action,
  dialect: keyof typeof ROLES_OF_DIALECT,
): boolean {
  return rolesFor(action, dialect).includes(role.businessFunction);
}

/** The roles from which e-RS takes it. */
export function rolesFor(
  action: Action,
  dialect: keyof typeof ROLES_OF_DIALECT,
): readonly BusinessFunction[] {
  const ofDialect: typeof ROLES = ROLES_OF_DIALECT[dialect];
  return ofDialect[action] ?? ROLES[action] ?? REFERRERS;
}
