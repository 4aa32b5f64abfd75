import type { Core } from './core.ts';
import type { Caller, Referral } from './model.ts';
import { referralOf, requireRelationship } from './referrals.ts';
import { refuse } from './refusal.ts';

/** Providers read only what was booked with them and has clinical information (A005). */
function requireProviderView(referral: Referral, caller: Caller): void {
  if (!caller.role.startsWith('SERVICE_PROVIDER')) return;
  if (referral.state !== 'BOOKED' || referral.letters.length === 0) {
    refuse('INVALID_REQUEST_STATE', 'UBRN', 'is not booked with clinical information.');
  }
}

export function readReferral(core: Core, caller: Caller, ubrn: string): Referral {
  const referral = referralOf(core, ubrn);
  requireRelationship(core, referral, caller);
  requireProviderView(referral, caller);
  return referral;
}
