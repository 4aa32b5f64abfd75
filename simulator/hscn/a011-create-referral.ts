import type { NewReferral } from '../core/create-referral.ts';
import { createReferral } from '../core/create-referral.ts';
import { refuse } from '../core/refusal.ts';
import type { FhirInteraction } from './interaction.ts';
import { referrers } from './interaction.ts';
import { nhsNumberSystem, profile, serviceSystem, userSystem } from './names.ts';
import {
  codeAmong,
  identifierOf,
  partsOf,
  readParameters,
  required,
  unsignedIntOf,
} from './parameters.ts';
import { referralResponse } from './referral-request.ts';
import type { JsonObject } from './request-body.ts';
import { isObject, objectsOf, readJson, requireResource } from './request-body.ts';
import { readCriteria } from './search-criteria.ts';

const intentions = ['NEED_TO_ADD_LATER', 'NOT_INTENDING_TO_ADD'] as const;

function serviceId(entry: JsonObject, place: number): string {
  const field = `shortlist.entry[${place}].item.identifier`;
  const item = entry['item'];
  const identifier = isObject(item) ? item['identifier'] : undefined;
  const { system, value } = isObject(identifier) ? identifier : {};
  if (system === serviceSystem && typeof value === 'string' && /^\d+$/.test(value)) return value;
  return refuse('INVALID_VALUE', field, 'is not a service.');
}

/** The shortlist points to the criteria it contains. */
function requireCriteriaReference(list: JsonObject, criteria: unknown): void {
  const field = 'shortlist.extension';
  const url = profile('Extension-eRS-Shortlist-SearchCriteria-1');
  const extension = objectsOf(list, 'extension', field).find((one) => one['url'] === url);
  const reference = required(extension, field)['valueReference'];
  const target = isObject(reference) ? reference['reference'] : undefined;
  if (!isObject(criteria) || target !== `#${String(criteria['id'])}`) {
    refuse('INVALID_VALUE', field, 'does not name the contained criteria.');
  }
}

function readShortlist(value: unknown): Pick<NewReferral, 'shortlist' | 'criteria'> {
  const list = requireResource(value, 'List', 'shortlist');
  const fixed = { status: 'current', mode: 'snapshot' } as const;
  for (const [name, expected] of Object.entries(fixed)) {
    if (list[name] !== expected)
      refuse('INVALID_VALUE', `shortlist.${name}`, `is not ${expected}.`);
  }
  const contained = objectsOf(list, 'contained', 'shortlist.contained')[0];
  requireCriteriaReference(list, required(contained, 'shortlist.contained'));
  return {
    criteria: readCriteria(contained),
    shortlist: objectsOf(list, 'entry', 'shortlist.entry').map(serviceId),
  };
}

function readNewReferral(body: JsonObject): NewReferral {
  const set = readParameters(body, 'Parameters', {
    profile: 'eRS-CreateReferral-Parameters-1',
    names: [
      'patient',
      'referringClinician',
      'shortlist',
      'firstReminderLetterFollowUpDays',
      'intentionToAddReferralLetter',
    ],
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
    ...readShortlist(required(partsOf(set, 'shortlist')[0], 'shortlist')['resource']),
  };
}

export const createReferralRequest: FhirInteraction = {
  id: 'A011',
  kind: 'fhir',
  method: 'POST',
  paths: ['/ReferralRequest/$ers.createReferral'],
  roles: referrers,
  answer: async ({ core, caller, request }) => {
    const wanted = readNewReferral(await readJson(request));
    return referralResponse(core, createReferral(core, caller, wanted), 'A011');
  },
};
