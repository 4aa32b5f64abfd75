import { PRIORITIES, type SearchCriteria } from '../../domain/criteria.ts';
import {
  codingParameter,
  identifierParameter,
  parametersOf,
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
import { isWhole, type Rule } from './interaction.ts';

const CRITERIA_ID = 'ServiceSearchCriteria-1';
const BOOKABLE = 'ALL_AVAILABLE_FOR_BOOKING';

/** Of a search and of the referral made from it: e-RS compares the two. */
export function criteriaRules(criteria: SearchCriteria): Rule[] {
  const { specialty, clinicType, clinicalTerm, namedClinician, distanceLimit, waitLimit } =
    criteria;
  const wait = 'indicativeAppointmentWaitTimeLimit';
  return [
    { when: !PRIORITIES.includes(criteria.priority), refused: 'field-required', field: 'priority' },
    { when: !!clinicType && !specialty, refused: 'field-not-permitted', field: 'clinicType' },
    {
      when: !(specialty && clinicType) && !clinicalTerm && !namedClinician,
      refused: 'criteria-missing',
      field: 'searchCriteria',
    },
    { when: !isUserId(namedClinician?.code), refused: 'field-wrong', field: 'namedClinician' },
    { when: !isOdsCode(criteria.organisation), refused: 'field-wrong', field: 'organisation' },
    { when: !isWhole(distanceLimit), refused: 'field-wrong', field: 'distanceLimit' },
    {
      when: distanceLimit !== undefined && !criteria.postcode,
      refused: 'field-not-permitted',
      field: 'distanceLimit',
    },
    { when: !isWhole(waitLimit), refused: 'field-wrong', field: wait },
    {
      when: waitLimit !== undefined && criteria.priority === 'TWO_WEEK_WAIT',
      refused: 'field-not-permitted',
      field: wait,
    },
    {
      when: criteria.commissioningProvisioning === 'ALL_SERVICES',
      refused: 'field-wrong',
      field: 'commissioningProvisioning',
    },
  ];
}

/** True also of what is not given. */
export function isUserId(id: string | undefined): boolean {
  return id === undefined || /^\d{12}$/.test(id);
}

/** True also of what is not given. */
export function isOdsCode(code: string | undefined): boolean {
  return code === undefined || /^[A-Za-z0-9]{1,12}$/.test(code);
}

/** The searchCriteria resource. Rendered alike for a search and for the referral made from it. */
export function renderCriteria(criteria: SearchCriteria, dialect: Dialect) {
  const unasked = dialect.quirks.sendsCommissioningProvisioning ? BOOKABLE : undefined;
  const { specialty, clinicType, clinicalTerm, namedClinician, organisation } = criteria;
  const resource = parametersOf(profile('eRS-ServiceSearchCriteria-Parameters-1'), [
    codingParameter('priority', codeSystem('eRS-Priority-1'), criteria.priority),
    codingParameter('specialty', `${dialect.referenceListBase}SPECIALTY`, specialty?.code),
    codingParameter('clinicType', codeSystem('eRS-ClinicType-1'), clinicType?.code),
    codingParameter('clinicalTerm', SNOMED_SYSTEM, clinicalTerm?.code),
    identifierParameter('namedClinician', SDS_USER_SYSTEM, namedClinician?.code),
    identifierParameter('organisation', ORGANISATION_SYSTEM, organisation),
    codingParameter(
      'commissioningProvisioning',
      codeSystem('eRS-CommissioningProvisioning-1'),
      criteria.commissioningProvisioning ?? unasked,
    ),
    { name: 'ageAndGenderAppropriate', valueBoolean: criteria.ageAndGenderAppropriate },
    criteria.postcode ? { name: 'postcode', valueString: criteria.postcode } : undefined,
    wholeNumberParameter('distanceLimit', criteria.distanceLimit),
    wholeNumberParameter('indicativeAppointmentWaitTimeLimit', criteria.waitLimit),
  ]);
  return { id: CRITERIA_ID, ...resource };
}
