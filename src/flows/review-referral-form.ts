import { referralCancellationReasons, rejectionReasons } from '../domain/cancellation-reasons.ts';
import { REVIEW_ACTIONS, type ReviewAction } from '../domain/review-decisions.ts';
import { EMPTY_FORM, hasField, type AnyReason, type ReviewForm } from '../domain/review-form.ts';
import { update } from './flow.ts';
import { readProblem } from './reading.ts';
import { isAllowed, isSettled, type ReviewDesk } from './review-referral-desk.ts';
import type { ReviewReferralState } from './review-referral.ts';

type Forms = ReviewReferralState['forms'];

export function emptyForms(): Forms {
  const entries = REVIEW_ACTIONS.map((action) => [action, EMPTY_FORM] as const);
  return Object.fromEntries(entries) as Record<ReviewAction, ReviewForm>;
}

/** Another decision than the one that met a conflict or refusal starts afresh on what was read last. */
export function choose(desk: ReviewDesk, action: ReviewAction | undefined): void {
  const { store } = desk;
  const { phase, chosen } = store.state;
  if (!store.isOpen || !isSettled(phase) || isClosed(desk) || action === chosen) return;
  if (action && !isAllowed(desk, action)) return;
  desk.reasonsRead.stop();
  const reasons = { status: 'not-needed' } as const;
  update(store, { chosen: action, errors: [], held: undefined, reasons });
  if (phase.status !== 'conflict') update(store, { phase: { status: 'deciding' } });
  if (action && hasField(action, 'reason')) void loadReasons(desk);
}

/** Nothing is typed over what is on its way. */
export function change(desk: ReviewDesk, what: Partial<ReviewForm>): void {
  const { store } = desk;
  const { phase, chosen, forms, errors } = store.state;
  if (!store.isOpen || !chosen || !isSettled(phase)) return;
  const touched = new Set(Object.keys(what));
  update(store, {
    forms: { ...forms, [chosen]: { ...forms[chosen], ...what } },
    errors: errors.filter(({ field }) => !touched.has(field)),
    held: undefined,
  });
  keepForms(desk);
}

function keepForms({ store, start, keeper, otherDrafts }: ReviewDesk): void {
  keeper.keep({ ...otherDrafts, [start.ubrn]: store.state.forms });
}

/** The decision was made: nothing of it is left to keep. */
export async function dropForms({ keeper, otherDrafts }: ReviewDesk): Promise<void> {
  if (Object.keys(otherDrafts).length > 0) keeper.keep(otherDrafts);
  else await keeper.discard();
}

/** After a refusal that nothing typed can mend, e-RS is not asked again (PATIENT_ERROR). */
export function isClosed({ store }: Pick<ReviewDesk, 'store'>): boolean {
  const { phase } = store.state;
  return phase.status === 'refused' && phase.problem.reason === 'patient-error';
}

export function back(desk: ReviewDesk): void {
  const { store } = desk;
  if (!isSettled(store.state.phase) || isClosed(desk)) return;
  update(store, { phase: { status: 'deciding' } });
}

/** By the user's word alone. */
export function discard(desk: ReviewDesk): void {
  const { store } = desk;
  const { phase, chosen, forms } = store.state;
  if (!chosen || !isSettled(phase) || isClosed(desk)) return;
  const left = { ...forms, [chosen]: EMPTY_FORM };
  update(store, { forms: left, chosen: undefined, errors: [], phase: { status: 'deciding' } });
  keepForms(desk);
}

/** The reasons that this user may give for this referral now. */
export async function loadReasons(desk: ReviewDesk): Promise<void> {
  const { ports, store, reasonsRead } = desk;
  const { chosen } = store.state;
  if (!store.isOpen || !chosen || !hasField(chosen, 'reason')) return;
  const signal = reasonsRead.start();
  update(store, { reasons: { status: 'loading' } });
  try {
    const reasons = await readReasons(desk, chosen, signal);
    if (!signal.aborted) update(store, { reasons: { status: 'ready', reasons } });
  } catch (error) {
    const problem = signal.aborted ? undefined : readProblem(error, ports);
    if (problem) update(store, { reasons: { status: 'failed', problem } });
  }
}

async function readReasons(
  { ports, store }: ReviewDesk,
  action: ReviewAction,
  signal: AbortSignal,
): Promise<readonly AnyReason[]> {
  const { client, role, clock } = ports;
  const { businessFunction } = role;
  if (action === 'reject-referral') {
    const all = await client.retrieveAppointmentCancellationReasons({ signal });
    return rejectionReasons(all, { businessFunction, now: clock.now() });
  }
  const all = await client.retrieveReferralCancellationReasons({ signal });
  const { referral } = store.state;
  return referral
    ? referralCancellationReasons(all, referral, { businessFunction, now: clock.now() })
    : [];
}

/** What an earlier visit typed. No decision is chosen by it, and nothing final is confirmed. */
export async function restoreForms(desk: ReviewDesk): Promise<void> {
  const { keeper, store, start } = desk;
  if (REVIEW_ACTIONS.some((action) => store.state.forms[action] !== EMPTY_FORM)) return;
  const draft = await keeper.load();
  const { [start.ubrn]: kept, ...others } = recordOf(draft?.content);
  desk.otherDrafts = others;
  const forms = recordOf(kept);
  const entries = REVIEW_ACTIONS.map(
    (action) => [action, formOf(recordOf(forms[action]))] as const,
  );
  update(store, { forms: Object.fromEntries(entries) as Forms });
}

function recordOf(kept: unknown): Record<string, unknown> {
  return typeof kept === 'object' && kept !== null ? { ...kept } : {};
}

function formOf(kept: Record<string, unknown>): ReviewForm {
  if (typeof kept['comment'] !== 'string') return EMPTY_FORM;
  return { ...EMPTY_FORM, ...kept, isConfirmed: undefined };
}
