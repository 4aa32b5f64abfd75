import { QUESTION_LIMIT } from '../domain/advice-form.ts';
import { hasOtherLinks } from '../domain/advice-text.ts';
import type { Problem } from '../domain/problem.ts';
import { actsForClinician, parseSdsUserId } from '../domain/user.ts';
import type { NewAdviceRequest } from '../ers/verbs/advising.ts';
import { withUbrn } from './advice-sent.ts';
import { criteriaFor, type AskDesk } from './ask-advice-desk.ts';
import type { AskAdviceState, QuestionError, QuestionField } from './ask-advice.ts';
import { emptyDraft } from './find-services.ts';
import { update } from './flow.ts';
import { sendJournalled } from './journalled-write.ts';

/** Checks the form, and sends the question once. */
export async function send(desk: AskDesk): Promise<void> {
  const { ports, store, life } = desk;
  if (!store.isOpen || !mayWrite(store.state)) return;
  const errors = questionErrors(desk);
  const asked = questionOf(desk);
  if (errors.length > 0 || !asked) {
    update(store, { errors });
    return;
  }
  update(store, { errors: [], phase: { status: 'sending', since: ports.clock.now() } });
  const serviceIds = [asked.serviceId];
  const { priority } = asked.criteria;
  const what = { action: 'ask-for-advice' as const, serviceIds, priority };
  const { result, intentId, sentAt } = await sendJournalled(desk, what, async (options) =>
    withUbrn(await ports.client.askForAdvice(asked, options)),
  );
  if (life.signal.aborted) return;
  if (result.outcome === 'done') await showAsked(desk, result.value.ubrn, 'answer');
  else if (result.outcome === 'not-done') showRefused(desk, result.problem);
  else {
    const { problem } = result;
    const lost = { intentId, sentAt, problem, serviceIds, isUnderWay: false };
    update(store, { phase: { status: 'unanswered', ...lost } });
  }
}

/** Whether the form may be typed in. After a refusal that nothing typed can mend it may not. */
export function mayWrite({ phase }: AskAdviceState): boolean {
  if (phase.status === 'refused') return phase.problem.reason !== 'patient-error';
  return phase.status === 'asking';
}

function questionErrors({ store, find }: AskDesk): QuestionError[] {
  const { service, text, mayConvert, textLimit: limit } = store.state;
  const errors: (QuestionError | false | undefined)[] = [
    !service && { field: 'service', reason: 'field-required' },
    service && !criteriaFor(find, service.id) && { field: 'service', reason: 'field-wrong' },
    !text.trim() && { field: 'text', reason: 'field-required' },
    text.trim().length > limit && { field: 'text', reason: 'text-too-long', limit },
    hasOtherLinks(text) && { field: 'text', reason: 'field-wrong' },
    mayConvert === undefined && { field: 'mayConvert', reason: 'field-required' },
  ];
  return errors.filter((error) => error !== false && error !== undefined);
}

function questionOf({ ports, store, find }: AskDesk): NewAdviceRequest | undefined {
  const { service, text, mayConvert } = store.state;
  const criteria = service && criteriaFor(find, service.id);
  if (!criteria || mayConvert === undefined) return undefined;
  const { referringClinician } = find.state.draft;
  return {
    patient: ports.patient.nhsNumber,
    criteria,
    serviceId: service.id,
    text: text.trim(),
    mayConvert,
    referringClinician: actsForClinician(ports.role)
      ? parseSdsUserId(referringClinician?.sdsUserId ?? '')
      : undefined,
  };
}

/** e-RS has it: nothing is left to keep. */
export async function showAsked(
  desk: AskDesk,
  ubrn: Extract<AskAdviceState['phase'], { status: 'asked' }>['ubrn'],
  proof: 'answer' | 'reading',
): Promise<void> {
  const { ports, store, keeper } = desk;
  empty(desk);
  update(store, { phase: { status: 'asked', ubrn, at: ports.clock.now(), proof } });
  await keeper.discard();
}

/** Nothing of one question is carried into the next. */
export function empty({ ports, store, find }: AskDesk): void {
  update(store, EMPTY_QUESTION);
  const cleared = Object.fromEntries(Object.keys(find.state.draft).map((key) => [key, undefined]));
  find.actions.change({ ...cleared, ...emptyDraft(ports) });
}

export const EMPTY_QUESTION = {
  service: undefined,
  text: '',
  textLimit: QUESTION_LIMIT,
  mayConvert: undefined,
  errors: [],
} as const;

/** Names of e-RS's parameters and the field of each. */
const FIELD_OF: Readonly<Record<string, QuestionField>> = {
  shortlist: 'service',
  request: 'text',
  providerConversionAuthorisation: 'mayConvert',
};

function showRefused({ ports, store }: AskDesk, problem: Problem): void {
  const { reason, field = '', limit } = problem;
  const named = FIELD_OF[field.split('.').at(-1) ?? ''];
  const isOfField = OF_FIELD.find((each) => each === reason);
  const errors = named && isOfField ? [{ field: named, reason: isOfField, limit }] : [];
  update(store, { errors, phase: { status: 'refused', problem, at: ports.clock.now() } });
}

const OF_FIELD: readonly QuestionError['reason'][] = [
  'field-required',
  'field-wrong',
  'text-too-long',
];
