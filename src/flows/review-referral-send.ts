import type { Problem, WriteResult } from '../domain/problem.ts';
import type { Referral } from '../domain/referral.ts';
import type { ReviewAction } from '../domain/review-decisions.ts';
import {
  fieldErrorOf,
  hasField,
  reviewFormErrors,
  type ReviewForm,
} from '../domain/review-form.ts';
import { update } from './flow.ts';
import { sendJournalled } from './journalled-write.ts';
import { isAllowed, isSettled, type ReviewDesk } from './review-referral-desk.ts';
import { takeAndCompare } from './review-referral-conflict.ts';
import { endDone } from './review-referral-end.ts';
import { isClosed, loadReasons } from './review-referral-form.ts';
import { isResultOf } from './review-referral-outcome.ts';
import { readForReview } from './review-referral-reading.ts';
import { findOut } from './review-referral-rereading.ts';
import { verbFor } from './review-referral-verbs.ts';
import type { Conflict, ReviewPhase, ReviewReferralState } from './review-referral.ts';

/** Checks the form, then the referral and what is permitted, and sends the decision once. */
export async function send(desk: ReviewDesk): Promise<void> {
  const { ports, store } = desk;
  const { chosen: action } = store.state;
  if (!action || !maySend(desk, action) || !isComplete(desk, action)) return;
  const { phase: former } = store.state;
  update(store, { phase: { status: 'checking', action, since: ports.clock.now() } });
  const read = await readForReview(desk, desk.reading.start());
  if (!read || desk.life.signal.aborted) return;
  if (!read.ok) {
    const { problem } = read;
    update(store, { phase: { status: 'check-failed', action, problem, at: ports.clock.now() } });
    return;
  }
  const conflict = takeAndCompare(desk, read.value, { action });
  const isBlind = !isAllowed(desk, action) && read.value.problem;
  if (isBlind) showCheckFailed(desk, action, isBlind);
  else if (conflict) showConflict(desk, conflict);
  else await sendChecked(desk, action, former);
}

/** In another state other reasons may be given. */
function showConflict(desk: ReviewDesk, conflict: Conflict): void {
  update(desk.store, { phase: conflict });
  void loadReasons(desk);
}

function maySend(desk: ReviewDesk, action: ReviewAction): boolean {
  const { ports, store } = desk;
  const { phase, steadyFrom } = store.state;
  if (!store.isOpen || !isSettled(phase) || isClosed(desk)) return false;
  if (steadyFrom && ports.clock.now() < steadyFrom) return false;
  // What e-RS permits could not be asked: it is asked before anything leaves.
  return phase.status === 'check-failed' || isAllowed(desk, action);
}

/** What is missing is told by field; what is not known yet holds the decision. */
function isComplete({ store }: ReviewDesk, action: ReviewAction): boolean {
  const { forms, reasons } = store.state;
  const held = heldBy(store.state, action);
  const list = reasons.status === 'ready' ? reasons.reasons : [];
  const errors = held === 'reasons-not-there' ? [] : reviewFormErrors(action, forms[action], list);
  update(store, { errors, held });
  return errors.length === 0 && !held;
}

function heldBy(
  { death, deathAcknowledged, reasons }: ReviewReferralState,
  action: ReviewAction,
): ReviewReferralState['held'] {
  if (hasField(action, 'reason') && reasons.status !== 'ready') return 'reasons-not-there';
  if (action !== 'record-review-outcome' || deathAcknowledged) return undefined;
  if (death.status === 'asking') return 'death-being-asked';
  return death.status === 'none-recorded' ? undefined : 'death-to-acknowledge';
}

function showCheckFailed({ ports, store }: ReviewDesk, action: ReviewAction, problem: Problem) {
  const at = ports.clock.now();
  update(store, { phase: { status: 'check-failed', action, problem, at } });
}

async function sendChecked(
  desk: ReviewDesk,
  action: ReviewAction,
  former: ReviewPhase,
): Promise<void> {
  const { ports, store } = desk;
  const { referral, forms, reasons } = store.state;
  const form = forms[action];
  const list = reasons.status === 'ready' ? reasons.reasons : [];
  const reason = list.find(({ code }) => code === form.reason);
  const write = referral && verbFor(action, { referral, form, reason });
  if (!write) {
    update(store, { phase: former });
    return;
  }
  const { ubrn, version } = referral;
  update(store, { phase: { status: 'sending', action, since: ports.clock.now() } });
  const { result, intentId, sentAt } = await sendJournalled(desk, { action, ubrn }, (options) =>
    write(ports.client, options),
  );
  if (desk.life.signal.aborted) return;
  if (result.outcome === 'done') await showDone(desk, { action, form, result });
  else if (result.outcome === 'not-done') await showRefused(desk, action, result.problem);
  else {
    const { problem } = result;
    await findOut(desk, { action, form, version, intentId, sentAt, problem });
  }
}

interface DoneDecision {
  action: ReviewAction;
  form: ReviewForm;
  result: Extract<WriteResult<Referral>, { outcome: 'done' }>;
}

/** e-RS has answered with the referral as it is now. One that tells another state is read back. */
async function showDone(desk: ReviewDesk, { action, form, result }: DoneDecision): Promise<void> {
  const isAsAsked = isResultOf(result.value, { action, form });
  const read = isAsAsked ? undefined : await readForReview(desk, desk.life.signal);
  if (desk.life.signal.aborted) return;
  const referral = read?.ok ? read.value.referral : result.value;
  await endDone(desk, { action, referral, proof: 'answer' });
}

async function showRefused(
  desk: ReviewDesk,
  action: ReviewAction,
  problem: Problem,
): Promise<void> {
  const { ports, store } = desk;
  const isMoved = problem.reason === 'referral-changed' || problem.reason === 'wrong-state';
  const read = isMoved ? await readForReview(desk, desk.life.signal) : undefined;
  if (desk.life.signal.aborted) return;
  const conflict = read?.ok && takeAndCompare(desk, read.value, { action, problem });
  if (conflict) {
    showConflict(desk, conflict);
    return;
  }
  const at = ports.clock.now();
  const error = fieldErrorOf(problem);
  const status = problem.reason === 'locked' ? 'locked' : 'refused';
  update(store, {
    phase: { status, action, problem, at },
    errors: error ? [error] : [],
    asksCancelledInPas: asksInPas(store.state.asksCancelledInPas, error),
  });
}

/** Only e-RS knows whether a service is booked indirectly: it asks for the field, or refuses it. */
function asksInPas(asked: boolean, error: ReturnType<typeof fieldErrorOf>): boolean {
  if (error?.field !== 'cancelledInPas') return asked;
  return error.reason !== 'field-not-permitted';
}
