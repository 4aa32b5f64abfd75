import type { SortBy } from '../../domain/criteria.ts';
import type { Service } from '../../domain/service.ts';
import { codingParameter, identifierParameter, parametersOf } from '../../fhir/parameters.ts';
import type { Dialect } from '../dialects/dialect.ts';
import type { ServiceSearch } from '../verbs/referring.ts';
import { codeSystem, ODS_CODE_SYSTEM, profile } from '../names.ts';
import { serviceEntryShape } from '../shapes/service.ts';
import { anyNumberOf, mapped, resourceOf } from '../shapes/shape.ts';
import { ODS_CODE } from '../forms.ts';
import { bodyAs, type Interaction } from './interaction.ts';
import { patientParameters, patientRules } from './for-patient.ts';
import { formRule, neededWord, notPermitted, wordRule, type Rule } from './rules.ts';
import { criteriaRules, renderCriteria } from './search-criteria.ts';

const listShape = mapped(
  resourceOf('List', { entry: anyNumberOf(serviceEntryShape) }),
  ({ entry }) => entry,
);

const APPOINTMENT: ServiceSearch['requestType'] = 'APPOINTMENT_REQUEST';
const ADVICE: ServiceSearch['requestType'] = 'ADVICE_AND_GUIDANCE_REQUEST';
/** There is none for triage: those services come with the bookable ones (interactions.md §2). */
const REQUEST_TYPES: readonly string[] = [APPOINTMENT, ADVICE];
const SORTS: readonly string[] = ['DISTANCE', 'IWT'] satisfies SortBy[];
const RULE_ORGANISATION = 'commissioningRuleOrganisation';

/** For a referral that exists; never for advice, which nobody commissions (interactions.md §2). */
function ruleOrganisationRules(
  { ruleOrganisation, requestType }: ServiceSearch,
  dialect: Dialect,
): Rule[] {
  if (ruleOrganisation === undefined) return [];
  const isTaken = dialect.quirks.searchesByRuleOrganisation && requestType !== ADVICE;
  return [
    notPermitted(RULE_ORGANISATION, !isTaken),
    formRule(RULE_ORGANISATION, ruleOrganisation, ODS_CODE),
  ];
}

/** Services for one patient, in the order of e-RS. Triage services come back among them. */
export const searchServices: Interaction<ServiceSearch, Service[]> = {
  id: 'A010',
  kind: 'read',
  rules: (search, dialect) => [
    wordRule('requestType', search.requestType, REQUEST_TYPES),
    neededWord('sortBy', search.sortBy, SORTS),
    ...patientRules(search),
    ...ruleOrganisationRules(search, dialect),
    ...criteriaRules(search.criteria, dialect),
  ],
  build(search, dialect) {
    const { criteria, requestType = APPOINTMENT } = search;
    const body = parametersOf(profile('eRS-PatientServiceSearch-Parameters-1'), [
      codingParameter('requestType', codeSystem('eRS-RequestType-1'), requestType),
      codingParameter('sortBy', codeSystem('eRS-SortBy-1'), search.sortBy),
      ...patientParameters(search),
      identifierParameter(RULE_ORGANISATION, ODS_CODE_SYSTEM, search.ruleOrganisation),
      { name: 'searchCriteria', resource: renderCriteria(criteria, dialect) },
    ]);
    return { body };
  },
  parse: bodyAs(listShape),
};
