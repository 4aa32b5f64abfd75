import type { SearchCriteria, SortBy } from '../../domain/criteria.ts';
import type { FileToLink, StoredFile } from '../../domain/letter.ts';
import type { Instant } from '../../domain/instant.ts';
import type { NhsNumber } from '../../domain/nhs-number.ts';
import type { WriteResult } from '../../domain/problem.ts';
import type { ClinicType, PriorityConcept, ReferenceConcept } from '../../domain/reference-list.ts';
import type { LetterIntention, Referral, ReferralVersion } from '../../domain/referral.ts';
import type { RequestFlow, Service } from '../../domain/service.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import { retrieveReferral } from '../interactions/a005-retrieve-referral.ts';
import { searchServices } from '../interactions/a010-search-services.ts';
import { createReferral } from '../interactions/a011-create-referral.ts';
import { maintainReferralLetters } from '../interactions/a012-maintain-referral-letter.ts';
import { uploadFile } from '../interactions/a020-upload-file.ts';
import { createReferralForTriage } from '../interactions/a021-create-referral-for-triage.ts';
import { listReader } from './reference-lists.ts';
import type { Calls, ReadOptions, UploadOptions, WriteOptions } from './verbs.ts';

export interface ServiceSearch {
  patient: NhsNumber;
  /** What is asked of a service. Default: an appointment, which finds those for triage too. */
  requestType?: Exclude<RequestFlow, 'TRIAGE_REQUEST'> | undefined;
  criteria: SearchCriteria;
  sortBy: SortBy;
  /** SDS user id; needed from a referring clinician admin, refused from anyone else. */
  referringClinician?: string | undefined;
  /**
   * ODS code of the commissioning rule organisation of a referral that exists, to change its
   * shortlist. API platform only; never when searching for advice.
   */
  ruleOrganisation?: string | undefined;
}

export interface NewReferral {
  patient: NhsNumber;
  /** Exactly the criteria that found the services. */
  criteria: SearchCriteria;
  /** 1–20 service ids, in the patient's order; for triage too where the dialect mixes them. */
  services: readonly string[];
  letterIntention: LetterIntention;
  /** Days until the patient is reminded to book; 0 = no reminder. */
  reminderDays: number;
  referringClinician?: string | undefined;
  /**
   * When the time to treatment began, if not now: at most 365 days before `asOf`, which is now.
   * API platform only.
   */
  pathway?: { start: Instant; asOf: Instant } | undefined;
}

export interface NewTriageReferral {
  patient: NhsNumber;
  /** Exactly the criteria that found the service. */
  criteria: SearchCriteria;
  /** A service that takes triage requests. */
  serviceId: string;
  /** SDS user id; needed from a referring clinician admin, refused from anyone else. */
  referringClinician?: string | undefined;
}

export interface LetterSet {
  ubrn: Ubrn;
  version: ReferralVersion;
  /** Every file to keep, old and new: the call replaces the whole set. */
  letters: readonly FileToLink[];
}

/** Finding services, making a referral, its letters. */
export interface ReferringVerbs {
  /** With those that lapsed or are yet to come (interactions.md §1). */
  retrieveSpecialties(options?: ReadOptions): Promise<ReferenceConcept[]>;
  /** Each with the specialty that it is of. */
  retrieveClinicTypes(options?: ReadOptions): Promise<ClinicType[]>;
  /** Over HSCN e-RS may have none of it: `not-found`. */
  retrievePriorities(options?: ReadOptions): Promise<PriorityConcept[]>;
  /** The latest version, whole. `wrong-patient` is the caller's to see: `patient` is in it. */
  retrieveReferral(ubrn: Ubrn, options?: ReadOptions): Promise<Referral>;
  /** In e-RS's order. What finds nothing is an empty list; what was refused never is. */
  searchServices(search: ServiceSearch, options?: ReadOptions): Promise<Service[]>;

  /**
   * Makes it, unbooked. e-RS knows no repeat: after an unknown outcome look for it first, or there may
   * be two (interactions.md, below the catalogue).
   */
  createReferral(referral: NewReferral, options: WriteOptions): Promise<WriteResult<Referral>>;
  /**
   * Creates a referral that awaits triage at one service; its letter is to follow. After an unknown
   * outcome e-RS cannot be asked for it by patient: a repeat may make a second one.
   */
  createReferralForTriage(
    referral: NewTriageReferral,
    options: WriteOptions,
  ): Promise<WriteResult<Referral>>;
  /**
   * Puts a file into e-RS's store, where it counts for nothing until it is linked. Limits in bytes:
   * `fileLimits`. May be stopped, and may be sent again.
   */
  uploadFile(ubrn: Ubrn, file: File, options: UploadOptions): Promise<WriteResult<StoredFile>>;
  /** For a request for advice that is yet to be made: e-RS takes it nowhere else. API platform. */
  uploadFileForAdvice(file: File, options: UploadOptions): Promise<WriteResult<StoredFile>>;
  /** Replaces the whole set. After a conflict read it again: another may have added files. */
  maintainReferralLetters(set: LetterSet, options: WriteOptions): Promise<WriteResult<Referral>>;
}

export function referringVerbs({ read, write }: Calls): ReferringVerbs {
  const listOf = listReader(read);
  return {
    retrieveSpecialties: listOf('SPECIALTY'),
    retrieveClinicTypes: listOf('CLINIC-TYPE'),
    retrievePriorities: listOf('PRIORITY'),
    retrieveReferral: read(retrieveReferral),
    searchServices: read(searchServices),

    createReferral: write(createReferral),
    createReferralForTriage: write(createReferralForTriage),
    uploadFile: (ubrn, file, options) => write(uploadFile)({ ubrn, file }, options),
    uploadFileForAdvice: (file, options) => write(uploadFile)({ file }, options),
    maintainReferralLetters: write(maintainReferralLetters),
  };
}
