import type { Parameters } from 'fhir/r3';
import { changeShortlistAndSendForTriage } from '../../core/change-shortlist.ts';
import type { Appointment, Referral } from '../../core/model.ts';
import { fhirJson } from '../../http/fhir-json.ts';
import type { Exchange, Interaction } from '../../http/interaction.ts';
import { referrers } from '../../http/interaction.ts';
import { writeAppointment } from '../appointment.ts';
import { profile } from '../names.ts';
import { writeReferral } from '../referral-request.ts';
import { readJson } from '../request-body.ts';
import { readShortlistChange } from '../shortlist-change.ts';
import { referralToChange } from '../write-target.ts';

const name = 'eRS-ChangeShortlistAndSendForTriage';

function write(exchange: Exchange, referral: Referral, appointment: Appointment): Parameters {
  return {
    meta: { profile: [profile(`${name}-Response-Parameters-1`)] },
    resourceType: 'Parameters',
    parameter: [
      { name: 'updatedReferralRequest', resource: writeReferral(exchange, referral, 'A032') },
      { name: 'createdAppointment', resource: writeAppointment(exchange, referral, appointment) },
    ],
  };
}

/** Deprecated: A031 and then A016 with the reason TRIAGE do the same. Answers no ETag. */
export const changeShortlistForTriage: Interaction = {
  id: 'A032',
  method: 'POST',
  on: {
    'api-platform': {
      paths: ['/ReferralRequest/:ubrn/$ers.changeShortlistAndSendForTriage'],
      roles: referrers,
    },
  },
  answer: async (exchange) => {
    const { core, caller, request } = exchange;
    const body = await readJson(request);
    const referral = referralToChange(exchange);
    const wanted = readShortlistChange(exchange, body, `${name}-Request-Parameters-1`);
    const appointment = changeShortlistAndSendForTriage(core, caller, { referral, wanted });
    return fhirJson(write(exchange, referral, appointment), 200);
  },
};
