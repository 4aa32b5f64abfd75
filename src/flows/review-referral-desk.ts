import type { AvailableAction } from '../domain/available-action.ts';
import type { Instant } from '../domain/instant.ts';
import type { Problem } from '../domain/problem.ts';
import type { Referral, ReferralVersion } from '../domain/referral.ts';
import { reviewDecisions, type ReviewAction } from '../domain/review-decisions.ts';
import type { ReviewForm } from '../domain/review-form.ts';
import { scanLook } from '../domain/scan-look.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import { update, type Store } from './flow.ts';
import type { NewestRead } from './reading.ts';
import type {
  ReviewPhase,
  ReviewPorts,
  ReviewReferralState,
  ReviewStart,
} from './review-referral.ts';

/** What the parts of reviewing a referral work on together. */
export interface ReviewDesk {
  ports: ReviewPorts;
  start: ReviewStart;
  store: Store<ReviewReferralState>;
  /** Ends with the flow. */
  life: AbortController;
  /** Of the referral, at the opening and before sending. */
  reading: NewestRead;
  reasonsRead: NewestRead;
  summaryRead: NewestRead;
  scanning: boolean;
  opening?: Promise<void> | undefined;
  keeper: DraftKeeper;
  /** What is kept of other referrals of the patient, by UBRN. */
  otherDrafts: Readonly<Record<string, unknown>>;
  /** The decision that has had no answer. */
  unanswered?: SentDecision | undefined;
}

/** A decision that left. */
export interface SentDecision {
  action: ReviewAction;
  intentId: string;
  sentAt: Instant;
  problem: Problem;
  /** The version it named, and what it said; not known of one of an earlier visit. */
  version?: ReferralVersion | undefined;
  form?: ReviewForm | undefined;
}

/** A referral with what e-RS permits for just that version. */
export interface ReviewReading {
  referral: Referral;
  available?: readonly AvailableAction[] | undefined;
  problem?: Problem | undefined;
}

/** Keeps what was just read, and what may be done with it. */
export function takeReading(
  { ports, store }: ReviewDesk,
  { referral, available, problem }: ReviewReading,
): void {
  const { client, clock, role } = ports;
  const { dialect, can } = client;
  const now = clock.now();
  const facts = { referral, available, role, dialect, offers: can, now };
  update(store, {
    referral,
    readAt: now,
    decisions: reviewDecisions(facts),
    decisionsProblem: problem,
    scan: scanLook(referral.letters, now, undefined),
  });
}

const SETTLED: readonly ReviewPhase['status'][] = [
  'deciding',
  'check-failed',
  'refused',
  'locked',
  'conflict',
];

/** Whether nothing is on its way and nothing is unknown, so that a decision may be chosen. */
export function isSettled(phase: ReviewPhase): boolean {
  return phase.status === 'unanswered' ? phase.settled : SETTLED.includes(phase.status);
}

export function isAllowed({ store }: Pick<ReviewDesk, 'store'>, action: ReviewAction): boolean {
  return store.state.decisions.some((each) => each.action === action && each.allowed);
}
