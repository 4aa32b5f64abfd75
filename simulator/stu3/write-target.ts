import { adviceOf, requireAdviceRelationship } from '../core/advice.ts';
import type { AdviceRequest } from '../core/advice.ts';
import type { Referral } from '../core/model.ts';
import {
  referralOf,
  requireRelationship,
  requireUnlocked,
  requireVersion,
} from '../core/referrals.ts';
import type { Exchange } from '../http/interaction.ts';
import { ifMatchVersion } from './if-match.ts';

/** The referral that a write names in its path: 404, then 412, 423, 409, and the relationship. */
export function referralToChange({ core, caller, path, request }: Exchange): Referral {
  const referral = referralOf(core, path['ubrn'] ?? '');
  const version = ifMatchVersion(request);
  requireUnlocked(core, referral);
  requireVersion(referral, version);
  requireRelationship(core, referral, caller);
  return referral;
}

/** The same for an advice request; A027 carries the version in a reference, not in If-Match. */
export function adviceToChange(
  { core, caller }: Pick<Exchange, 'core' | 'caller'>,
  { ubrn, version }: { ubrn: string; version: () => number },
): AdviceRequest {
  const advice = adviceOf(core, ubrn);
  const wanted = version();
  requireUnlocked(core, advice);
  requireVersion(advice, wanted);
  requireAdviceRelationship(core, advice, caller);
  return advice;
}
