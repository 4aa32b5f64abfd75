import type { Instant } from '../domain/instant.ts';
import type { Problem } from '../domain/problem.ts';
import type { Referral } from '../domain/referral.ts';
import type { Ubrn } from '../domain/ubrn.ts';
import type { AttachLettersFlow } from './attach-letters.ts';
import type { BookSlotFlow } from './book-slot.ts';
import type { CreateReferralFlow } from './create-referral.ts';
import type { FindServicesFlow } from './find-services.ts';
import type { Flow } from './flow.ts';
import type { PatientLetterFlow } from './print-patient-letter.ts';

// find → check → letters → book, or straight to letters/book/record when a referral is opened.

export type ReferStep = 'find' | 'check' | 'letters' | 'book' | 'record';

export type OpenState =
  | { status: 'closed' }
  | { status: 'opening'; ubrn: Ubrn; since: Instant }
  | { status: 'open'; referral: Referral; at: Instant }
  | { status: 'failed'; ubrn: Ubrn; problem: Problem };

export interface ReferPatientState {
  step: ReferStep;
  /** The referral at hand, once created or opened by its UBRN. */
  opened: OpenState;
  /** The part that was found to be a draft of an earlier time, until the user decides. */
  resumed?: { savedAt: Instant } | undefined;
}

/** The steps of referring one patient, each with a flow of its own. */
export interface ReferPatientFlow extends Flow<ReferPatientState, ReferPatientActions> {
  readonly find: FindServicesFlow;
  readonly create: CreateReferralFlow;
  /** Present once there is a referral. */
  readonly letters?: AttachLettersFlow | undefined;
  readonly patientLetter?: PatientLetterFlow | undefined;
  readonly booking?: BookSlotFlow | undefined;
  /** Whether leaving now would lose something typed, chosen or uploaded and not sent. */
  hasUnsentWork(): boolean;
}

export interface ReferPatientActions {
  /** Goes on when the step allows it: a shortlist for `check`, a referral for the others. */
  goTo(step: ReferStep): void;
  /** Reads a referral by UBRN and shows its record. Refuses one of another patient. */
  open(ubrn: Ubrn): Promise<void>;
  /** Starts a new referral for the same patient. */
  startAgain(): void;
  discardDraft(): Promise<void>;
}
