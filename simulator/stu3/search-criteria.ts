import type { Parameters, ParametersParameter } from 'fhir/r3';
import type { SearchCriteria } from '../core/model.ts';
import { priorities } from '../core/model.ts';
import { refuse } from '../core/refusal.ts';
import { codeSystem, organisationSystem, profile, specialtySystem, userSystem } from './names.ts';
import {
  booleanOf,
  codeAmong,
  codeOf,
  identifierOf,
  readParameters,
  required,
  stringOf,
  unsignedIntOf,
} from './parameters.ts';
import { isObject } from './request-body.ts';
import type { Stu3Variant } from './variant.ts';

const names = [
  'priority',
  'specialty',
  'clinicType',
  'clinicalTerm',
  'namedClinician',
  'indicativeAppointmentWaitTimeLimit',
  'postcode',
  'distanceLimit',
  'ageAndGenderAppropriate',
  'commissioningProvisioning',
  'organisation',
];
const name = 'eRS-ServiceSearchCriteria-Parameters-1';
const sdsUser = { system: userSystem, pattern: /^\d{12}$/ };
const provisionings = [
  'ALL_AVAILABLE_FOR_BOOKING',
  'LOCALLY_COMMISSIONABLE',
  'NATIONALLY_AVAILABLE',
  'ALL_SERVICES',
] as const;

/**
 * What is searched by. The platform has no say in who commissions: it takes everything that may be
 * booked, and gives `place` back only.
 */
export function readCriteria({ dialect }: Stu3Variant, resource: unknown): SearchCriteria {
  const onPlatform = dialect === 'api-platform';
  const set = readParameters(resource, 'searchCriteria', {
    profile: name,
    names: onPlatform ? [...names, 'place'] : names,
  });
  if (!isObject(resource) || typeof resource['id'] !== 'string') {
    refuse('MISSING_VALUE', 'searchCriteria.id', 'is missing.');
  }
  return {
    priority: required(
      codeAmong(set, 'priority', { system: '/eRS-Priority-1', codes: priorities }),
      'priority',
    ),
    specialty: codeOf(set, 'specialty', '/CodeSystem/SPECIALTY'),
    clinicType: codeOf(set, 'clinicType', '/eRS-ClinicType-1'),
    clinicalTerm: codeOf(set, 'clinicalTerm', '//snomed.info/sct'),
    namedClinician: identifierOf(set, 'namedClinician', sdsUser),
    indicativeAppointmentWaitTimeLimit: unsignedIntOf(set, 'indicativeAppointmentWaitTimeLimit'),
    postcode: stringOf(set, 'postcode'),
    distanceLimit: unsignedIntOf(set, 'distanceLimit'),
    ageAndGenderAppropriate: required(
      booleanOf(set, 'ageAndGenderAppropriate'),
      'ageAndGenderAppropriate',
    ),
    commissioningProvisioning: onPlatform
      ? undefined
      : codeAmong(set, 'commissioningProvisioning', {
          system: '/eRS-CommissioningProvisioning-1',
          codes: provisionings,
        }),
    organisation: identifierOf(set, 'organisation', {
      system: organisationSystem,
      pattern: /^[A-Z0-9]{2,12}$/i,
    }),
  };
}

function coded(parameter: string, system: string, code: string | undefined): ParametersParameter[] {
  return code === undefined ? [] : [{ name: parameter, valueCoding: { system, code } }];
}

function counted(parameter: string, value: number | undefined): ParametersParameter[] {
  return value === undefined ? [] : [{ name: parameter, valueUnsignedInt: value }];
}

/** The criteria as a referral contains them. The organisation is not echoed on read. */
export function writeCriteria(
  variant: Stu3Variant,
  criteria: SearchCriteria,
  id: string,
): Parameters {
  const { namedClinician, postcode } = criteria;
  return {
    id,
    meta: { profile: [profile(name)] },
    resourceType: 'Parameters',
    parameter: [
      ...coded('priority', codeSystem('eRS-Priority-1'), criteria.priority),
      ...coded('specialty', specialtySystem(variant), criteria.specialty),
      ...coded('clinicType', codeSystem('eRS-ClinicType-1'), criteria.clinicType),
      ...coded('clinicalTerm', 'http://snomed.info/sct', criteria.clinicalTerm),
      ...(namedClinician
        ? [
            {
              name: 'namedClinician',
              valueIdentifier: { system: userSystem, value: namedClinician },
            },
          ]
        : []),
      ...counted('indicativeAppointmentWaitTimeLimit', criteria.indicativeAppointmentWaitTimeLimit),
      ...(postcode ? [{ name: 'postcode', valueString: postcode }] : []),
      ...counted('distanceLimit', criteria.distanceLimit),
      { name: 'ageAndGenderAppropriate', valueBoolean: criteria.ageAndGenderAppropriate },
      ...coded(
        'commissioningProvisioning',
        codeSystem('eRS-CommissioningProvisioning-1'),
        criteria.commissioningProvisioning,
      ),
    ],
  };
}
