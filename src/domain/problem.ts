/** Why something could not be done, in the words of the field. One entry per thing a user can act on. */
export type ProblemReason =
  // e-RS answered, by HTTP status
  | 'bad-request'
  | 'session-ended'
  | 'forbidden'
  | 'not-found'
  | 'gone'
  | 'referral-changed'
  | 'precondition-failed'
  | 'page-out-of-range'
  | 'locked'
  | 'too-many-requests'
  | 'ers-failed'
  | 'ers-unavailable'
  | 'sandbox-refused'
  | 'provider-refused'
  | 'provider-silent'
  | 'upstream-failed'
  // e-RS answered, by its own error code
  | 'no-relationship'
  | 'wrong-request-type'
  | 'wrong-state'
  | 'no-clinical-information'
  | 'no-access-code'
  | 'field-not-permitted'
  | 'field-required'
  | 'field-wrong'
  | 'text-too-long'
  | 'patient-error'
  | 'no-registered-practice'
  | 'organisation-closed'
  | 'organisation-not-appropriate'
  | 'reference-not-found'
  | 'clinician-not-active'
  | 'clinician-not-referring'
  | 'clinician-not-provider'
  | 'clinician-not-in-organisation'
  | 'clinical-term-unknown'
  | 'no-such-service'
  | 'service-unavailable'
  | 'service-not-in-results'
  | 'too-many-services'
  | 'duplicate-service'
  | 'duplicate-file-name'
  | 'file-in-use'
  | 'no-changes'
  | 'slot-taken'
  | 'slot-unsuitable'
  | 'slots-still-free'
  | 'slot-still-free'
  | 'priority-not-current'
  | 'priority-not-supported'
  | 'appointment-not-cancelled'
  | 'not-understood'
  // the file itself
  | 'file-too-big'
  | 'file-empty'
  | 'file-type-refused'
  | 'file-name-refused'
  | 'file-type-mismatch'
  | 'file-being-scanned'
  | 'file-unsafe'
  | 'file-not-valid'
  | 'file-too-big-to-open'
  | 'file-not-passed-on'
  // before anything was sent
  | 'nhs-number-wrong'
  | 'birth-date-wrong'
  | 'criteria-missing'
  | 'wrong-patient'
  | 'context-changed'
  | 'not-offered'
  // between us and e-RS
  | 'no-answer'
  | 'timed-out'
  | 'proxy-unreachable'
  | 'proxy-refused'
  | 'ers-unreachable'
  | 'still-in-flight'
  | 'answer-not-readable'
  // the host and its configuration
  | 'host-failed'
  | 'user-mismatch'
  | 'configuration-wrong'
  | 'dialect-mismatch'
  | 'launch-expired'
  | 'not-in-session';

/** Who says so. `local` is our own check before sending; `shape` is an answer that could not be read. */
export type ProblemSource = 'e-rs' | 'proxy' | 'network' | 'shape' | 'local' | 'not-offered';

/**
 * A failure as plain data. It never holds patient content: safe to log, to show, to put in an event.
 * Its words and next step come from the catalogue in `src/ui/problem-text.ts`.
 */
export interface Problem {
  reason: ProblemReason;
  source: ProblemSource;
  httpStatus?: number | undefined;
  /** The code of e-RS as it came, also when we do not know it. */
  ersCode?: string | undefined;
  /** The parameter, field or JSON path at fault. Never its value. */
  field?: string | undefined;
  /** What was asked about, where that is no referral. */
  about?: 'advice' | undefined;
  /** The most characters that the field takes; with `text-too-long`. */
  limit?: number | undefined;
  /** X_ERS_TRANSACTION_ID, where e-RS answered. */
  transactionId?: string | undefined;
  correlationId: string;
  /** What may be done about it: nothing, read again first, or wait and try again. */
  retry: 'never' | 'after-reread' | 'back-off';
}

/** A read that failed. Write verbs never throw it: they resolve to a `WriteResult`. */
export class ErsError extends Error {
  override readonly name = 'ErsError';

  constructor(readonly problem: Problem) {
    super(`e-RS: ${problem.reason}`);
  }
}

/** The outcome of a write, which is never guessed: `unknown` means it may or may not have happened. */
export type WriteResult<T> =
  | { outcome: 'done'; value: T }
  | { outcome: 'not-done'; problem: Problem }
  | { outcome: 'unknown'; problem: Problem };
