import type { Appointment as FhirAppointment, AppointmentParticipant } from 'fhir/r3';
import type { Appointment, Referral } from '../core/model.ts';
import type { Writing } from '../http/interaction.ts';
import { reasonCoding } from './reasons.ts';
import {
  appointmentDescription,
  appointmentProfiles,
  nhsNumberSystem,
  profile,
  serviceSystem,
  userSystem,
} from './names.ts';

const participantTypes = 'http://hl7.org/fhir/ValueSet/encounter-participant-type';

function service({ core }: Writing, appointment: Appointment): AppointmentParticipant {
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

function reasonOf({ variant }: Writing, { reason }: Appointment): Pick<FhirAppointment, 'reason'> {
  return reason ? { reason: [{ coding: [reasonCoding(variant, reason)] }] } : {};
}

function commentOf(appointment: Appointment): Pick<FhirAppointment, 'comment'> {
  return appointment.comment === undefined ? {} : { comment: appointment.comment };
}

function timesOf(appointment: Appointment): Pick<FhirAppointment, 'start' | 'end'> {
  const { start, end } = appointment;
  return start && end ? { start, end } : {};
}

function incomingReferral(referral: Referral): Pick<FhirAppointment, 'incomingReferral'> {
  const { ubrn, version } = referral;
  return { incomingReferral: [{ reference: `ReferralRequest/${ubrn}/_history/${version}` }] };
}

/** The appointment by itself, as A016 answers it. */
export function writeAppointment(
  writing: Writing,
  referral: Referral,
  appointment: Appointment,
): FhirAppointment {
  const { shown } = writing;
  const explained = shown.deferralReasonOnAppointment;
  const { slotId } = appointment;
  return {
    id: appointment.id,
    meta: {
      ...(shown.appointmentVersion && { versionId: String(appointment.version) }),
      profile: appointmentProfiles,
    },
    language: 'en',
    resourceType: 'Appointment',
    status: appointment.status,
    ...(explained && reasonOf(writing, appointment)),
    description: appointmentDescription,
    ...timesOf(appointment),
    ...(slotId && { slot: [{ reference: `Slot/${slotId}` }] }),
    created: appointment.created,
    ...(explained && commentOf(appointment)),
    ...incomingReferral(referral),
    participant: [
      service(writing, appointment),
      patient(referral),
      ...(appointment.clinician
        ? [clinician(appointment.clinician, shown.appointmentClinicianType)]
        : []),
    ],
  };
}

/** `whole` is what A016 answers too; `untimed` is without start, end and clinician. */
export type AppointmentForm = 'whole' | 'short' | 'untimed';

/** As the older HSCN samples contain it. */
function containShort(
  writing: Writing,
  appointment: Appointment,
  form: AppointmentForm,
): FhirAppointment {
  const { shown } = writing;
  const explained = shown.deferralReasonOnReferral;
  const timed = form === 'short' || shown.appointmentOnLetters;
  return {
    id: 'appointment',
    meta: { profile: [profile('eRS-Appointment-1')] },
    resourceType: 'Appointment',
    status: appointment.status,
    ...(explained && reasonOf(writing, appointment)),
    ...(timed && timesOf(appointment)),
    ...(shown.appointmentCreatedOnReferral && { created: appointment.created }),
    ...(explained && commentOf(appointment)),
    participant: [
      service(writing, appointment),
      ...(timed && appointment.clinician ? [clinician(appointment.clinician, true)] : []),
    ],
  };
}

/** The appointment as a referral contains it: undefined when it has none. */
export function containAppointment(
  writing: Writing,
  referral: Referral,
  form: AppointmentForm,
): FhirAppointment | undefined {
  const { appointment } = referral;
  if (!appointment) return undefined;
  if (!writing.variant.complete && form !== 'whole') {
    return containShort(writing, appointment, form);
  }
  return { ...writeAppointment(writing, referral, appointment), id: 'appointment' };
}
