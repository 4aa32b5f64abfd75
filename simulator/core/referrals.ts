import type { Core } from './core.ts';
import type { Caller, Referral } from './model.ts';
import { refuse } from './refusal.ts';

/** How far each event moves the version, as the official samples show it; any rise is allowed. */
export const versionSteps = { letters: 3, booked: 2, deferred: 2, elsewhere: 1 } as const;

export function findReferral(core: Core, ubrn: string): Referral | undefined {
  return core.referrals.get(ubrn);
}

export function referralOf(core: Core, ubrn: string): Referral {
  return (
    findReferral(core, ubrn) ?? refuse('NO_SUCH_REQUEST', 'UBRN', `names no request: ${ubrn}.`)
  );
}

/** The referrer's organisation, or the organisation of the service now holding the appointment. */
export function requireRelationship(core: Core, referral: Referral, caller: Caller): void {
  if (referral.referringOrg === caller.odsCode) return;
  const service = core.directory.services.get(referral.appointment?.serviceId ?? '');
  if (service?.providerOdsCode === caller.odsCode) return;
  refuse('NO_RELATIONSHIP', 'UBRN', 'has no relationship with your organisation.');
}

export function requireUnlocked(core: Core, referral: Referral): void {
  if ((referral.lockedUntil ?? 0) > core.clock.now()) {
    refuse('REFERRAL_LOCKED', 'UBRN', 'is being changed by someone else.');
  }
}

export function requireVersion(referral: Referral, version: number): void {
  if (referral.version !== version) {
    refuse('VERSION_CONFLICT', 'version', `${version} is not the current version.`);
  }
}

interface ReferralEvent {
  step: number;
  event: string;
  by: string;
}

/** Every change goes through here, so that versions only rise and the history is complete. */
export function record(core: Core, referral: Referral, { step, event, by }: ReferralEvent): void {
  referral.version += step;
  referral.history.push({ at: core.clock.iso(), version: referral.version, event, by });
}
