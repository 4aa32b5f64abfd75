import { EMPTY_ADVICE, type AdviceAct, type AdviceForm } from '../domain/advice-form.ts';
import { isAllowed, isClosed, isSettled, type AdviceDesk } from './answer-advice-desk.ts';
import { update } from './flow.ts';

export function choose(desk: AdviceDesk, act: AdviceAct): void {
  const { store } = desk;
  const { phase, act: former, form } = store.state;
  if (!store.isOpen || !isSettled(phase) || isClosed(desk) || act === former) return;
  if (!isAllowed(desk, act)) return;
  const unconfirmed = { ...form, isConfirmed: undefined };
  update(store, { act, errors: [], held: undefined, form: unconfirmed });
  if (phase.status !== 'conflict') update(store, { phase: { status: 'reading' } });
}

/** Nothing is typed over what is on its way. */
export function change(desk: AdviceDesk, what: Partial<AdviceForm>): void {
  const { store } = desk;
  const { phase, act, form, errors } = store.state;
  if (!store.isOpen || !isSettled(phase) || !isAllowed(desk, act)) return;
  const touched = new Set(Object.keys(what));
  update(store, {
    form: { ...form, ...what },
    errors: errors.filter(({ field }) => !touched.has(field)),
    held: undefined,
  });
  keepForm(desk);
}

function keepForm({ store, start, keeper, otherDrafts }: AdviceDesk): void {
  keeper.keep({ ...otherDrafts, [start.ubrn]: store.state.form });
}

/** It was sent: nothing of it is left to keep. */
export async function dropForm({ keeper, otherDrafts }: AdviceDesk): Promise<void> {
  if (Object.keys(otherDrafts).length > 0) keeper.keep(otherDrafts);
  else await keeper.discard();
}

/** After an answer was sent another may follow (interactions.md §12). */
export function back(desk: AdviceDesk): void {
  const { store } = desk;
  const { phase } = store.state;
  const mayFollow = phase.status === 'done' && isAllowed(desk, 'answer-advice');
  if (!mayFollow && (!isSettled(phase) || isClosed(desk))) return;
  update(store, { phase: { status: 'reading' } });
}

/** By the user's word alone. */
export function discard(desk: AdviceDesk): void {
  const { store } = desk;
  if (!store.isOpen || !isSettled(store.state.phase) || isClosed(desk)) return;
  update(store, {
    form: EMPTY_ADVICE,
    act: 'answer-advice',
    errors: [],
    held: undefined,
    phase: { status: 'reading' },
  });
  void dropForm(desk);
}

/** What an earlier visit typed. Nothing final is confirmed by it. */
export async function restoreForm({
  keeper,
  store,
  start,
  ...desk
}: AdviceDesk): Promise<Readonly<Record<string, unknown>>> {
  if (store.state.form !== EMPTY_ADVICE) return desk.otherDrafts;
  const draft = await keeper.load();
  const { [start.ubrn]: kept, ...others } = recordOf(draft?.content);
  update(store, { form: formOf(recordOf(kept)) });
  return others;
}

function recordOf(kept: unknown): Record<string, unknown> {
  return typeof kept === 'object' && kept !== null ? { ...kept } : {};
}

function formOf(kept: Record<string, unknown>): AdviceForm {
  if (typeof kept['text'] !== 'string' || typeof kept['comment'] !== 'string') return EMPTY_ADVICE;
  return { ...EMPTY_ADVICE, ...kept, isConfirmed: undefined };
}
