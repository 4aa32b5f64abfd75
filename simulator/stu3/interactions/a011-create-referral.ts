import { createReferral } from '../../core/create-referral.ts';
import type { Interaction } from '../../http/interaction.ts';
import { onBoth, referrers } from '../../http/interaction.ts';
import { readNewReferral } from '../new-referral.ts';
import { referralResponse } from '../referral-request.ts';
import { readJson } from '../request-body.ts';

export const createReferralRequest: Interaction = {
  id: 'A011',
  method: 'POST',
  on: onBoth({ paths: ['/ReferralRequest/$ers.createReferral'], roles: referrers }),
  answer: async (exchange) => {
    const { core, caller, request } = exchange;
    const profile = 'eRS-CreateReferral-Parameters-1';
    const wanted = readNewReferral(exchange, await readJson(request), profile);
    return referralResponse(exchange, createReferral(core, caller, wanted), 'A011');
  },
};
