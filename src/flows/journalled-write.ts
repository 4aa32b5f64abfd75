import type { Instant } from '../domain/instant.ts';
import type { Problem, WriteResult } from '../domain/problem.ts';
import type { Ubrn } from '../domain/ubrn.ts';
import type { WriteOptions } from '../ers/verbs/verbs.ts';
import type { IntentOutcome, NewIntent } from '../journal/ports.ts';
import type { FlowPorts } from './flow-ports.ts';
import type { Store } from './flow.ts';
import { localProblem } from './reading.ts';

export type WhatIsWritten = Pick<
  NewIntent,
  | 'action'
  | 'ubrn'
  | 'serviceIds'
  | 'slotId'
  | 'letterDue'
  | 'referrerId'
  | 'referrerName'
  | 'priority'
>;

export interface SentWrite<T> {
  intentId: string;
  sentAt: Instant;
  result: WriteResult<T>;
}

/** The flow that sends. */
export interface Sender {
  ports: FlowPorts;
  store: Pick<Store<unknown>, 'isOpen'>;
}

/**
 * Sends a write once: its intent is in the journal before it leaves, its outcome after. Without the
 * journal nothing leaves, nor when the flow was disposed before it could. Once it has left it does
 * not depend on any screen: it ends in the journal also when the flow is disposed.
 */
export async function sendJournalled<T extends { ubrn: Ubrn } | { url: string }>(
  { ports, store }: Sender,
  what: WhatIsWritten,
  send: (options: WriteOptions) => Promise<WriteResult<T>>,
): Promise<SentWrite<T>> {
  const intentId = ports.newId();
  const sentAt = ports.clock.now();
  const { contextId, patient } = ports;
  const intent = { ...what, id: intentId, contextId, patient: patient.nhsNumber, sentAt };
  try {
    await ports.journal.begin(intent);
  } catch {
    return { intentId, sentAt, result: notSent(localProblem('host-failed', ports)) };
  }
  const result = store.isOpen
    ? await send({ intentId }).catch(() => noAnswer(ports))
    : notSent(localProblem('context-changed', ports));
  const seen = store.isOpen ? undefined : 'unseen';
  const outcome = outcomeOf(result, { ubrn: what.ubrn, at: ports.clock.now() });
  await ports.journal.settle(intentId, outcome, seen).catch(() => undefined);
  return { intentId, sentAt, result };
}

function notSent(problem: Problem): WriteResult<never> {
  return { outcome: 'not-done', problem };
}

function noAnswer(ports: FlowPorts): WriteResult<never> {
  const problem: Problem = { ...localProblem('no-answer', ports), retry: 'after-reread' };
  return { outcome: 'unknown', problem };
}

/**
 * For a screen that shows what came of it. A journal that cannot take the outcome keeps the intent
 * open, which errs on the safe side.
 */
export async function settleIntent(
  { journal }: FlowPorts,
  id: string,
  outcome: IntentOutcome,
): Promise<void> {
  await journal.settle(id, outcome).catch(() => undefined);
  await journal.markSeen([id]).catch(() => undefined);
}

/**
 * For a screen that has found out by reading what came of an unknown write: the proxy is told too, so
 * that it is not told again after the page is loaded anew. A proxy that cannot be told tells it again.
 */
export async function settleFoundOut(
  ports: FlowPorts,
  id: string,
  outcome: Exclude<IntentOutcome, { state: 'unknown' }>,
): Promise<void> {
  await settleIntent(ports, id, outcome);
  const ubrn = outcome.state === 'done' ? outcome.ubrn : undefined;
  await ports.foundOut(id, ubrn).catch(() => undefined);
}

function outcomeOf<T extends { ubrn: Ubrn } | { url: string }>(
  result: WriteResult<T>,
  { ubrn, at }: { ubrn: Ubrn | undefined; at: Instant },
): IntentOutcome {
  switch (result.outcome) {
    case 'done':
      return { state: 'done', ubrn: 'ubrn' in result.value ? result.value.ubrn : ubrn };
    case 'not-done':
      return { state: 'not-done', problem: result.problem };
    case 'unknown':
      return { state: 'unknown', problem: result.problem, endedAt: at };
  }
}
