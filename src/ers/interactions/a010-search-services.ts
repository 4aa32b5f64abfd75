import type { Service } from '../../domain/service.ts';
import { codingParameter, identifierParameter, parametersOf } from '../../fhir/parameters.ts';
import type { Dialect } from '../dialects/dialect.ts';
import type { ServiceSearch } from '../verbs/referring.ts';
import {
  codeSystem,
  NHS_NUMBER_SYSTEM,
  ODS_CODE_SYSTEM,
  profile,
  SDS_USER_SYSTEM,
} from '../names.ts';
import { serviceEntryShape } from '../shapes/service.ts';
import { anyNumberOf, mapped, resourceOf } from '../shapes/shape.ts';
import { firstBroken, resultOf, type Interaction, type Rule } from './interaction.ts';
import { criteriaRules, isOdsCode, isUserId, renderCriteria } from './search-criteria.ts';

const listShape = mapped(
  resourceOf('List', { entry: anyNumberOf(serviceEntryShape) }),
  ({ entry }) => entry,
);

export function patientRules(patient: string, referringClinician: string | undefined): Rule[] {
  return [
    { when: !/^\d{10}$/.test(patient), refused: 'nhs-number-wrong', field: 'patient' },
    { when: !isUserId(referringClinician), refused: 'field-wrong', field: 'referringClinician' },
  ];
}

const APPOINTMENT: ServiceSearch['requestType'] = 'APPOINTMENT_REQUEST';
const ADVICE: ServiceSearch['requestType'] = 'ADVICE_AND_GUIDANCE_REQUEST';
const RULE_ORGANISATION = 'commissioningRuleOrganisation';

/** For a referral that exists; never for advice, which nobody commissions (interactions.md §2). */
function ruleOrganisationRules(
  { ruleOrganisation, requestType }: ServiceSearch,
  dialect: Dialect,
): Rule[] {
  if (ruleOrganisation === undefined) return [];
  const isTaken = dialect.quirks.searchesByRuleOrganisation && requestType !== ADVICE;
  return [
    { when: !isTaken, refused: 'field-not-permitted', field: RULE_ORGANISATION },
    { when: !isOdsCode(ruleOrganisation), refused: 'field-wrong', field: RULE_ORGANISATION },
  ];
}

/** Services for one patient, in the order of e-RS. Triage services come back among them. */
export const searchServices: Interaction<ServiceSearch, Service[]> = {
  id: 'A010',
  kind: 'read',
  build(search, dialect) {
    const { patient, referringClinician, criteria, requestType = APPOINTMENT } = search;
    const rules = [
      ...patientRules(patient, referringClinician),
      ...ruleOrganisationRules(search, dialect),
      ...criteriaRules(criteria),
    ];
    const body = parametersOf(profile('eRS-PatientServiceSearch-Parameters-1'), [
      codingParameter('requestType', codeSystem('eRS-RequestType-1'), requestType),
      codingParameter('sortBy', codeSystem('eRS-SortBy-1'), search.sortBy),
      identifierParameter('patient', NHS_NUMBER_SYSTEM, patient),
      identifierParameter('referringClinician', SDS_USER_SYSTEM, referringClinician),
      identifierParameter(RULE_ORGANISATION, ODS_CODE_SYSTEM, search.ruleOrganisation),
      { name: 'searchCriteria', resource: renderCriteria(criteria, dialect) },
    ]);
    return firstBroken(rules) ?? { operation: 'A010', params: {}, body };
  },
  parse: (answer, { origin }) => resultOf(listShape(answer.body), answer, origin),
  failures: {},
};
