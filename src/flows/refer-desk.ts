import type { Referral } from '../domain/referral.ts';
import type { FollowingAttachLetters } from './attach-letters.ts';
import type { FollowingBookSlot } from './book-slot.ts';
import type { CreateReferralFlow } from './create-referral.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import type { StartableFindServices } from './find-services.ts';
import type { FlowPorts } from './flow-ports.ts';
import type { Store, Unsubscribe } from './flow.ts';
import type { PatientLetterFlow } from './print-patient-letter.ts';
import type { NewestRead } from './reading.ts';
import type { LettersKeeper } from './refer-patient-letters.ts';
import type { LostCreates } from './refer-patient-lost.ts';
import type { ReferPatientState } from './refer-patient.ts';

/** The two parts that lead to a referral. */
export interface NewReferralParts {
  find: StartableFindServices;
  create: CreateReferralFlow;
  unsubscribe: Unsubscribe;
}

/** The parts that work on a referral that exists. */
export interface ReferralParts {
  /** As last read by any of them. */
  referral: Referral;
  letters: FollowingAttachLetters;
  patientLetter: PatientLetterFlow;
  booking: FollowingBookSlot;
  unsubscribe: Unsubscribe;
}

/** What the parts of referring a patient work on together. */
export interface ReferDesk {
  ports: FlowPorts;
  store: Store<ReferPatientState>;
  drafts: DraftKeeper;
  letterDrafts: LettersKeeper;
  /** Nothing is kept before it is known what was kept earlier. */
  draftIsKnown: boolean;
  opening: NewestRead;
  /** A scan is being looked at. */
  scanning?: AbortController | undefined;
  start: NewReferralParts;
  parts?: ReferralParts | undefined;
  /** Until it is there nothing is lost. */
  lost?: LostCreates | undefined;
}
