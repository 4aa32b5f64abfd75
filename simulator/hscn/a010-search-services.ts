import { searchServices } from '../core/search-services.ts';
import type { ServiceSearch } from '../core/search-services.ts';
import type { FhirInteraction } from './interaction.ts';
import { referrers } from './interaction.ts';
import { nhsNumberSystem, userSystem } from './names.ts';
import { fhirJson } from './operation-outcome.ts';
import { codeAmong, identifierOf, partsOf, readParameters, required } from './parameters.ts';
import type { JsonObject } from './request-body.ts';
import { readJson } from './request-body.ts';
import { readCriteria } from './search-criteria.ts';
import { writeServiceList } from './service-list.ts';

const patientRule = { system: nhsNumberSystem, pattern: /^\d{10}$/ };
const userRule = { system: userSystem, pattern: /^\d{12}$/ };
const requestTypes = ['APPOINTMENT_REQUEST', 'ADVICE_AND_GUIDANCE_REQUEST'] as const;
const sorts = ['DISTANCE', 'IWT'] as const;

function readSearch(body: JsonObject): ServiceSearch {
  const set = readParameters(body, 'Parameters', {
    profile: 'eRS-PatientServiceSearch-Parameters-1',
    names: ['requestType', 'sortBy', 'patient', 'referringClinician', 'searchCriteria'],
  });
  const requestType = codeAmong(set, 'requestType', {
    system: '/eRS-RequestType-1',
    codes: requestTypes,
  });
  const sortBy = codeAmong(set, 'sortBy', { system: '/eRS-SortBy-1', codes: sorts });
  const criteria = required(partsOf(set, 'searchCriteria')[0], 'searchCriteria');
  return {
    requestType: required(requestType, 'requestType'),
    sortBy: required(sortBy, 'sortBy'),
    patient: required(identifierOf(set, 'patient', patientRule), 'patient'),
    referringClinician: identifierOf(set, 'referringClinician', userRule),
    criteria: readCriteria(criteria['resource']),
  };
}

export const searchForServices: FhirInteraction = {
  id: 'A010',
  kind: 'fhir',
  method: 'POST',
  paths: ['/HealthcareService/$ers.searchHealthcareServicesForPatient'],
  roles: referrers,
  answer: async ({ core, caller, request }) => {
    const search = readSearch(await readJson(request));
    return fhirJson(writeServiceList(core, searchServices(core, caller, search)), 200);
  },
};
