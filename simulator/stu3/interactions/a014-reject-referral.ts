import type { Rejection } from '../../core/review-booking.ts';
import { rejectReferral } from '../../core/review-booking.ts';
import type { Interaction } from '../../http/interaction.ts';
import { onBoth, providerClinicians } from '../../http/interaction.ts';
import { booleanOf, codeOf, readParameters, required, stringOf } from '../parameters.ts';
import { referralResponse } from '../referral-request.ts';
import { readJson } from '../request-body.ts';
import { referralToChange } from '../write-target.ts';

const reason = 'rejectionReason';

function readRejection(body: unknown): Rejection {
  const set = readParameters(body, 'Parameters', {
    profile: 'eRS-RejectReferral-Parameters-1',
    names: [reason, 'rejectionComments', 'appointmentCancelledInPAS'],
  });
  return {
    reason: required(codeOf(set, reason, '/CodeSystem/APPOINTMENT-CANCELLATION-REASON'), reason),
    comments: stringOf(set, 'rejectionComments'),
    cancelledInPas: booleanOf(set, 'appointmentCancelledInPAS'),
  };
}

export const rejectReferralRequest: Interaction = {
  id: 'A014',
  method: 'POST',
  on: onBoth({
    paths: ['/ReferralRequest/:ubrn/$ers.rejectReferral'],
    roles: providerClinicians,
  }),
  answer: async (exchange) => {
    const { core, caller, request } = exchange;
    const body = await readJson(request);
    const referral = referralToChange(exchange);
    rejectReferral(core, caller, { referral, wanted: readRejection(body) });
    return referralResponse(exchange, referral, 'A014');
  },
};
