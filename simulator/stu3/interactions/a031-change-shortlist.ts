import { changeShortlist } from '../../core/change-shortlist.ts';
import type { Interaction } from '../../http/interaction.ts';
import { referrers } from '../../http/interaction.ts';
import { referralResponse } from '../referral-request.ts';
import { readJson } from '../request-body.ts';
import { readShortlistChange } from '../shortlist-change.ts';
import { referralToChange } from '../write-target.ts';

export const changeReferralShortlist: Interaction = {
  id: 'A031',
  method: 'POST',
  on: {
    'api-platform': { paths: ['/ReferralRequest/:ubrn/$ers.changeShortlist'], roles: referrers },
  },
  answer: async (exchange) => {
    const { core, caller, request } = exchange;
    const body = await readJson(request);
    const referral = referralToChange(exchange);
    const wanted = readShortlistChange(exchange, body, 'eRS-ChangeShortlist-Parameters-1');
    changeShortlist(core, caller, { referral, wanted });
    return referralResponse(exchange, referral, 'A031');
  },
};
