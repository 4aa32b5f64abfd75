import type { AdviceSent } from '../domain/advice.ts';
import type { Instant } from '../domain/instant.ts';
import type { Problem, ProblemReason } from '../domain/problem.ts';
import type { Service } from '../domain/service.ts';
import type { Ubrn } from '../domain/ubrn.ts';
import type { FindServicesFlow } from './find-services.ts';
import type { Flow } from './flow.ts';

// asking → sending → asked | refused | unanswered; unanswered → looking → asked | unanswered;
// not-offered.

export type AskAdvicePhase =
  /** The dialect has it not, or the role. */
  | { status: 'not-offered'; why: 'not-in-dialect' | 'role' }
  /** The form. */
  | { status: 'asking' }
  /** The intent is in the journal and the request leaves, once. */
  | { status: 'sending'; since: Instant }
  /** By e-RS's answer; or, as that was lost, by the UBRN that the user found in the e-RS application. */
  | {
      status: 'asked';
      ubrn: Ubrn;
      sent?: AdviceSent | undefined;
      at: Instant;
      proof: 'answer' | 'reading';
    }
  | { status: 'refused'; problem: Problem; at: Instant }
  /**
   * No answer. e-RS cannot be asked for it by patient, so that a person has to look in the e-RS
   * application. Nothing is offered before that.
   */
  | { status: 'unanswered'; problem: Problem; sentAt: Instant; lookProblem?: Problem | undefined }
  /** The UBRN that the user has found is read. */
  | { status: 'looking'; problem: Problem; sentAt: Instant };

export type QuestionField = 'service' | 'text' | 'mayConvert' | 'referringClinician';

export interface QuestionError {
  field: QuestionField;
  reason: Extract<ProblemReason, 'field-required' | 'field-wrong' | 'text-too-long'>;
  /** Characters; with `text-too-long`. */
  limit?: number | undefined;
}

export interface AskAdviceState {
  /** One of those that the newest search found; absent until chosen, and after another search. */
  service?: Service | undefined;
  text: string;
  /** Characters. */
  textLimit: number;
  /** Nothing is chosen beforehand. */
  mayConvert?: boolean | undefined;
  errors: readonly QuestionError[];
  isKept?: boolean | undefined;
  phase: AskAdvicePhase;
}

export interface AskAdviceActions {
  /** Takes up what was kept, and reads whether an earlier question has no known end. */
  open(): Promise<void>;
  /** Of the services that were found; absent: none. */
  chooseService(serviceId: string | undefined): void;
  change(change: Partial<Pick<AskAdviceState, 'text' | 'mayConvert'>>): void;
  /** Checks the form, and sends it once. */
  send(): Promise<void>;
  /** From a refusal back to the form. */
  back(): void;
  /** Empties the form. */
  discard(): void;
  /** After an unanswered one: the user has found it in the e-RS application. It is read to make sure. */
  found(ubrn: string): Promise<void>;
  /** After an unanswered one: the user has looked, and it is not there. */
  notThere(): Promise<void>;
}

/** `find` searches for services that give advice, for the same patient. */
export interface AskAdviceFlow extends Flow<AskAdviceState, AskAdviceActions> {
  readonly find: FindServicesFlow;
}
