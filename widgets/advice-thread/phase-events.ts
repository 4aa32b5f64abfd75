import type { Problem } from '../../src/domain/problem.ts';
import type { Ubrn } from '../../src/domain/ubrn.ts';
import type { AnswerAdviceState } from '../../src/flows/answer-advice.ts';
import type { AskAdviceState } from '../../src/flows/ask-advice.ts';
import type { AdviceDetail } from './advice-thread.events.ts';

type AdviceEvent =
  | { name: 'ers-advice-sent' | 'ers-advice-converted' | 'ers-advice-asked'; detail: AdviceDetail }
  | { name: 'ers-write-unknown'; detail: { write: string; ubrn?: Ubrn | undefined } }
  | { name: 'ers-problem'; detail: { reason: string } };

/** What the host is told when one state follows another. Keys only. */
export function eventsBetween(
  before: AnswerAdviceState | undefined,
  now: AnswerAdviceState,
): AdviceEvent[] {
  const unseen = before?.endedUnseen ? undefined : now.endedUnseen;
  const ended = unseen?.state === 'done' ? [sent(unseen.action, now.ubrn)] : [];
  return [...ended, ...phaseEvents(before, now)];
}

function phaseEvents(
  before: AnswerAdviceState | undefined,
  { phase, ubrn }: AnswerAdviceState,
): AdviceEvent[] {
  if (before?.phase.status === phase.status) return [];
  if (phase.status === 'done') return [sent(phase.act, ubrn)];
  if (phase.status === 'unanswered') return [unknown(WRITES[phase.act], ubrn)];
  return problem(phase);
}

const WRITES = { 'answer-advice': 'advice', 'convert-advice': 'conversion' };

function sent(act: string, ubrn: Ubrn): AdviceEvent {
  const name = act === 'convert-advice' ? 'ers-advice-converted' : 'ers-advice-sent';
  return { name, detail: { ubrn } };
}

export function questionEvents(
  before: AskAdviceState | undefined,
  { phase }: AskAdviceState,
): AdviceEvent[] {
  // While what the user has found is looked up it is as unknown as before.
  const wasUnknown = before?.phase.status === 'looking';
  if (before?.phase.status === phase.status) return [];
  if (phase.status === 'asked') return [{ name: 'ers-advice-asked', detail: { ubrn: phase.ubrn } }];
  if (phase.status === 'unanswered')
    return wasUnknown ? [] : [unknown('advice-request', undefined)];
  return phase.status === 'looking' ? [] : problem(phase);
}

function unknown(write: string, ubrn: Ubrn | undefined): AdviceEvent {
  return { name: 'ers-write-unknown', detail: { write, ubrn } };
}

function problem(phase: { status: string } | { problem?: Problem | undefined }): AdviceEvent[] {
  const { reason } = ('problem' in phase && phase.problem) || {};
  return reason ? [{ name: 'ers-problem', detail: { reason } }] : [];
}
