import { acceptReferral } from '../../core/review-booking.ts';
import type { Interaction } from '../../http/interaction.ts';
import { onBoth, providerClinicians } from '../../http/interaction.ts';
import { referralResponse } from '../referral-request.ts';
import { referralToChange } from '../write-target.ts';

/** The request has no body. */
export const acceptReferralRequest: Interaction = {
  id: 'A013',
  method: 'POST',
  on: onBoth({
    paths: ['/ReferralRequest/:ubrn/$ers.acceptReferral'],
    roles: providerClinicians,
  }),
  answer: (exchange) => {
    const { core, caller } = exchange;
    const referral = referralToChange(exchange);
    acceptReferral(core, caller, referral);
    return referralResponse(exchange, referral, 'A013');
  },
};
