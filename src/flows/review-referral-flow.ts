import { createDraftKeeper } from './draft-keeper.ts';
import { createStore, update } from './flow.ts';
import { newestRead } from './reading.ts';
import { isSettled, type ReviewDesk } from './review-referral-desk.ts';
import { closeFile } from './opened-files.ts';
import { fetchSummary, lookAtScan, openFile, stopSummary } from './review-referral-files.ts';
import { back, change, choose, discard, emptyForms, loadReasons } from './review-referral-form.ts';
import { openForReview, stopReading } from './review-referral-opening.ts';
import { readAgain } from './review-referral-rereading.ts';
import { send } from './review-referral-send.ts';
import type {
  ReviewPorts,
  ReviewReferralActions,
  ReviewReferralFlow,
  ReviewReferralState,
  ReviewStart,
} from './review-referral.ts';

/** Reads nothing before it is opened. The referral has to be of the patient of these ports. */
export function createReviewReferral(ports: ReviewPorts, start: ReviewStart): ReviewReferralFlow {
  const desk = startDesk(ports, start);
  const { store } = desk;
  return {
    get state() {
      return store.state;
    },
    subscribe: store.subscribe,
    actions: actionsOf(desk),
    dispose() {
      desk.life.abort();
      desk.reading.stop();
      desk.reasonsRead.stop();
      desk.summaryRead.stop();
      store.close();
    },
  };
}

function startDesk(ports: ReviewPorts, start: ReviewStart): ReviewDesk {
  const store = createStore<ReviewReferralState>({
    ubrn: start.ubrn,
    decisions: [],
    forms: emptyForms(),
    errors: [],
    reasons: { status: 'not-needed' },
    asksCancelledInPas: false,
    death: { status: 'asking' },
    deathAcknowledged: false,
    files: new Map(),
    summary: { status: 'not-asked' },
    phase: { status: 'opening', since: ports.clock.now() },
  });
  const onKept = (isKept: boolean): void => update(store, { isKept });
  return {
    ports,
    start,
    store,
    life: new AbortController(),
    reading: newestRead(),
    reasonsRead: newestRead(),
    summaryRead: newestRead(),
    scanning: false,
    keeper: createDraftKeeper(ports, { flow: REVIEW_FLOW, onKept }),
    otherDrafts: {},
  };
}

/** The name under which its drafts are kept. */
const REVIEW_FLOW = 'review-referral';

function actionsOf(desk: ReviewDesk): ReviewReferralActions {
  const { store } = desk;
  return {
    open: () => openForReview(desk),
    stopReading: () => stopReading(desk),
    choose: (action) => choose(desk, action),
    change: (what) => change(desk, what),
    loadReasons: () => loadReasons(desk),
    acknowledgeDeath() {
      const { status } = store.state.death;
      if (status === 'died' || status === 'not-known')
        update(store, { deathAcknowledged: true, held: undefined });
    },
    send: () => send(desk),
    back: () => back(desk),
    discard: () => discard(desk),
    readAgain: () => readAgain(desk),
    openFile: (url) => openFile(desk, url),
    closeFile: (url) => closeFile(desk, url),
    lookAtScan: () => lookAtScan(desk),
    fetchSummary: () => fetchSummary(desk),
    stopSummary: () => stopSummary(desk),
    next: () => goTo(desk, 'next'),
    previous: () => goTo(desk, 'previous'),
    signedInAgain() {
      const { phase } = store.state;
      if (!('problem' in phase) || phase.problem?.reason !== 'session-ended') return;
      if (phase.status === 'open-failed') void openForReview(desk);
      else if (phase.status === 'unanswered') void readAgain(desk);
      else back(desk);
    },
  };
}

function goTo({ store, start }: ReviewDesk, where: 'next' | 'previous'): void {
  const { phase } = store.state;
  const row = start.list?.placeOf(start.ubrn)?.[where];
  const mayLeave = isSettled(phase) || LEFT_FREELY.includes(phase.status);
  if (store.isOpen && mayLeave && row) start.list?.open(row);
}

/** Where nothing is on its way. */
const LEFT_FREELY: readonly string[] = ['opening', 'open-stopped', 'open-failed', 'done'];
