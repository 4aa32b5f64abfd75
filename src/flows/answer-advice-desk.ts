import type { AdviceVersion } from '../domain/advice.ts';
import type { AdviceThread } from '../domain/advice-changes.ts';
import type { AdviceAct } from '../domain/advice-form.ts';
import { advicePermissions } from '../domain/advice-permission.ts';
import type { Instant } from '../domain/instant.ts';
import type { Problem } from '../domain/problem.ts';
import type {
  AdvicePorts,
  AnswerAdvicePhase,
  AnswerAdviceStart,
  AnswerAdviceState,
} from './answer-advice.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import { update, type Store } from './flow.ts';
import type { NewestRead } from './reading.ts';

/** What the parts of answering a request for advice work on together. */
export interface AdviceDesk {
  ports: AdvicePorts;
  start: AnswerAdviceStart;
  store: Store<AnswerAdviceState>;
  /** Ends with the flow. */
  life: AbortController;
  /** Of request and messages, at the opening and before sending. */
  reading: NewestRead;
  overviewRead: NewestRead;
  opening?: Promise<void> | undefined;
  keeper: DraftKeeper;
  /** What is kept of other requests about the patient, by UBRN. */
  otherDrafts: Readonly<Record<string, unknown>>;
  /** The message that has had no answer. */
  unanswered?: SentMessage | undefined;
}

/** A message, or a conversion, that left. */
export interface SentMessage {
  act: AdviceAct;
  intentId: string;
  sentAt: Instant;
  problem: Problem;
  /** What it said, and on what; not known of one of an earlier visit. */
  said?: { text: string; version: AdviceVersion; known: AdviceThread['messages'] } | undefined;
}

/** Keeps what was just read, and what may be done with it. */
export function takeThread(
  { ports, store }: AdviceDesk,
  { request, messages }: AdviceThread,
): void {
  const { client, clock, role } = ports;
  const { dialect, can } = client;
  update(store, {
    request,
    messages,
    readAt: clock.now(),
    permissions: advicePermissions({ request, role, dialect, offers: can }),
  });
}

/** What is on screen; absent until it was opened. */
export function threadOf({ store }: Pick<AdviceDesk, 'store'>): AdviceThread | undefined {
  const { request, messages } = store.state;
  return request && { request, messages };
}

const SETTLED: readonly AnswerAdvicePhase['status'][] = [
  'reading',
  'check-failed',
  'refused',
  'locked',
  'conflict',
];

/** Whether nothing is on its way and nothing is unknown, so that something may be written. */
export function isSettled(phase: AnswerAdvicePhase): boolean {
  return phase.status === 'unanswered' ? phase.settled : SETTLED.includes(phase.status);
}

export function isAllowed({ store }: Pick<AdviceDesk, 'store'>, act: AdviceAct): boolean {
  return store.state.permissions?.[act].allowed === true;
}

/** After a refusal that nothing typed can mend, e-RS is not asked again (PATIENT_ERROR). */
export function isClosed({ store }: Pick<AdviceDesk, 'store'>): boolean {
  const { phase } = store.state;
  return phase.status === 'refused' && phase.problem.reason === 'patient-error';
}
