import type { ShortlistChange } from '../core/change-shortlist.ts';
import type { Writing } from '../http/interaction.ts';
import { letterIntentOf } from './new-referral.ts';
import { partsOf, readParameters, required, unsignedIntOf } from './parameters.ts';
import { readShortlist } from './shortlist.ts';

const reminder = 'firstReminderLetterFollowUpDays';

/** What A031 and A032 send: all three parameters are needed. */
export function readShortlistChange(
  { variant }: Pick<Writing, 'variant'>,
  body: unknown,
  profile: string,
): ShortlistChange {
  const set = readParameters(body, 'Parameters', {
    profile,
    names: ['shortlist', 'intentionToAddReferralLetter', reminder],
  });
  required(unsignedIntOf(set, reminder), reminder);
  const shortlist = required(partsOf(set, 'shortlist')[0], 'shortlist')['resource'];
  return { letterIntent: letterIntentOf(set), ...readShortlist(variant, shortlist) };
}
