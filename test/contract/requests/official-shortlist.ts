import { officialParameters, textAt, type OfficialParameters } from './official-parameters.ts';
import type { JsonObject } from './requests.ts';

const coded = (code: string | undefined) => (code === undefined ? undefined : { code });

/** The `searchCriteria` of an official request, or those inside a shortlist, in our words. */
export function officialCriteria(resource: JsonObject) {
  const { code, identifier, text, value } = officialParameters(resource);
  return {
    priority: code('priority'),
    specialty: coded(code('specialty')),
    clinicType: coded(code('clinicType')),
    clinicalTerm: coded(code('clinicalTerm')),
    namedClinician: coded(identifier('namedClinician')),
    organisation: identifier('organisation'),
    commissioningProvisioning: code('commissioningProvisioning'),
    ageAndGenderAppropriate: value('ageAndGenderAppropriate', 'valueBoolean'),
    postcode: text('postcode'),
    distanceLimit: value('distanceLimit', 'valueUnsignedInt'),
    waitLimit: value('indicativeAppointmentWaitTimeLimit', 'valueUnsignedInt'),
  };
}

/** The services of an official request, with their criteria and what goes with them. */
export function officialShortlist(parameters: OfficialParameters) {
  const [list = {}] = parameters.resources('shortlist');
  const entries = list['entry'] as readonly JsonObject[];
  const [criteria = {}] = list['contained'] as readonly JsonObject[];
  return {
    services: entries.map((entry) => textAt(entry, 'item', 'identifier', 'value')),
    criteria: officialCriteria(criteria),
    letterIntention: parameters.code('intentionToAddReferralLetter'),
    reminderDays: parameters.value('firstReminderLetterFollowUpDays', 'valueUnsignedInt'),
  };
}
