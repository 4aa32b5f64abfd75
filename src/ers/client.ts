import type { Action } from '../domain/action.ts';
import type { Priority, SearchCriteria, SortBy } from '../domain/criteria.ts';
import type { FileLimits } from '../domain/file-limits.ts';
import type { Clock, Instant } from '../domain/instant.ts';
import type { PdfFile, StoredFile } from '../domain/letter.ts';
import type { NhsNumber } from '../domain/nhs-number.ts';
import type { WriteResult } from '../domain/problem.ts';
import type { ClinicType, PriorityConcept, ReferenceConcept } from '../domain/reference-list.ts';
import type {
  Appointment,
  DeferReason,
  LetterIntention,
  Referral,
  ReferralVersion,
} from '../domain/referral.ts';
import type { Service } from '../domain/service.ts';
import type { Slot, SlotPage } from '../domain/slot.ts';
import type { Ubrn } from '../domain/ubrn.ts';
import type { ErsTransport } from './transport.ts';

export type DialectName = 'hscn' | 'api-platform';

/** A read can be given up. Its answer is then dropped and it rejects with an AbortError. */
export interface ReadOptions {
  signal?: AbortSignal | undefined;
}

/** A write is sent once. `intentId` is the journal's id of it; the proxy keeps the result under it. */
export interface WriteOptions {
  intentId: string;
}

export interface UploadOptions extends WriteOptions {
  signal?: AbortSignal | undefined;
  onProgress?: ((sentBytes: number, totalBytes: number) => void) | undefined;
}

export interface ServiceSearch {
  patient: NhsNumber;
  criteria: SearchCriteria;
  sortBy: SortBy;
  /** SDS user id; needed from a referring clinician admin, refused from anyone else. */
  referringClinician?: string | undefined;
}

export interface NewReferral {
  patient: NhsNumber;
  /** Exactly the criteria that found the services. */
  criteria: SearchCriteria;
  /** 1–20 service ids, in the patient's order. */
  services: readonly string[];
  letterIntention: LetterIntention;
  /** Days until the patient is reminded to book; 0 = no reminder. */
  reminderDays: number;
  referringClinician?: string | undefined;
}

export interface LetterSet {
  ubrn: Ubrn;
  version: ReferralVersion;
  /** Every file to keep, old and new: the call replaces the whole set. */
  letters: readonly { url: string; description?: string | undefined; indexed: Instant }[];
}

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

/**
 * The typed e-RS client, one verb per interaction. Reads reject with `ErsError`; writes resolve to
 * a `WriteResult` and are sent once.
 */
export interface ErsClient {
  readonly dialect: DialectName;
  readonly fileLimits: FileLimits;
  /** Whether the dialect offers it at all. Role and state are other questions. */
  can(action: Action): boolean;

  retrieveSpecialties(options?: ReadOptions): Promise<ReferenceConcept[]>;
  retrieveClinicTypes(options?: ReadOptions): Promise<ClinicType[]>;
  retrievePriorities(options?: ReadOptions): Promise<PriorityConcept[]>;
  retrieveReferral(ubrn: Ubrn, options?: ReadOptions): Promise<Referral>;
  searchServices(search: ServiceSearch, options?: ReadOptions): Promise<Service[]>;
  retrieveSlots(search: SlotSearch, options?: ReadOptions): Promise<SlotPage>;
  retrievePatientLetter(ubrn: Ubrn, options?: ReadOptions): Promise<PdfFile>;

  createReferral(referral: NewReferral, options: WriteOptions): Promise<WriteResult<Referral>>;
  uploadFile(ubrn: Ubrn, file: File, options: UploadOptions): Promise<WriteResult<StoredFile>>;
  maintainReferralLetters(set: LetterSet, options: WriteOptions): Promise<WriteResult<Referral>>;
  bookAppointment(
    booking: Booking,
    options: WriteOptions,
  ): Promise<WriteResult<ConfirmedAppointment>>;
  deferToProvider(
    deferral: Deferral,
    options: WriteOptions,
  ): Promise<WriteResult<ConfirmedAppointment>>;
}

export interface ErsClientPorts {
  dialect: DialectName;
  transport: ErsTransport;
  /** Goes with every request, so that an answer for another patient context can be dropped. */
  contextId: string;
  clock: Clock;
  /** A fresh UUID for correlation ids. */
  newId: () => string;
}
