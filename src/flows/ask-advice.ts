import type { Instant } from '../domain/instant.ts';
import type { Problem, ProblemReason } from '../domain/problem.ts';
import type { Service } from '../domain/service.ts';
import type { Ubrn } from '../domain/ubrn.ts';
import type { AdvisingVerbs } from '../ers/verbs/advising.ts';
import type { FindServicesFlow } from './find-services.ts';
import type { DeskClient, FlowPorts } from './flow-ports.ts';
import type { Flow } from './flow.ts';

// asking → sending → asked | refused | unanswered; unanswered → looking → asked | unanswered;
// not-offered; not-looked-up, while nobody can say whether an earlier one is unknown.

export type AskAdvicePhase =
  /** The dialect has it not, or the role. */
  | { status: 'not-offered'; why: 'not-in-dialect' | 'role' }
  | { status: 'not-looked-up'; problem: Problem }
  /** The form. */
  | { status: 'asking' }
  /** The intent is in the journal and the request leaves, once. */
  | { status: 'sending'; since: Instant }
  /** By e-RS's answer; or, as that was lost, by the UBRN that the user found in the e-RS application. */
  | { status: 'asked'; ubrn: Ubrn; at: Instant; proof: 'answer' | 'reading' }
  | { status: 'refused'; problem: Problem; at: Instant }
  | UnansweredQuestion
  /** The UBRN that the user has found is read. */
  | ({ status: 'looking' } & LostQuestion);

export interface LostQuestion {
  intentId: string;
  problem: Problem;
  sentAt: Instant;
  serviceIds?: readonly string[] | undefined;
}

/**
 * No answer. e-RS cannot be asked for it by patient, so that a person has to look in the e-RS
 * application. Nothing is sent before that.
 */
export interface UnansweredQuestion extends LostQuestion {
  status: 'unanswered';
  /** Another page waits for the answer still: it may come yet. */
  isUnderWay: boolean;
  /** Why the UBRN that was given is not it. */
  lookProblem?: Problem | undefined;
}

export type QuestionField = 'service' | 'text' | 'mayConvert';

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
  /** Takes up what was kept, and looks whether an earlier question has no known end. */
  open(): Promise<void>;
  /** Of the services that were found; absent: none. */
  chooseService(serviceId: string | undefined): void;
  change(change: Partial<Pick<AskAdviceState, 'text' | 'mayConvert'>>): void;
  /** Checks the form, and sends it once. */
  send(): Promise<void>;
  /** From a refusal back to the form. */
  back(): void;
  /** Empties the form; after a question that was asked, for another one. */
  discard(): void;
  /** After an unanswered one: the user has found it in the e-RS application. It is read to make sure. */
  found(ubrn: string): Promise<void>;
  /** After an unanswered one: the user has looked, and it is not there. */
  notThere(): Promise<void>;
}

export interface AskAdvicePorts extends FlowPorts {
  client: DeskClient & AdvisingVerbs;
}

/** `find` searches for services that give advice, for the same patient. */
export interface AskAdviceFlow extends Flow<AskAdviceState, AskAdviceActions> {
  readonly find: FindServicesFlow;
}
