import type { WorklistFilter } from '../../domain/worklist-filter.ts';
import { coding } from '../../fhir/codings.ts';
import { identifierParameter, parametersOf } from '../../fhir/parameters.ts';
import type { Dialect } from '../dialects/dialect.ts';
import {
  codeSystem,
  ORGANISATION_SYSTEM,
  profile,
  SDS_USER_SYSTEM,
  SERVICE_SYSTEM,
} from '../names.ts';
import { CODE, NUMBERED_ID, ODS_CODE, SDS_USER_ID } from '../forms.ts';
import { formRule, neededForm, type Rule } from './rules.ts';

/** A list by its code and the system of codes that it is of. */
export interface ListType {
  system: 'eRS-ReferralListSelector-1' | 'eRS-CommunicationListSelector-1';
  code: string;
}

/**
 * interactions.md §11. That a specialty comes with its indicator ASSIGNED and only then, and is never
 * NOT_ASSIGNED, follows from the shape of the filter.
 */
export function filterRules({ serviceId, specialty, location, clinician }: WorklistFilter): Rule[] {
  return [
    formRule('service', serviceId, NUMBERED_ID),
    formRule('specialty', specialty, CODE),
    formRule('location', location, ODS_CODE),
    // ASSIGNED is said by naming the clinician, and in no other way.
    (typeof clinician === 'object' ? neededForm : formRule)(
      'clinician',
      userOf(clinician),
      SDS_USER_ID,
    ),
  ];
}

function userOf(clinician: WorklistFilter['clinician']): string | undefined {
  if (typeof clinician === 'object') return clinician.sdsUserId;
  return clinician === 'NOT_ASSIGNED' ? undefined : clinician;
}

/** The whole body. Two filters stand with their indicators, which no one else need know. */
export function worklistBody(
  { system, code }: ListType,
  { serviceId, specialty, location, clinician }: WorklistFilter,
  { referenceListBase }: Dialect,
) {
  const assigned = typeof clinician === 'object' ? 'ASSIGNED' : clinician;
  return parametersOf(profile('eRS-FetchWorklist-Parameters-1'), [
    conceptParameter('listType', codeSystem(system), code),
    identifierParameter('service', SERVICE_SYSTEM, serviceId),
    conceptParameter(
      'specialtyAssignedIndicator',
      INDICATOR,
      specialty === undefined ? undefined : 'ASSIGNED',
    ),
    conceptParameter('specialty', `${referenceListBase}SPECIALTY`, specialty),
    identifierParameter('location', ORGANISATION_SYSTEM, location),
    conceptParameter('clinicianAssignedIndicator', INDICATOR, assigned),
    identifierParameter('clinician', SDS_USER_SYSTEM, userOf(clinician)),
  ]);
}

const INDICATOR = codeSystem('eRS-AssignedIndicator-1');

function conceptParameter(name: string, system: string, code: string | undefined) {
  return code === undefined
    ? undefined
    : { name, valueCodeableConcept: { coding: [coding(system, code)] } };
}
