import * as v from 'valibot';
import type { Instant } from '../src/domain/instant.ts';
import type { Role } from '../src/domain/user.ts';
import type { Route } from '../src/ers/dialects/dialect.ts';
import { classifyWrite, type WriteOutcome } from '../src/ers/outcome.ts';
import type { ErsCall, ErsRequest, OperationId } from '../src/ers/transport.ts';
import { outbound } from './answer-headers.ts';
import {
  ersResponse,
  isRefusal,
  notForwarded,
  refusalResponse,
  unansweredRefusal,
  type Refusal,
} from './answers.ts';
import { auditEventOf } from './call-audit.ts';
import { isAboutPatient, pairOf, referralPatientOf, ubrnsIn } from './context-binding.ts';
import { startDeadline } from './deadline.ts';
import type { Forwarded, UpstreamAnswer } from './forward.ts';
import { restoredAnswer, storedAnswer, type Intent, type NewIntent } from './idempotency.ts';
import { hmac, sha256 } from './keys.ts';
import { OPERATIONS, type OperationFacts } from './operations.ts';
import type { Ports } from './ports.ts';
import type { Access } from './session-access.ts';
import type { PatientContext } from './session-store.ts';

/** Who calls, as what, and for which patient. */
export interface Caller extends Access {
  role: Role;
  context?: PatientContext | undefined;
}

/** A call that may go: everything that can be checked without e-RS has been. */
export interface CheckedCall {
  caller: Caller;
  call: ErsCall;
  route: Route;
  facts: OperationFacts;
  file?: Uint8Array | undefined;
}

/** Checks what needs no question to e-RS. */
export async function checkCall(
  { dialect }: Ports,
  { sealed, session }: Access,
  call: ErsCall,
): Promise<CheckedCall | Refusal> {
  const facts = OPERATIONS.get(call.operation);
  if (!facts || !dialect.capabilities.has(call.operation)) return notForwarded(404, 'not-offered');
  const route = dialect.route(call);
  if (!route) return notForwarded(404, 'bad-request', 'params');
  const { role } = session;
  if (!role) return notForwarded(403, 'forbidden', 'role');
  const context = session.contexts.find(({ contextId }) => contextId === call.contextId);
  if (facts.ofPatient && !context) return notForwarded(409, 'context-changed', 'contextId');
  if (context && !isAboutPatient(call.body, context.nhsNumber, facts.namesPatient ?? false)) {
    return notForwarded(409, 'wrong-patient', 'body');
  }
  if (facts.kind !== 'read' && !call.idempotencyKey) {
    return notForwarded(400, 'bad-request', 'idempotencyKey');
  }
  const caller = { sealed, session, role, context };
  const file = call.file && new Uint8Array(await call.file.content.blob.arrayBuffer());
  return { caller, call, route, facts, ...(file && { file }) };
}

/** Runs a checked call to its end, whoever may still be listening. Reads end with `signal`. */
export async function runCall(
  ports: Ports,
  checked: CheckedCall,
  signal: AbortSignal,
): Promise<Response> {
  const { id } = checked.caller.sealed;
  const { correlationId } = checked.call;
  if (!(await ports.sessions.beginCall(id))) {
    return refusalResponse(notForwarded(401, 'session-ended'), correlationId);
  }
  try {
    const isRead = checked.facts.kind === 'read';
    return isRead ? await runRead(ports, checked, signal) : await runWrite(ports, checked);
  } finally {
    await ports.sessions.endCall(id);
  }
}

async function runRead(ports: Ports, checked: CheckedCall, signal: AbortSignal): Promise<Response> {
  const refusal = await confirmUbrns(ports, checked, signal);
  if (refusal) return refusalResponse(refusal, checked.call.correlationId);
  const forwarded = await forward(ports, checked, { signal });
  const file = fileElsewhere(checked, forwarded);
  if (file === undefined) return respond(ports, checked, forwarded).response;
  const answer = await ports.objectStore.fetchFile(file, signal);
  return isRefusal(answer) ? refusalResponse(answer, checked.call.correlationId) : answer;
}

/** A042 answers with the address of the file in an object store. It is a key, and is not kept. */
function fileElsewhere({ call }: CheckedCall, forwarded: Forwarded): string | undefined {
  if (call.operation !== 'A042' || forwarded.state !== 'answered') return undefined;
  const { status, headers } = forwarded.answer;
  return status === 307 ? (headers['location'] ?? '') : undefined;
}

/**
 * How long a write may be checked and queue. Later it does not leave: of its 190 seconds at least
 * 125 must be left for the answer, as a provider's system may take 120 (architecture.md §9).
 */
const PREPARE_MS = 65_000;

async function runWrite(ports: Ports, checked: CheckedCall): Promise<Response> {
  const { intents, keys, clock } = ports;
  const { caller, call } = checked;
  const since = clock.now();
  const userId = caller.session.user.sdsUserId;
  const intent = intentOf(checked, keys.pairs);
  const { begun, intent: known } = await intents.begin(userId, intent);
  if (!begun) return answerKnown(known, intent, call.correlationId);

  const preparing = startDeadline(clock, PREPARE_MS);
  let leaving = false;
  try {
    const refusal = await confirmUbrns(ports, checked, preparing.signal);
    if (refusal) {
      await intents.release(userId, intent.key);
      return refusalResponse(refusal, call.correlationId);
    }
    leaving = true;
    const forwarded = await forward(ports, checked, { turnBy: preparing.signal, since });
    const { outcome, response, result } = respond(ports, checked, forwarded);
    if (outcome === 'not-done') await intents.release(userId, intent.key);
    else {
      const ubrn = intent.ubrn ?? confirmedBy(forwarded)?.ubrn;
      await intents.settle(userId, intent.key, { state: outcome, result, ubrn });
    }
    return response;
  } catch (error) {
    if (!leaving) await intents.release(userId, intent.key);
    throw error;
  } finally {
    preparing.cancel();
  }
}

/** Same key, same patient, same content: the same write. */
function intentOf({ call, caller, file }: CheckedCall, key: Uint8Array): NewIntent {
  const { operation, params, body, ifMatch, commRuleOrg, contextId, correlationId } = call;
  const patient = caller.context ? hmac(key, caller.context.nhsNumber) : '';
  const { name, ubrn, content } = call.file ?? {};
  const upload = file && { name, ubrn, mediaType: content?.mediaType, content: sha256(file) };
  const content_ = { operation, params, body, ifMatch, commRuleOrg, patient, upload };
  const bodyHash = sha256(JSON.stringify(content_));
  return {
    key: call.idempotencyKey ?? '',
    operation,
    contextId,
    correlationId,
    patient,
    bodyHash,
    ubrn: ubrnsIn(call)[0],
  };
}

function answerKnown(known: Intent, asked: NewIntent, correlationId: string): Response {
  if (known.bodyHash !== asked.bodyHash) {
    return refusalResponse(notForwarded(422, 'bad-request', 'idempotencyKey'), correlationId);
  }
  const { result } = known;
  if (!result) {
    const inFlight: Refusal = { status: 409, reason: 'still-in-flight', mark: 'in-flight' };
    return refusalResponse(inFlight, correlationId);
  }
  if (result.kind === 'answer') return ersResponse(restoredAnswer(result), 'replayed');
  return refusalResponse({ ...result.refusal, mark: 'replayed' }, known.correlationId);
}

/** Refuses unless every referral the call names is known to be the patient's; asks e-RS if not. */
async function confirmUbrns(
  ports: Ports,
  { caller, call, facts }: CheckedCall,
  signal?: AbortSignal,
): Promise<Refusal | undefined> {
  const { context } = caller;
  if (!facts.checksUbrn || !context) return undefined;
  for (const ubrn of ubrnsIn(call)) {
    if (context.pairs.includes(pairOf(ports.keys.pairs, ubrn, context))) continue;
    const reads = facts.checksUbrn;
    const refusal = await confirmByReading(ports, { caller, call }, { ubrn, reads, signal });
    if (refusal) return refusal;
  }
  return undefined;
}

async function confirmByReading(
  ports: Ports,
  { caller, call }: Pick<CheckedCall, 'caller' | 'call'>,
  { ubrn, reads, signal }: { ubrn: string; reads: OperationId; signal?: AbortSignal | undefined },
): Promise<Refusal | undefined> {
  const request: ErsRequest = { operation: reads, params: { ubrn } };
  const route = ports.dialect.route(request);
  const facts = OPERATIONS.get(reads);
  if (!route || !facts) return notForwarded(409, 'wrong-patient');
  const { contextId, correlationId } = call;
  const read = { caller, call: { ...request, contextId, correlationId }, route, facts };
  const forwarded = await forward(ports, read, { signal });
  if (forwarded.state !== 'answered') {
    return { ...unansweredRefusal(forwarded), mark: 'not-forwarded' };
  }
  const { status, body } = forwarded.answer;
  if (status !== 200) return READ_REFUSED.get(status) ?? notForwarded(502, 'upstream-failed');
  const shown = referralPatientOf(body);
  const same = shown?.ubrn === ubrn && shown.nhsNumber === caller.context?.nhsNumber;
  return same ? undefined : notForwarded(409, 'wrong-patient', 'ubrn');
}

const READ_REFUSED = new Map([
  [401, notForwarded(401, 'session-ended')],
  [403, notForwarded(403, 'forbidden')],
  [404, notForwarded(404, 'not-found')],
]);

interface Limits {
  /** Ends the call itself. Reads only. */
  signal?: AbortSignal | undefined;
  /** Ends the waiting for a turn, and nothing after it. */
  turnBy?: AbortSignal | undefined;
  since?: Instant | undefined;
}

/** Waits for its turn, sends once, audits, and remembers whose referral an answer showed. */
async function forward(
  ports: Ports,
  { caller, call, route, facts, file }: CheckedCall,
  { signal, turnBy = signal, since }: Limits,
): Promise<Forwarded> {
  const { bucket, upstream, audit, dialect, keys, sessions } = ports;
  const { sealed, context } = caller;
  const turn = await bucket.take(facts.kind === 'read' ? 'read' : 'write', turnBy);
  const body = file ?? (call.body === undefined ? undefined : JSON.stringify(call.body));
  const forwarded: Forwarded = turn
    ? await upstream.send({
        kind: facts.kind,
        method: route.method,
        path: route.path,
        // Identity comes last and from the session alone: nothing a browser sends can replace it.
        headers: { ...route.headers, ...identityHeaders(ports, caller, call) },
        body,
        signal,
        since,
      })
    : { state: 'not-sent', reason: 'too-many-requests' };
  const { correlationId } = call;
  const { transactionIdHeader } = dialect;
  const audited = { request: call, correlationId, route, facts, transactionIdHeader };
  audit.write(auditEventOf(caller, audited, forwarded));

  const shown = context && confirmedBy(forwarded);
  if (shown && shown.nhsNumber === context.nhsNumber) {
    await sessions.notePair(sealed.id, context.contextId, pairOf(keys.pairs, shown.ubrn, context));
  }
  return forwarded;
}

function identityHeaders(
  { identity }: Ports,
  { sealed, session, role }: Caller,
  { operation, correlationId }: ErsCall,
): Readonly<Record<string, string>> {
  const { onBehalfOf } = session;
  return identity.headers({ operation, correlationId, role, onBehalfOf, ...sealed });
}

function confirmedBy(forwarded: Forwarded): ReturnType<typeof referralPatientOf> {
  if (forwarded.state !== 'answered' || forwarded.answer.status >= 300) return undefined;
  return referralPatientOf(forwarded.answer.body);
}

interface Outcome {
  outcome: WriteOutcome;
  response: Response;
  result: Intent['result'] & object;
}

function respond({ config }: Ports, { caller, call }: CheckedCall, forwarded: Forwarded): Outcome {
  if (forwarded.state !== 'answered') {
    const refusal = unansweredRefusal(forwarded);
    const sent = forwarded.state === 'not-sent' ? 'no' : 'maybe';
    const outcome = classifyWrite({ answer: 'none', sent });
    const response = refusalResponse(refusal, call.correlationId);
    return { outcome, response, result: { kind: 'refusal', refusal } };
  }
  const { sessionKey, token } = caller.sealed;
  const answer = outbound(forwarded.answer, call.operation, {
    sessionKey,
    token,
    asid: config.asid,
  });
  const { status } = answer;
  const outcome = classifyWrite({ answer: 'e-rs', status, identified: identifiesWrite(answer) });
  return { outcome, response: ersResponse(answer), result: storedAnswer(answer) };
}

const Identified = v.object({ id: v.string() });
const ListOfIdentified = v.object({
  parameter: v.pipe(v.array(v.object({ resource: Identified })), v.minLength(1)),
});

/** Whether an answer holds the id of what was written: a stored file's name, or a resource's id. */
function identifiesWrite({ headers, body }: UpstreamAnswer): boolean {
  if (headers['location']) return true;
  try {
    const answer: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    return v.is(Identified, answer) || v.is(ListOfIdentified, answer);
  } catch {
    return false;
  }
}
