import type { AdviceThread } from '../domain/advice-changes.ts';
import type { AdviceMessage, AdviceParticipant, AdviceRequest } from '../domain/advice.ts';
import { failure, success, type Result } from '../domain/result.ts';
import type { AdviceDesk } from './answer-advice-desk.ts';
import { update } from './flow.ts';
import { askHost } from './host-look-up.ts';
import { localProblem, readProblem } from './reading.ts';

/**
 * Reads the request, then the messages of just that version. Where it moved in between, both once
 * more. `undefined` when it was given up. Another patient's is never shown.
 */
export async function readThread(
  desk: AdviceDesk,
  signal: AbortSignal,
): Promise<Result<AdviceThread> | undefined> {
  const first = await readBoth(desk, signal);
  const hasMoved = first?.ok === false && first.problem.reason === 'referral-changed';
  return hasMoved ? readBoth(desk, signal) : first;
}

async function readBoth(
  { ports, start }: AdviceDesk,
  signal: AbortSignal,
): Promise<Result<AdviceThread> | undefined> {
  const { client, patient } = ports;
  try {
    const request = await client.retrieveAdviceRequest(start.ubrn, { signal });
    if (request.patient !== patient.nhsNumber) {
      return signal.aborted ? undefined : failure(localProblem('wrong-patient', ports));
    }
    const { ubrn, version } = request;
    const messages = await client.retrieveAdviceConversation({ ubrn, version }, { signal });
    return signal.aborted ? undefined : success({ request, messages });
  } catch (error) {
    const problem = signal.aborted ? undefined : readProblem(error, ports);
    return problem && failure(problem);
  }
}

/** Most ids that a host is asked to name at a time. */
const BATCH = 50;

/** Asks the host for the names that e-RS has not told. Without them the ids stand. */
export async function learnNames({ ports, store, life }: AdviceDesk): Promise<void> {
  const { lookUps, clock } = ports;
  const { request, messages, names } = store.state;
  const unnamed = request ? peopleOf(request, messages).filter(({ name }) => !name) : [];
  const ids = [...new Set(unnamed.map(({ sdsUserId }) => sdsUserId))]
    .filter((id) => !names.has(id))
    .slice(0, BATCH);
  if (ids.length === 0) return;
  const { signal } = life;
  const found = await askHost((limit) => lookUps.resolvePractitioners?.(ids, limit), {
    clock,
    signal,
  });
  if (found && !signal.aborted) update(store, { names: new Map([...store.state.names, ...found]) });
}

function peopleOf(request: AdviceRequest, messages: readonly AdviceMessage[]): AdviceParticipant[] {
  return [
    request.requester,
    ...messages.flatMap(({ sender, responsible }) => [sender, responsible]),
  ].filter((person) => person !== undefined);
}
