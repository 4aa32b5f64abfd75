import type { Clock } from '../../src/domain/instant.ts';
import { REVIEW_ACTIONS, type ReviewAction } from '../../src/domain/review-decisions.ts';
import { EMPTY_FORM, type ReviewForm } from '../../src/domain/review-form.ts';
import type {
  ReviewReferralActions,
  ReviewReferralFlow,
  ReviewReferralState,
} from '../../src/flows/review-referral.ts';
import { noFlows } from '../../src/ui/no-flows.ts';
import type { ReadySession } from '../session/context.ts';
import {
  at,
  NOW,
  openFile,
  patient,
  pdf,
  PDF_BYTES,
  place,
  toReview,
  UBRN,
  whenBooked,
} from './sample-review.ts';

const later = (): Promise<void> => Promise.resolve();
const nothing = (): void => undefined;

export function formsWith(
  filled: Partial<Record<ReviewAction, Partial<ReviewForm>>> = {},
): Record<ReviewAction, ReviewForm> {
  const entries = REVIEW_ACTIONS.map(
    (action) => [action, { ...EMPTY_FORM, ...filled[action] }] as const,
  );
  return Object.fromEntries(entries) as Record<ReviewAction, ReviewForm>;
}

export const deciding: ReviewReferralState = {
  ubrn: UBRN,
  referral: toReview,
  readAt: at('23T14:35:00'),
  decisions: whenBooked,
  steadyFrom: at('23T14:33:00'),
  forms: formsWith(),
  errors: [],
  reasons: { status: 'not-needed' },
  asksCancelledInPas: false,
  death: { status: 'none-recorded', at: at('23T14:33:00') },
  deathAcknowledged: false,
  files: new Map([[pdf.url, openFile(PDF_BYTES, 'application/pdf')]]),
  scan: { missedAt: undefined, nextAt: at('23T14:36:00') },
  summary: {
    status: 'ready',
    file: { name: 'clinical-information.pdf', bytes: new Blob([PDF_BYTES]) },
    at: at('23T14:33:00'),
  },
  place,
  phase: { status: 'deciding' },
};

const NO_ACTIONS: ReviewReferralActions = {
  open: later,
  stopReading: nothing,
  choose: nothing,
  change: nothing,
  loadReasons: later,
  acknowledgeDeath: nothing,
  send: later,
  back: nothing,
  discard: nothing,
  readAgain: later,
  openFile: later,
  closeFile: nothing,
  lookAtScan: later,
  fetchSummary: later,
  stopSummary: nothing,
  next: nothing,
  previous: nothing,
  signedInAgain: nothing,
};

/** A flow that stands still: its state is what it was given, its actions do what they were given. */
export function stillReview(
  change: Partial<ReviewReferralState> = {},
  actions: Partial<ReviewReferralActions> = {},
): ReviewReferralFlow & { become(next: Partial<ReviewReferralState>): void; disposed: boolean } {
  const listeners = new Set<() => void>();
  return {
    state: { ...deciding, ...change },
    actions: { ...NO_ACTIONS, ...actions },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    disposed: false,
    dispose() {
      this.disposed = true;
      listeners.clear();
    },
    become(next) {
      Object.assign(this, { state: { ...this.state, ...next } });
      for (const listener of [...listeners]) listener();
    },
  };
}

/** A clock that stands still. */
const clock: Clock = {
  now: () => NOW,
  wait: (_milliseconds, signal) =>
    new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
    }),
};

export function reviewSession(
  flow: ReviewReferralFlow,
  change: Partial<ReadySession> = {},
): ReadySession {
  return {
    status: 'ready',
    contextId: 'context-1',
    flows: { ...noFlows, reviewReferral: async () => flow },
    patient,
    user: { sdsUserId: '555021854101', name: 'OKAFOR, Adaeze (Dr)' },
    role: {
      businessFunction: 'SERVICE_PROVIDER_CLINICIAN',
      organisation: { odsCode: 'RWX01', name: 'Wexcombe General Hospital' },
    },
    environment: 'live',
    banner: 'always',
    clock,
    can: () => true,
    join: () => nothing,
    opened: { ubrn: flow.state.ubrn, list: 'REFERRALS_FOR_REVIEW' },
    closeRecord: nothing,
    ...change,
  };
}

export const REFERRER = {
  role: {
    businessFunction: 'REFERRING_CLINICIAN',
    organisation: { odsCode: 'A81001', name: 'Ashdown Surgery' },
  },
} as const satisfies Partial<ReadySession>;
