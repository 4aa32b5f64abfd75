import type { Core } from './core.ts';
import type { Caller, Service } from './model.ts';
import { refuse } from './refusal.ts';

/** Who an entry is about: one user and one service. */
export interface Membership {
  userId: string;
  serviceId: string;
}

/** The clinician for whom an admin acts, otherwise the user. */
export function actingUser(caller: Caller): string {
  return caller.onBehalfOf ?? caller.userId;
}

function key({ userId, serviceId }: Membership): string {
  return `${userId}/${serviceId}`;
}

/** Grants or takes away the workgroup of one service. */
export function setMembership(core: Core, membership: Membership, member: boolean): void {
  core.workgroups.set(key(membership), member);
}

/** Everybody at the provider's organisation is in the workgroups of all its services at first. */
export function isMember(core: Core, caller: Caller, service: Service): boolean {
  const changed = core.workgroups.get(key({ userId: actingUser(caller), serviceId: service.id }));
  return changed ?? service.providerOdsCode === caller.odsCode;
}

export function requireMembership(core: Core, caller: Caller, serviceId: string): void {
  const service = core.directory.services.get(serviceId);
  if (service && isMember(core, caller, service)) return;
  refuse('NO_RELATIONSHIP', 'UBRN', 'is not of a service in your workgroups.');
}
