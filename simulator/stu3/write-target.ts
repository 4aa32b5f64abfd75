import { adviceOf, requireAdviceRelationship } from '../core/advice.ts';
import type { AdviceRequest } from '../core/advice.ts';
import type { Referral } from '../core/model.ts';
import { referralOf, requireChangeable, requireRelationship } from '../core/referrals.ts';
import type { Exchange } from '../http/interaction.ts';
import { ifMatchVersion } from './if-match.ts';

/** The referral that a write names in its path: 404, then 412, then whether it may be changed. */
export function referralToChange({ core, caller, path, request }: Exchange): Referral {
  const referral = referralOf(core, path['ubrn'] ?? '');
  const version = ifMatchVersion(request);
  const requireRelated = (): void => requireRelationship(core, referral, caller);
  requireChangeable(core, referral, { version, requireRelated });
  return referral;
}

/** The same for an advice request; A027 carries the version in a reference, not in If-Match. */
export function adviceToChange(
  { core, caller }: Pick<Exchange, 'core' | 'caller'>,
  { ubrn, version }: { ubrn: string; version: () => number },
): AdviceRequest {
  const advice = adviceOf(core, ubrn);
  const requireRelated = (): void => requireAdviceRelationship(core, advice, caller);
  requireChangeable(core, advice, { version: version(), requireRelated });
  return advice;
}
