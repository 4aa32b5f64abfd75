import { ALLOWED, type Permission } from '../domain/permission.ts';
import type { DeskList } from '../domain/provider-desk.ts';
import { roleAllows, rolesFor } from '../domain/role-rules.ts';
import type { ProviderWorklistPorts } from './provider-worklist.ts';

/** A service provider admin sees lists and opens nothing of them. */
export function openPermission(
  { client: { dialect }, role }: Pick<ProviderWorklistPorts, 'client' | 'role'>,
  list: DeskList,
): Permission {
  const action = list === 'ADVICE_AND_GUIDANCE_REQUESTS' ? 'open-advice' : 'open-referral';
  if (roleAllows(role, action, dialect)) return ALLOWED;
  return {
    allowed: false,
    why: 'role',
    whoCan: {
      who: 'role',
      roles: rolesFor(action, dialect).filter((each) => each.startsWith('SERVICE_PROVIDER')),
    },
  };
}
