import type { Core } from './core.ts';
import type { Caller, Referral } from './model.ts';
import { record, referralOf, requireRelationship, versionSteps } from './referrals.ts';
import { refuse } from './refusal.ts';

/** Providers read what came to them with clinical information (A005); documented for bookings. */
function requireProviderView({ switches }: Core, referral: Referral, caller: Caller): void {
  if (!caller.role.startsWith('SERVICE_PROVIDER')) return;
  if (referral.letters.length === 0 && switches.providerReadsWithLetter) {
    refuse('INVALID_REQUEST_STATE', 'UBRN', 'has no clinical information yet.');
  }
}

export function readReferral(core: Core, caller: Caller, ubrn: string): Referral {
  const referral = referralOf(core, ubrn);
  requireRelationship(core, referral, caller);
  requireProviderView(core, referral, caller);
  return referral;
}

function markPrinted(core: Core, caller: Caller, referral: Referral): void {
  referral.printed = true;
  if (core.switches.printingKeepsVersion) return;
  record(core, referral, { step: versionSteps.printed, event: 'printed', by: caller.userId });
}

/** A007: what the summary is printed of; worklists tell that a provider printed it. */
export function referralForSummary(core: Core, caller: Caller, ubrn: string): Referral {
  const referral = readReferral(core, caller, ubrn);
  if (referral.letters.length === 0) {
    refuse('NO_CLINICAL_INFO', 'UBRN', 'has no clinical information.');
  }
  if (caller.role.startsWith('SERVICE_PROVIDER')) markPrinted(core, caller, referral);
  return referral;
}
