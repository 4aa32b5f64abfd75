import type { Action } from '../domain/action.ts';
import type { Priority, SearchCriteria, SortBy } from '../domain/criteria.ts';
import type { FileLimits } from '../domain/file-limits.ts';
import type { Clock, Instant } from '../domain/instant.ts';
import type { PdfFile, StoredFile } from '../domain/letter.ts';
import type { NhsNumber } from '../domain/nhs-number.ts';
import { ErsError, type WriteResult } from '../domain/problem.ts';
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
import { OPERATION_OF } from './actions.ts';
import type { Dialect } from './dialects/dialect.ts';
import { hscn } from './dialects/hscn.ts';
import {
  retrieveClinicTypes,
  retrievePriorities,
  retrieveSpecialties,
} from './interactions/a004-retrieve-reference-data.ts';
import { retrieveReferral } from './interactions/a005-retrieve-referral.ts';
import { searchServices } from './interactions/a010-search-services.ts';
import { createReferral } from './interactions/a011-create-referral.ts';
import { maintainReferralLetters } from './interactions/a012-maintain-referral-letter.ts';
import { retrieveSlots } from './interactions/a015-retrieve-slots.ts';
import { bookAppointment, deferToProvider } from './interactions/a016-book-or-defer.ts';
import { retrievePatientLetter } from './interactions/a019-retrieve-patient-letter.ts';
import { uploadFile } from './interactions/a020-upload-file.ts';
import { localProblem } from './problems.ts';
import { createRateLimiter } from './rate-limiter.ts';
import { createRead } from './reading.ts';
import type { ErsTransport } from './transport.ts';
import { createWrite } from './writing.ts';

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
  /** True where e-RS takes an announced letter only if a shortlisted service needs one. */
  readonly letterIntentionFollowsServices: boolean;
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

const DIALECTS: Readonly<Partial<Record<DialectName, Dialect>>> = { hscn };

/** Reads a second, and how many at once: opening a desk asks for five things. */
const READ_RATE = { perSecond: 2, burst: 5 };

/** Throws an `ErsError` for a dialect that is not built in. */
export function createErsClient(ports: ErsClientPorts): ErsClient {
  const dialect = DIALECTS[ports.dialect];
  if (!dialect) throw new ErsError(localProblem('dialect-mismatch', ports.newId()));
  const callPorts = { ...ports, dialect };
  const read = createRead({ ...callPorts, limiter: createRateLimiter(ports.clock, READ_RATE) });
  const write = createWrite(callPorts);
  return {
    dialect: dialect.name,
    fileLimits: dialect.fileLimits,
    letterIntentionFollowsServices: dialect.quirks.letterIntentionFollowsServices,
    can: (action) => dialect.capabilities.has(OPERATION_OF[action]),

    retrieveSpecialties: (options) => read(retrieveSpecialties, undefined, options),
    retrieveClinicTypes: (options) => read(retrieveClinicTypes, undefined, options),
    retrievePriorities: (options) => read(retrievePriorities, undefined, options),
    retrieveReferral: (ubrn, options) => read(retrieveReferral, ubrn, options),
    searchServices: (search, options) => read(searchServices, search, options),
    retrieveSlots: (search, options) => read(retrieveSlots, search, options),
    retrievePatientLetter: (ubrn, options) => read(retrievePatientLetter, ubrn, options),

    createReferral: (referral, options) => write(createReferral, referral, options),
    uploadFile: (ubrn, file, options) => write(uploadFile, { ubrn, file }, options),
    maintainReferralLetters: (set, options) => write(maintainReferralLetters, set, options),
    bookAppointment: (booking, options) => write(bookAppointment, booking, options),
    deferToProvider: (deferral, options) => write(deferToProvider, deferral, options),
  };
}
