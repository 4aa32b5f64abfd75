import type { Core } from './core.ts';
import type { Caller, Referral } from './model.ts';
import { referralOf, requireRelationship } from './referrals.ts';
import { refuse } from './refusal.ts';

/** A019: over HSCN only while nothing is booked or deferred; the platform also confirms bookings. */
export function referralForPatientLetter(core: Core, caller: Caller, ubrn: string): Referral {
  const referral = referralOf(core, ubrn);
  requireRelationship(core, referral, caller);
  const printable =
    caller.dialect === 'hscn'
      ? referral.state === 'NOT_BOOKED'
      : referral.state !== 'CANCELLED_REFERRAL';
  if (!printable) {
    refuse('INVALID_REQUEST_STATE', 'UBRN', 'is booked, deferred or cancelled.');
  }
  if (!referral.accessCode) refuse('NO_ACCESS_CODE', 'UBRN', 'has no access code.');
  return referral;
}
