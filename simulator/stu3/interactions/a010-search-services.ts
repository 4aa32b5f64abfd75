import { refuse } from '../../core/refusal.ts';
import { searchServices } from '../../core/search-services.ts';
import type { ServiceSearch } from '../../core/search-services.ts';
import type { Exchange, Interaction } from '../../http/interaction.ts';
import { referrers, onBoth } from '../../http/interaction.ts';
import { nhsNumberSystem, odsSystem, userSystem } from '../names.ts';
import { fhirJson } from '../../http/fhir-json.ts';
import { codeAmong, identifierOf, partsOf, readParameters, required } from '../parameters.ts';
import type { ParameterSet } from '../parameters.ts';
import type { JsonObject } from '../request-body.ts';
import { readJson } from '../request-body.ts';
import { readCriteria } from '../search-criteria.ts';
import { writeServiceList } from '../service-list.ts';

const patientRule = { system: nhsNumberSystem, pattern: /^\d{10}$/ };
const userRule = { system: userSystem, pattern: /^\d{12}$/ };
const requestTypes = ['APPOINTMENT_REQUEST', 'ADVICE_AND_GUIDANCE_REQUEST'] as const;
const sorts = ['DISTANCE', 'IWT'] as const;

const shared = ['requestType', 'sortBy', 'patient', 'referringClinician', 'searchCriteria'];
const names = { hscn: shared, 'api-platform': [...shared, 'commissioningRuleOrganisation'] };

/** The platform's word for whose rules apply; e-RS here has the same rules for all. */
function requireRuleOrganisation({ core }: Exchange, set: ParameterSet, requestType: string): void {
  const field = 'commissioningRuleOrganisation';
  const value = identifierOf(set, field, { system: odsSystem, pattern: /^[A-Z0-9]{2,12}$/i });
  if (value === undefined) return;
  if (requestType === 'ADVICE_AND_GUIDANCE_REQUEST') {
    refuse('FIELD_NOT_PERMITTED', field, 'is not for advice requests.');
  }
  if (!core.directory.organisations.has(value)) {
    refuse('REFERENCE_NOT_FOUND', field, 'is not a known organisation.');
  }
}

function readSearch(exchange: Exchange, body: JsonObject): ServiceSearch {
  const { variant } = exchange;
  const set = readParameters(body, 'Parameters', {
    profile: 'eRS-PatientServiceSearch-Parameters-1',
    names: names[variant.dialect],
  });
  const requestType = required(
    codeAmong(set, 'requestType', { system: '/eRS-RequestType-1', codes: requestTypes }),
    'requestType',
  );
  requireRuleOrganisation(exchange, set, requestType);
  const sortBy = codeAmong(set, 'sortBy', { system: '/eRS-SortBy-1', codes: sorts });
  const criteria = required(partsOf(set, 'searchCriteria')[0], 'searchCriteria');
  return {
    requestType,
    sortBy: required(sortBy, 'sortBy'),
    patient: required(identifierOf(set, 'patient', patientRule), 'patient'),
    referringClinician: identifierOf(set, 'referringClinician', userRule),
    criteria: readCriteria(variant, criteria['resource']),
  };
}

export const searchForServices: Interaction = {
  id: 'A010',
  method: 'POST',
  on: onBoth({
    paths: ['/HealthcareService/$ers.searchHealthcareServicesForPatient'],
    roles: referrers,
  }),
  answer: async (exchange) => {
    const { core, caller, request } = exchange;
    const search = readSearch(exchange, await readJson(request));
    return fhirJson(writeServiceList(exchange, searchServices(core, caller, search)), 200);
  },
};
