import type { Priority } from '../../domain/criteria.ts';
import type { PdfFile } from '../../domain/letter.ts';
import type { NhsNumber } from '../../domain/nhs-number.ts';
import type { WriteResult } from '../../domain/problem.ts';
import type { Appointment, DeferReason, ReferralVersion } from '../../domain/referral.ts';
import type { Slot, SlotPage } from '../../domain/slot.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import { retrieveSlots } from '../interactions/a015-retrieve-slots.ts';
import { makeAppointment } from '../interactions/a016-make-appointment.ts';
import { retrievePatientLetter } from '../interactions/a019-retrieve-patient-letter.ts';
import type { Calls, ReadOptions, WriteOptions } from './verbs.ts';

export interface SlotSearch {
  serviceId: string;
  priority: Priority;
  /** ODS code of the commissioning rule organisation. */
  ruleOrganisation: string;
  /** From 1. */
  page: number;
  /** SDS user id: only slots of this clinician, whom the service must name. */
  clinician?: string | undefined;
  /** 1–100; default 100. */
  count?: number | undefined;
}

export interface Booking {
  ubrn: Ubrn;
  version: ReferralVersion;
  patient: NhsNumber;
  slot: Slot;
}

export interface Deferral {
  ubrn: Ubrn;
  version: ReferralVersion;
  patient: NhsNumber;
  serviceId: string;
  reason: DeferReason;
  /** The slot that was lost; with SLOT_NOT_AVAILABLE only. */
  slotId?: string | undefined;
  /** At most 1,000 characters. */
  comment?: string | undefined;
}

/** API platform; over HSCN a referral is sent for triage as it is created. */
export interface TriageRequest {
  ubrn: Ubrn;
  version: ReferralVersion;
  patient: NhsNumber;
  /** A triage service of the shortlist. */
  serviceId: string;
  /** At most 1,000 characters. */
  comment?: string | undefined;
}

/** A booking, deferral or sending for triage that e-RS has confirmed, with the referral's new version from its answer. */
export interface ConfirmedAppointment {
  ubrn: Ubrn;
  referralVersion: ReferralVersion;
  appointment: Appointment;
}

/** Slots, appointments and the letter with which a patient books. */
export interface BookingVerbs {
  /** One page, 1–100 slots; pages are no snapshot. `page-out-of-range` past the last. */
  retrieveSlots(search: SlotSearch, options?: ReadOptions): Promise<SlotPage>;
  /** Made anew at each asking. Over HSCN only while the referral is neither booked nor deferred. */
  retrievePatientLetter(ubrn: Ubrn, options?: ReadOptions): Promise<PdfFile>;

  /** May take two minutes. After an unknown outcome read the referral before anything else. */
  bookAppointment(
    booking: Booking,
    options: WriteOptions,
  ): Promise<WriteResult<ConfirmedAppointment>>;
  /** Only for a lawful cause. After an unknown outcome read the referral before anything else. */
  deferToProvider(
    deferral: Deferral,
    options: WriteOptions,
  ): Promise<WriteResult<ConfirmedAppointment>>;
  /** Refused locally, field `reason`, where the dialect sends for triage in another way. */
  sendForTriage(
    request: TriageRequest,
    options: WriteOptions,
  ): Promise<WriteResult<ConfirmedAppointment>>;
}

export function bookingVerbs({ read, write }: Calls): BookingVerbs {
  return {
    retrieveSlots: read(retrieveSlots),
    retrievePatientLetter: read(retrievePatientLetter),

    bookAppointment: (booking, options) =>
      write(makeAppointment)({ ...booking, kind: 'book' }, options),
    deferToProvider: (deferral, options) =>
      write(makeAppointment)({ ...deferral, kind: 'defer' }, options),
    sendForTriage: (request, options) =>
      write(makeAppointment)({ ...request, kind: 'triage' }, options),
  };
}
