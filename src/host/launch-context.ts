import { parseLocalDate, type Instant } from '../domain/instant.ts';
import { parseNhsNumber } from '../domain/nhs-number.ts';
import type { Patient, PersonName } from '../domain/patient.ts';
import type { Clinician, Organisation } from '../domain/user.ts';
import type { LaunchContext } from './host-adapter.ts';

/** A patient as a host's page has them: text that has not been checked. */
export interface PatientInput {
  nhsNumber: string;
  /** `yyyy-mm-dd` */
  birthDate: string;
  name?: PersonName | undefined;
  gender?: string | undefined;
  postcode?: string | undefined;
  deceased?: { date?: string | undefined } | undefined;
  /** True when the host has checked the record against the national one. */
  verified?: boolean | undefined;
}

export interface LaunchInput {
  patient?: PatientInput | undefined;
  user: { id: string; name?: string | undefined };
  organisation: Organisation;
  /** See `LaunchContext`. */
  onBehalfOf?: Clinician | undefined;
  /** False where the host shows its own banner at all times. Default true. */
  needPatientBanner?: boolean | undefined;
}

export interface LaunchStamp {
  contextId: string;
  seq: number;
  issuedAt: Instant;
}

/** The host edge: the last place where an NHS number or a birth date is a plain string. */
export function readLaunchContext(input: LaunchInput, stamp: LaunchStamp): LaunchContext {
  const { user, organisation, onBehalfOf, needPatientBanner = true } = input;
  return Object.freeze({
    ...stamp,
    user: { ...user },
    organisation: { ...organisation },
    ...(onBehalfOf && { onBehalfOf: { ...onBehalfOf } }),
    needPatientBanner,
    ...(input.patient && readPatient(input.patient)),
  });
}

function readPatient(input: PatientInput): Pick<LaunchContext, 'patient' | 'patientProblem'> {
  const nhsNumber = parseNhsNumber(input.nhsNumber);
  if (!nhsNumber) return { patientProblem: 'nhs-number-wrong' };
  const birthDate = parseLocalDate(input.birthDate);
  if (!birthDate) return { patientProblem: 'birth-date-wrong' };
  const patient: Patient = {
    nhsNumber,
    birthDate,
    name: input.name,
    gender: input.gender,
    postcode: input.postcode,
    deceased: input.deceased && { date: parseLocalDate(input.deceased.date ?? '') },
    verified: input.verified ?? false,
  };
  return { patient: Object.freeze(patient) };
}
