import type { NewReferral } from '../../core/create-referral.ts';
import { createReferral } from '../../core/create-referral.ts';
import type { Exchange, Interaction } from '../../http/interaction.ts';
import { referrers, onBoth } from '../../http/interaction.ts';
import { nhsNumberSystem, userSystem } from '../names.ts';
import {
  codeAmong,
  identifierOf,
  instantOf,
  partsOf,
  readParameters,
  required,
  unsignedIntOf,
} from '../parameters.ts';
import { referralResponse } from '../referral-request.ts';
import type { JsonObject } from '../request-body.ts';
import { readJson } from '../request-body.ts';
import { readShortlist } from '../shortlist.ts';

const intentions = ['NEED_TO_ADD_LATER', 'NOT_INTENDING_TO_ADD'] as const;

const names = [
  'patient',
  'referringClinician',
  'shortlist',
  'firstReminderLetterFollowUpDays',
  'intentionToAddReferralLetter',
];

function readNewReferral({ variant }: Exchange, body: JsonObject): NewReferral {
  const set = readParameters(body, 'Parameters', {
    profile: 'eRS-CreateReferral-Parameters-1',
    names: variant.dialect === 'hscn' ? names : [...names, 'eReferralPathwayStart'],
  });
  const patient = identifierOf(set, 'patient', { system: nhsNumberSystem, pattern: /^\d{10}$/ });
  const letterIntent = codeAmong(set, 'intentionToAddReferralLetter', {
    system: '/eRS-ReferralLetterIntention-1',
    codes: intentions,
  });
  const reminder = 'firstReminderLetterFollowUpDays';
  required(unsignedIntOf(set, reminder), reminder);
  return {
    patient: required(patient, 'patient'),
    referringClinician: identifierOf(set, 'referringClinician', {
      system: userSystem,
      pattern: /^\d{12}$/,
    }),
    letterIntent: required(letterIntent, 'intentionToAddReferralLetter'),
    pathwayStart: instantOf(set, 'eReferralPathwayStart'),
    ...readShortlist(variant, required(partsOf(set, 'shortlist')[0], 'shortlist')['resource']),
  };
}

export const createReferralRequest: Interaction = {
  id: 'A011',
  method: 'POST',
  on: onBoth({ paths: ['/ReferralRequest/$ers.createReferral'], roles: referrers }),
  answer: async (exchange) => {
    const { core, caller, request } = exchange;
    const wanted = readNewReferral(exchange, await readJson(request));
    return referralResponse(exchange, createReferral(core, caller, wanted), 'A011');
  },
};
