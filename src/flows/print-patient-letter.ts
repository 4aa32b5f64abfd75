import type { Instant } from '../domain/instant.ts';
import type { PdfFile } from '../domain/letter.ts';
import type { Problem } from '../domain/problem.ts';
import type { Referral } from '../domain/referral.ts';
import type { WriteBackResult } from '../host/host-adapter.ts';
import type { Flow } from './flow.ts';

// available → fetching → ready | failed; not-available once booked or deferred (HSCN)

export type PatientLetterState =
  | { status: 'available' }
  /** e-RS gives it only while the referral is unbooked and not deferred. */
  | { status: 'not-available'; because: 'booked' | 'deferred' | 'other-state' }
  | { status: 'fetching'; since: Instant }
  | { status: 'ready'; file: PdfFile; at: Instant; filed?: WriteBackResult | 'asking' | undefined }
  | { status: 'failed'; problem: Problem };

export interface PatientLetterActions {
  /** Tells which referral it is about now; a new state may make the letter unavailable. */
  follow(referral: Referral): void;
  fetch(): Promise<void>;
  /** Hands the letter to the host's record. Failing to file is not failing to refer. */
  file(): Promise<void>;
}

export type PatientLetterFlow = Flow<PatientLetterState, PatientLetterActions>;
