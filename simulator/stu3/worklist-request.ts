import type { WorklistFilter } from '../core/worklists.ts';
import { refuse } from '../core/refusal.ts';
import { organisationSystem, serviceSystem, userSystem } from './names.ts';
import type { ParameterSet } from './parameters.ts';
import {
  conceptAmong,
  conceptCodeOf,
  identifierOf,
  readParameters,
  required,
} from './parameters.ts';

const assigned = {
  system: '/eRS-AssignedIndicator-1',
  codes: ['ASSIGNED', 'NOT_ASSIGNED'],
} as const;

/** The value goes with the indicator ASSIGNED, and only with it. */
function requireIndicated(
  name: string,
  { indicator, value }: { indicator: string | undefined; value: string | undefined },
): void {
  if (indicator === 'ASSIGNED' && !value) refuse('MISSING_VALUE', name, 'is missing.');
  if (indicator !== 'ASSIGNED' && value) {
    refuse('UNEXPECTED_FIELD', name, `is only for ${name}AssignedIndicator ASSIGNED.`);
  }
}

function specialtyOf(set: ParameterSet): string | undefined {
  const indicator = conceptAmong(set, 'specialtyAssignedIndicator', assigned);
  if (indicator === 'NOT_ASSIGNED') {
    refuse('INVALID_VALUE', 'specialtyAssignedIndicator', 'may not be NOT_ASSIGNED.');
  }
  const value = conceptCodeOf(set, 'specialty', '/CodeSystem/SPECIALTY');
  requireIndicated('specialty', { indicator, value });
  return value;
}

function clinicianOf(set: ParameterSet): string | undefined {
  const indicator = conceptAmong(set, 'clinicianAssignedIndicator', assigned);
  const value = identifierOf(set, 'clinician', { system: userSystem, pattern: /^\d{12}$/ });
  requireIndicated('clinician', { indicator, value });
  return indicator === 'NOT_ASSIGNED' ? indicator : value;
}

export interface WorklistRequest<T extends string> {
  list: T;
  filter: WorklistFilter;
}

/** What A008 and A023 send: which list, and what to narrow it to. */
export function readWorklistRequest<T extends string>(
  body: unknown,
  selector: { system: string; codes: readonly T[] },
): WorklistRequest<T> {
  const set = readParameters(body, 'Parameters', {
    profile: 'eRS-FetchWorklist-Parameters-1',
    names: [
      'listType',
      'service',
      'specialtyAssignedIndicator',
      'specialty',
      'location',
      'clinicianAssignedIndicator',
      'clinician',
    ],
  });
  const pattern = /^\w+$/;
  return {
    list: required(conceptAmong(set, 'listType', selector), 'listType'),
    filter: {
      service: identifierOf(set, 'service', { system: serviceSystem, pattern }),
      specialty: specialtyOf(set),
      location: identifierOf(set, 'location', { system: organisationSystem, pattern }),
      clinician: clinicianOf(set),
    },
  };
}
