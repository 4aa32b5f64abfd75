import type { Priority } from '../../domain/criteria.ts';
import type { PdfFile } from '../../domain/letter.ts';
import type { NhsNumber } from '../../domain/nhs-number.ts';
import type { WriteResult } from '../../domain/problem.ts';
import type { Appointment, DeferReason, ReferralVersion } from '../../domain/referral.ts';
import type { Slot, SlotPage } from '../../domain/slot.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import { retrieveSlots } from '../interactions/a015-retrieve-slots.ts';
import { bookAppointment, deferToProvider } from '../interactions/a016-book-or-defer.ts';
import { retrievePatientLetter } from '../interactions/a019-retrieve-patient-letter.ts';
import type { Calls, ReadOptions, WriteOptions } from './verbs.ts';

export interface SlotSearch {
  serviceId: string;
  priority: Priority;
  /** ODS code of the commissioning rule organisation. */
  ruleOrganisation: string;
  /** From 1. */
  page: number;
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

/** A booking or deferral that e-RS has confirmed, with the referral's new version from its answer. */
export interface ConfirmedAppointment {
  ubrn: Ubrn;
  referralVersion: ReferralVersion;
  appointment: Appointment;
}

/** Slots, appointments and the letter with which a patient books. */
export interface BookingVerbs {
  retrieveSlots(search: SlotSearch, options?: ReadOptions): Promise<SlotPage>;
  retrievePatientLetter(ubrn: Ubrn, options?: ReadOptions): Promise<PdfFile>;

  bookAppointment(
    booking: Booking,
    options: WriteOptions,
  ): Promise<WriteResult<ConfirmedAppointment>>;
  deferToProvider(
    deferral: Deferral,
    options: WriteOptions,
  ): Promise<WriteResult<ConfirmedAppointment>>;
}

export function bookingVerbs({ read, write }: Calls): BookingVerbs {
  return {
    retrieveSlots: (search, options) => read(retrieveSlots, search, options),
    retrievePatientLetter: (ubrn, options) => read(retrievePatientLetter, ubrn, options),

    bookAppointment: (booking, options) => write(bookAppointment, booking, options),
    deferToProvider: (deferral, options) => write(deferToProvider, deferral, options),
  };
}
