import * as v from 'valibot';
import { parseInstant, type Instant } from '../domain/instant.ts';
import { lostAnswer } from '../domain/lost-answer.ts';
import type { NhsNumber } from '../domain/nhs-number.ts';
import { parseUbrn } from '../domain/ubrn.ts';
import type { Intent, IntentAction, NewIntent } from '../journal/ports.ts';

const Moment = v.custom<Instant>((value) => typeof value === 'string' && !!parseInstant(value));

const ListedSchema = v.object({
  idempotencyKey: v.string(),
  operation: v.string(),
  contextId: v.string(),
  correlationId: v.string(),
  startedAt: Moment,
  endedAt: v.optional(Moment),
  /** `done` where the proxy lists for a while what has ended well, with its `ubrn`. */
  state: v.picklist(['in-flight', 'unknown', 'done']),
  ubrn: v.optional(v.string()),
  forCurrentPatient: v.boolean(),
});

/** `GET /session/intents` (proxy/README.md). */
export const IntentsSchema = v.object({ intents: v.array(ListedSchema) });

type Listed = v.InferOutput<typeof ListedSchema>;

/** The writes of the desks here; another one blocks nothing here. */
const ACTIONS: Readonly<Record<string, IntentAction>> = {
  A011: 'create-referral',
  A012: 'attach-letters',
  A013: 'accept-referral',
  A014: 'reject-referral',
  A016: 'book-appointment',
  A020: 'upload-file',
  A021: 'create-referral',
  A022: 'cancel-and-act-later',
  A026: 'answer-advice',
  A027: 'convert-advice',
  A028: 'record-review-outcome',
  A036: 'cancel-referral',
  A044: 'ask-for-advice',
};

/** What the proxy lists for this patient, as the journal has it. */
export function intentsOf(
  { intents }: v.InferOutput<typeof IntentsSchema>,
  patient: NhsNumber,
): Intent[] {
  return intents
    .filter(({ forCurrentPatient }) => forCurrentPatient)
    .flatMap((listed) => {
      const action = ACTIONS[listed.operation];
      return action ? [intentOf(listed, { action, patient })] : [];
    });
}

function intentOf(listed: Listed, about: Pick<NewIntent, 'action' | 'patient'>): Intent {
  const { idempotencyKey, contextId, correlationId, startedAt, state } = listed;
  const intent: NewIntent = {
    ...about,
    id: idempotencyKey,
    contextId,
    correlationId,
    sentAt: startedAt,
    ubrn: parseUbrn(listed.ubrn ?? ''),
  };
  if (state === 'in-flight') return { ...intent, state: 'sending' };
  if (state === 'done') return { ...intent, state, ubrn: intent.ubrn };
  return { ...intent, state, problem: lostAnswer(correlationId), endedAt: listed.endedAt };
}
