import { readReferral } from '../../core/read-referral.ts';
import { refuse } from '../../core/refusal.ts';
import type { Interaction } from '../../http/interaction.ts';
import { clinicalRoles, onBoth } from '../../http/interaction.ts';
import { referralResponse } from '../referral-request.ts';

export const retrieveReferral: Interaction = {
  id: 'A005',
  method: 'GET',
  on: onBoth({
    paths: ['/ReferralRequest/:ubrn', '/ReferralRequest/:ubrn/_history/:version'],
    roles: clinicalRoles,
  }),
  answer: (exchange) => {
    const { core, caller, path, shown } = exchange;
    const referral = readReferral(core, caller, path['ubrn'] ?? '');
    const { version } = path;
    const readable = version === String(referral.version) && shown.historyOfReferral;
    if (version !== undefined && !readable) {
      refuse('HISTORY_NOT_SUPPORTED', '_history', 'may only name the current version.');
    }
    return referralResponse(exchange, referral, 'A005');
  },
};
