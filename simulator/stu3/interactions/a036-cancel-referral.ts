import type { Parameters } from 'fhir/r3';
import type { ReferralCancellation } from '../../core/cancel-referral.ts';
import { cancelReferral } from '../../core/cancel-referral.ts';
import type { Appointment, Referral } from '../../core/model.ts';
import { fhirJson } from '../../http/fhir-json.ts';
import type { Exchange, Interaction } from '../../http/interaction.ts';
import { clinicalRoles } from '../../http/interaction.ts';
import { writeAppointment } from '../appointment.ts';
import { profile } from '../names.ts';
import { codeOf, readParameters, required, stringOf } from '../parameters.ts';
import { writeReferral } from '../referral-request.ts';
import { readJson } from '../request-body.ts';
import { referralToChange } from '../write-target.ts';

const reason = 'cancellationReason';

function readCancellation(body: unknown): ReferralCancellation {
  const set = readParameters(body, 'Parameters', {
    profile: 'eRS-CancelReferral-Request-Parameters-1',
    names: [reason, 'cancellationComments'],
  });
  return {
    reason: required(codeOf(set, reason, '/CodeSystem/REFERRAL-CANCELLATION-REASON'), reason),
    comments: stringOf(set, 'cancellationComments'),
  };
}

function write(
  exchange: Exchange,
  referral: Referral,
  cancelled: Appointment | undefined,
): Parameters {
  return {
    meta: { profile: [profile('eRS-CancelReferral-Response-Parameters-1')] },
    resourceType: 'Parameters',
    parameter: [
      { name: 'updatedReferralRequest', resource: writeReferral(exchange, referral, 'A036') },
      ...(cancelled
        ? [
            {
              name: 'updatedAppointment',
              resource: writeAppointment(exchange, referral, cancelled),
            },
          ]
        : []),
    ],
  };
}

/** Answers no ETag, and the appointment only if it was cancelled now. */
export const cancelReferralRequest: Interaction = {
  id: 'A036',
  method: 'POST',
  on: {
    'api-platform': { paths: ['/ReferralRequest/:ubrn/$ers.cancelReferral'], roles: clinicalRoles },
  },
  answer: async (exchange) => {
    const { core, caller, request } = exchange;
    const body = await readJson(request);
    const referral = referralToChange(exchange);
    const cancelled = cancelReferral(core, caller, { referral, wanted: readCancellation(body) });
    return fhirJson(write(exchange, referral, cancelled), 200);
  },
};
