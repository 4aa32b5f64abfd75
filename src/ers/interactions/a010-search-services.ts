import * as v from 'valibot';
import type { Service } from '../../domain/service.ts';
import { codingParameter, identifierParameter, parametersOf } from '../../fhir/parameters.ts';
import type { ServiceSearch } from '../verbs/referring.ts';
import { codeSystem, NHS_NUMBER_SYSTEM, profile, SDS_USER_SYSTEM } from '../names.ts';
import { readAs } from '../shapes/reading.ts';
import { serviceEntryShape } from '../shapes/service.ts';
import { maybe } from '../shapes/values.ts';
import { firstBroken, resultOf, type Interaction, type Rule } from './interaction.ts';
import { criteriaRules, isUserId, renderCriteria } from './search-criteria.ts';

const listShape = v.pipe(
  v.object({ resourceType: v.literal('List'), entry: maybe(v.array(serviceEntryShape)) }),
  v.transform(({ entry = [] }) => entry),
);

export function patientRules(patient: string, referringClinician: string | undefined): Rule[] {
  return [
    { when: !/^\d{10}$/.test(patient), refused: 'nhs-number-wrong', field: 'patient' },
    { when: !isUserId(referringClinician), refused: 'field-wrong', field: 'referringClinician' },
  ];
}

/** Services for one patient, in the order of e-RS. Triage services come back among them. */
export const searchServices: Interaction<ServiceSearch, Service[]> = {
  id: 'A010',
  kind: 'read',
  build(search, dialect) {
    const { patient, referringClinician, criteria } = search;
    const rules = [...patientRules(patient, referringClinician), ...criteriaRules(criteria)];
    const body = parametersOf(profile('eRS-PatientServiceSearch-Parameters-1'), [
      codingParameter('requestType', codeSystem('eRS-RequestType-1'), 'APPOINTMENT_REQUEST'),
      codingParameter('sortBy', codeSystem('eRS-SortBy-1'), search.sortBy),
      identifierParameter('patient', NHS_NUMBER_SYSTEM, patient),
      identifierParameter('referringClinician', SDS_USER_SYSTEM, referringClinician),
      { name: 'searchCriteria', resource: renderCriteria(criteria, dialect) },
    ]);
    return firstBroken(rules) ?? { operation: 'A010', params: {}, body };
  },
  parse: (answer, { origin }) => resultOf(readAs(listShape, answer.body), answer, origin),
  failures: {},
};
