import { ALLOWED, type Permission } from '../domain/permission.ts';
import { isReferrerList, type DeskList } from '../domain/provider-desk.ts';
import { roleAllows, rolesFor } from '../domain/role-rules.ts';
import type { ProviderWorklistPorts } from './provider-worklist.ts';

/** A service provider admin, and a referring admin, see lists and open nothing of them. */
export function openPermission(
  { client: { dialect }, role }: Pick<ProviderWorklistPorts, 'client' | 'role'>,
  list: DeskList,
): Permission {
  const action = list === 'ADVICE_AND_GUIDANCE_REQUESTS' ? 'open-advice' : 'open-referral';
  if (roleAllows(role, action, dialect)) return ALLOWED;
  const side = isReferrerList(list) ? 'REFERRING' : 'SERVICE_PROVIDER';
  return {
    allowed: false,
    why: 'role',
    whoCan: {
      who: 'role',
      roles: rolesFor(action, dialect).filter((each) => each.startsWith(side)),
    },
  };
}
