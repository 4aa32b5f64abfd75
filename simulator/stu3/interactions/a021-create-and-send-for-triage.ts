import { createAndSendForTriage } from '../../core/send-for-triage.ts';
import type { Interaction } from '../../http/interaction.ts';
import { onBoth, referrers } from '../../http/interaction.ts';
import { readNewReferral } from '../new-referral.ts';
import { referralResponse } from '../referral-request.ts';
import { readJson } from '../request-body.ts';

/** The only way to a triage service over HSCN; deprecated on the platform. */
export const createReferralAndSendForTriage: Interaction = {
  id: 'A021',
  method: 'POST',
  on: onBoth({
    paths: ['/ReferralRequest/$ers.createReferralAndSendForTriage'],
    roles: referrers,
  }),
  answer: async (exchange) => {
    const { core, caller, request } = exchange;
    const profile = 'eRS-CreateReferralAndSendForTriage-Parameters-1';
    const wanted = readNewReferral(exchange, await readJson(request), profile);
    return referralResponse(exchange, createAndSendForTriage(core, caller, wanted), 'A021');
  },
};
