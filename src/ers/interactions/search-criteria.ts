import type { Coded, SearchCriteria } from '../../domain/criteria.ts';
import {
  booleanParameter,
  codingParameter,
  identifierParameter,
  parametersOf,
  textParameter,
  wholeNumberParameter,
} from '../../fhir/parameters.ts';
import type { Dialect } from '../dialects/dialect.ts';
import {
  codeSystem,
  ORGANISATION_SYSTEM,
  profile,
  SDS_USER_SYSTEM,
  SNOMED_SYSTEM,
} from '../names.ts';
import { CODE, ODS_CODE, SDS_USER_ID } from '../forms.ts';
import { neededPriority, priorityParameter } from './priority.ts';
import { countRule, formRule, missing, notPermitted, wrong, type Rule } from './rules.ts';

const WAIT = 'indicativeAppointmentWaitTimeLimit';
const SUITABLE = 'ageAndGenderAppropriate';
const CRITERIA_ID = 'ServiceSearchCriteria-1';
const PROVISIONING = 'commissioningProvisioning';

/** That what is chosen has a code: an empty one would be sent as it is. */
function codeRule(field: string, chosen: Partial<Coded> | undefined, form = CODE): Rule {
  return wrong(field, !!chosen && !form.test(chosen.code ?? ''));
}

/** Of a search and of the referral made from it: e-RS compares the two (interactions.md §2). */
export function criteriaRules(criteria: SearchCriteria, { quirks }: Dialect): Rule[] {
  const { priority, specialty, clinicType, clinicalTerm, namedClinician } = criteria;
  const { distanceLimit, waitLimit } = criteria;
  const isSearch =
    (specialty?.code && clinicType?.code) || clinicalTerm?.code || namedClinician?.code;
  return [
    neededPriority('priority', priority),
    notPermitted('clinicType', !!clinicType && !specialty),
    { refused: 'criteria-missing', field: 'searchCriteria', isBroken: !isSearch },
    codeRule('specialty', specialty),
    codeRule('clinicType', clinicType),
    codeRule('clinicalTerm', clinicalTerm),
    codeRule('namedClinician', namedClinician, SDS_USER_ID),
    missing(SUITABLE, typeof criteria.ageAndGenderAppropriate !== 'boolean'),
    formRule('organisation', criteria.organisation, ODS_CODE),
    countRule('distanceLimit', distanceLimit),
    notPermitted('distanceLimit', distanceLimit !== undefined && !criteria.postcode),
    countRule(WAIT, waitLimit),
    notPermitted(WAIT, waitLimit !== undefined && priority === 'TWO_WEEK_WAIT'),
    wrong(
      PROVISIONING,
      criteria[PROVISIONING] === 'ALL_SERVICES' && !!quirks.readsCommissioningProvisioning,
    ),
  ];
}

/** The searchCriteria resource. Rendered alike for a search and for the referral made from it. */
export function renderCriteria(criteria: SearchCriteria, { quirks, referenceListBase }: Dialect) {
  const unasked = quirks.readsCommissioningProvisioning ? 'ALL_AVAILABLE_FOR_BOOKING' : undefined;
  const { specialty, clinicType, clinicalTerm, namedClinician, organisation } = criteria;
  const resource = parametersOf(profile('eRS-ServiceSearchCriteria-Parameters-1'), [
    priorityParameter('priority', criteria.priority),
    codingParameter('specialty', `${referenceListBase}SPECIALTY`, specialty?.code),
    codingParameter('clinicType', codeSystem('eRS-ClinicType-1'), clinicType?.code),
    codingParameter('clinicalTerm', SNOMED_SYSTEM, clinicalTerm?.code),
    identifierParameter('namedClinician', SDS_USER_SYSTEM, namedClinician?.code),
    identifierParameter('organisation', ORGANISATION_SYSTEM, organisation),
    codingParameter(
      PROVISIONING,
      codeSystem('eRS-CommissioningProvisioning-1'),
      criteria[PROVISIONING] ?? unasked,
    ),
    booleanParameter(SUITABLE, criteria.ageAndGenderAppropriate),
    textParameter('postcode', criteria.postcode),
    wholeNumberParameter('distanceLimit', criteria.distanceLimit),
    wholeNumberParameter(WAIT, criteria.waitLimit),
  ]);
  return { id: CRITERIA_ID, ...resource };
}
