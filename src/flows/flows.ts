import type { AnswerAdviceFlow, AnswerAdviceStart } from './answer-advice.ts';
import type { AskAdviceFlow } from './ask-advice.ts';
import type { BookSlotFlow, BookSlotStart } from './book-slot.ts';
import type { ReferPatientFlow } from './refer-patient.ts';
import type { ReviewReferralFlow, ReviewStart } from './review-referral.ts';

/**
 * The use cases of one session and one patient, ready to start. Made by `connect.ts`. One that comes
 * as a promise is loaded when it is asked for.
 */
export interface Flows {
  referPatient(): ReferPatientFlow;
  bookSlot(start: BookSlotStart): BookSlotFlow;
  /** The referral has to be the patient's. */
  reviewReferral(start: ReviewStart): Promise<ReviewReferralFlow>;
  /** The request for advice has to be about the patient. A referrer reads it. */
  answerAdvice(start: AnswerAdviceStart): Promise<AnswerAdviceFlow>;
  askAdvice(): Promise<AskAdviceFlow>;
}
