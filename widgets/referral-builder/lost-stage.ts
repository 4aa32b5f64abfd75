import type { FindPhase } from '../../src/flows/find-lost-referral.ts';

/** How far the search for a create without a known end is, as far as it makes a difference on screen. */
export function stageOf({ status }: FindPhase): string {
  return status === 'waiting' || status === 'looking' ? 'seeking' : status;
}
