import type { AppointmentRecord } from '../../domain/appointment-record.ts';
import type { ReferralVersion } from '../../domain/referral.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import { coding } from '../../fhir/codings.ts';
import { identifier } from '../../fhir/identifiers.ts';
import type { Quirks } from '../dialects/dialect.ts';
import {
  CARE_CONNECT_APPOINTMENT,
  NHS_NUMBER_SYSTEM,
  PARTICIPANT_TYPE_SYSTEM,
  profile,
  SDS_USER_SYSTEM,
  SERVICE_SYSTEM,
} from '../names.ts';
import { NUMBERED_ID, SDS_USER_ID, UBRN, VERSION } from '../forms.ts';
import { patientRules } from './for-patient.ts';
import { formRule, neededForm, type Rule } from './rules.ts';

/** Of whom and of which version of a referral an appointment is. */
export interface Parties {
  ubrn: Ubrn;
  /** Of the referral. */
  version: ReferralVersion;
  patient: string;
  serviceId: string;
  /** SDS user id. */
  clinician?: string | undefined;
}

export function partyRules({ ubrn, version, patient, serviceId, clinician }: Parties): Rule[] {
  return [
    neededForm('incomingReferral', ubrn, UBRN),
    neededForm('incomingReferral', version, VERSION),
    ...patientRules({ patient }),
    neededForm('participant', serviceId, NUMBERED_ID),
    formRule('participant', clinician, SDS_USER_ID),
  ];
}

/** What every Appointment that is sent has. `record` is the one that is changed, if there is one. */
export function renderAppointment(
  parties: Parties,
  quirks: Quirks,
  record?: Pick<AppointmentRecord, 'id' | 'version'>,
) {
  const isOfPlatform = quirks.appointmentHasIdAndErsProfile ?? false;
  const profiles = isOfPlatform ? [profile('eRS-Appointment-1')] : [];
  return {
    resourceType: 'Appointment',
    ...(isOfPlatform && { id: record?.id ?? 'appointment' }),
    meta: {
      ...(record && { versionId: record.version }),
      profile: [...profiles, CARE_CONNECT_APPOINTMENT],
    },
    language: 'en',
    description: 'e-Referral Appointment',
    incomingReferral: [
      { reference: `ReferralRequest/${parties.ubrn}/_history/${parties.version}` },
    ],
    participant: renderParticipants(parties, isOfPlatform),
  };
}

function renderParticipants({ patient, serviceId, clinician }: Parties, hasType: boolean) {
  const accepted = (system: string, value: string) => ({
    actor: { identifier: identifier(system, value) },
    status: 'accepted',
  });
  const type = { coding: [coding(PARTICIPANT_TYPE_SYSTEM, 'CON')] };
  return [
    accepted(SERVICE_SYSTEM, serviceId),
    accepted(NHS_NUMBER_SYSTEM, patient),
    ...(clinician ? [{ ...(hasType && { type }), ...accepted(SDS_USER_SYSTEM, clinician) }] : []),
  ];
}
