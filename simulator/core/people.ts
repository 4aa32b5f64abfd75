import type { Core } from './core.ts';
import type { Caller, Patient } from './model.ts';
import { refuse } from './refusal.ts';

/** The patient, if e-RS may refer them. */
export function referablePatient(core: Core, nhsNumber: string): Patient {
  const patient = core.directory.patients.get(nhsNumber);
  if (!patient) return refuse('REFERENCE_NOT_FOUND', 'patient', 'is not known to PDS.');
  if (patient.flag === 'sensitive') refuse('PATIENT_ERROR', 'patient', 'has a sensitive record.');
  if (patient.flag === 'no-gp-practice') {
    refuse('NO_REG_GP_PRACTICE', 'patient', 'has no registered GP practice.');
  }
  return patient;
}

/** Somebody of the caller's organisation whose roles there are others; HSCN has no word of it. */
function requireRoleAtOrganisation(core: Core, { odsCode, dialect }: Caller, id: string): void {
  const users = [...core.directory.smartcards.values()];
  const permissions = users.find(({ identifier }) => identifier === id)?.permissions ?? [];
  if (!permissions.some(({ orgIdentifier }) => orgIdentifier === odsCode)) return;
  const code =
    dialect === 'hscn' ? 'REFERENCED_USER_IS_NOT_RC' : 'REFERENCED_USER_IS_NOT_RC_AT_ORG';
  refuse(code, 'referringClinician', 'is not a referring clinician of your organisation.');
}

/** RCA must name who refers; nobody else may (A010, A011). */
export function responsibleClinician(
  core: Core,
  caller: Caller,
  referringClinician: string | undefined,
): string {
  const field = 'referringClinician';
  if (caller.role !== 'REFERRING_CLINICIAN_ADMIN') {
    if (referringClinician) refuse('FIELD_NOT_PERMITTED', field, 'is only for a clinician admin.');
    return caller.userId;
  }
  if (!referringClinician) {
    return refuse('VALUE_IS_REQUIRED', field, 'is needed from a clinician admin.');
  }
  const clinician = core.directory.clinicians.get(referringClinician);
  if (!clinician) {
    requireRoleAtOrganisation(core, caller, referringClinician);
    return refuse('REFERENCE_NOT_FOUND', field, 'is not a known user.');
  }
  if (clinician.kind !== 'referrer') {
    refuse('REFERENCED_USER_IS_NOT_RC', field, 'is not a referring clinician.');
  }
  if (clinician.inactive) refuse('REFERENCED_USER_IS_NOT_ACTIVE', field, 'is not active.');
  if (clinician.odsCode !== caller.odsCode) {
    refuse('REFERENCED_USER_NOT_IN_ORG', field, 'does not work at your organisation.');
  }
  return clinician.sdsUserId;
}

export function requireNamedClinician(core: Core, sdsUserId: string): void {
  const clinician = core.directory.clinicians.get(sdsUserId);
  const field = 'namedClinician';
  if (!clinician) return refuse('REFERENCE_NOT_FOUND', field, 'is not a known user.');
  if (clinician.kind !== 'provider') {
    refuse('REFERENCED_USER_IS_NOT_SPC', field, 'is not a service provider clinician.');
  }
  if (clinician.inactive) refuse('REFERENCED_USER_IS_NOT_ACTIVE', field, 'is not active.');
}
