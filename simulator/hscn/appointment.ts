import type { Appointment as FhirAppointment, AppointmentParticipant } from 'fhir/r3';
import type { Core } from '../core/core.ts';
import type { Appointment, Referral } from '../core/model.ts';
import {
  appointmentDescription,
  appointmentProfiles,
  codeSystem,
  nhsNumberSystem,
  profile,
  serviceSystem,
  userSystem,
} from './names.ts';

const participantTypes = 'http://hl7.org/fhir/ValueSet/encounter-participant-type';

function service(core: Core, appointment: Appointment): AppointmentParticipant {
  const display = core.directory.services.get(appointment.serviceId)?.name;
  return {
    actor: {
      ...(display && { display }),
      identifier: { system: serviceSystem, value: appointment.serviceId },
    },
    status: 'accepted',
  };
}

function patient(referral: Referral): AppointmentParticipant {
  return {
    actor: { identifier: { system: nhsNumberSystem, value: referral.patient } },
    status: 'accepted',
  };
}

/** `participant.type` is one object in e-RS, though FHIR says a list. */
function clinician(sdsUserId: string, withType: boolean): AppointmentParticipant {
  const type = { coding: [{ system: participantTypes, code: 'CON' }] };
  const oneObject = type as unknown as NonNullable<AppointmentParticipant['type']>;
  return {
    ...(withType && { type: oneObject }),
    actor: { identifier: { system: userSystem, value: sdsUserId } },
    status: 'accepted',
  };
}

function reasonOf(appointment: Appointment): Pick<FhirAppointment, 'reason'> {
  if (!appointment.reason) return {};
  const coding = { system: codeSystem('eRS-ReviewReason-1'), code: appointment.reason };
  return { reason: [{ coding: [coding] }] };
}

function commentOf(appointment: Appointment): Pick<FhirAppointment, 'comment'> {
  return appointment.comment === undefined ? {} : { comment: appointment.comment };
}

function timesOf(appointment: Appointment): Pick<FhirAppointment, 'start' | 'end'> {
  const { start, end } = appointment;
  return start && end ? { start, end } : {};
}

/** What A016 answers. */
export function writeAppointment(
  core: Core,
  referral: Referral,
  appointment: Appointment,
): FhirAppointment {
  const { switches } = core;
  const explained = switches.deferralReasonOnAppointment;
  const { slotId } = appointment;
  return {
    id: appointment.id,
    meta: {
      ...(switches.appointmentVersion && { versionId: String(appointment.version) }),
      profile: appointmentProfiles,
    },
    language: 'en',
    resourceType: 'Appointment',
    status: appointment.status,
    ...(explained && reasonOf(appointment)),
    description: appointmentDescription,
    ...timesOf(appointment),
    ...(slotId && { slot: [{ reference: `Slot/${slotId}` }] }),
    created: appointment.created,
    ...(explained && commentOf(appointment)),
    incomingReferral: [
      { reference: `ReferralRequest/${referral.ubrn}/_history/${referral.version}` },
    ],
    participant: [
      service(core, appointment),
      patient(referral),
      ...(appointment.clinician
        ? [clinician(appointment.clinician, switches.appointmentClinicianType)]
        : []),
    ],
  };
}

/** The appointment as a referral contains it; A012's sample shows fewer fields than A005's. */
export function containAppointment(
  core: Core,
  appointment: Appointment,
  on: 'A005' | 'A012',
): FhirAppointment {
  const { switches } = core;
  const explained = switches.deferralReasonOnReferral;
  const timed = on === 'A005' || switches.appointmentOnLetters;
  return {
    id: 'appointment',
    meta: { profile: [profile('eRS-Appointment-1')] },
    resourceType: 'Appointment',
    status: appointment.status,
    ...(explained && reasonOf(appointment)),
    ...(timed && timesOf(appointment)),
    ...(switches.appointmentCreatedOnReferral && { created: appointment.created }),
    ...(explained && commentOf(appointment)),
    participant: [
      service(core, appointment),
      ...(timed && appointment.clinician ? [clinician(appointment.clinician, true)] : []),
    ],
  };
}
