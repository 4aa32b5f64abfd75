import type { Instant } from '../domain/instant.ts';
import type { WriteResult } from '../domain/problem.ts';
import type { Ubrn } from '../domain/ubrn.ts';
import type { WriteOptions } from '../ers/client.ts';
import type { IntentOutcome, NewIntent } from '../journal/ports.ts';
import type { FlowPorts } from './flow-ports.ts';
import { localProblem } from './reading.ts';

export type WhatIsWritten = Pick<NewIntent, 'action' | 'ubrn' | 'serviceIds' | 'slotId'>;

export interface SentWrite<T> {
  intentId: string;
  sentAt: Instant;
  result: WriteResult<T>;
}

/**
 * Sends a write once: its intent is in the journal before it leaves, its outcome after. Without the
 * journal nothing leaves. It does not depend on any screen: it ends also when the flow is disposed.
 */
export async function sendJournalled<T extends { ubrn: Ubrn } | { url: string }>(
  ports: FlowPorts,
  what: WhatIsWritten,
  send: (options: WriteOptions) => Promise<WriteResult<T>>,
): Promise<SentWrite<T>> {
  const intentId = ports.newId();
  const sentAt = ports.clock.now();
  const { contextId, patient } = ports;
  try {
    await ports.journal.begin({
      ...what,
      id: intentId,
      contextId,
      patient: patient.nhsNumber,
      sentAt,
    });
  } catch {
    return notSent(ports, intentId, sentAt);
  }
  const result = await send({ intentId }).catch((): WriteResult<T> => {
    const problem = { ...localProblem('no-answer', ports), retry: 'after-reread' as const };
    return { outcome: 'unknown', problem };
  });
  await settleIntent(ports, intentId, outcomeOf(result, what.ubrn));
  return { intentId, sentAt, result };
}

/** A journal that cannot take the outcome keeps the intent open, which errs on the safe side. */
export async function settleIntent(
  { journal }: FlowPorts,
  id: string,
  outcome: IntentOutcome,
): Promise<void> {
  await journal.settle(id, outcome).catch(() => undefined);
}

function notSent(ports: FlowPorts, intentId: string, sentAt: Instant): SentWrite<never> {
  const problem = localProblem('host-failed', ports);
  return { intentId, sentAt, result: { outcome: 'not-done', problem } };
}

function outcomeOf<T extends { ubrn: Ubrn } | { url: string }>(
  result: WriteResult<T>,
  ubrn: Ubrn | undefined,
): IntentOutcome {
  if (result.outcome !== 'done') return { state: result.outcome, problem: result.problem };
  return { state: 'done', ubrn: 'ubrn' in result.value ? result.value.ubrn : ubrn };
}
