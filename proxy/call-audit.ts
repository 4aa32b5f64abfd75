import type { Route } from '../src/ers/dialects/dialect.ts';
import type { ErsRequest, JsonValue } from '../src/ers/transport.ts';
import type { AuditEvent } from './audit.ts';
import { isList, referralPatientOf, ubrnsIn } from './context-binding.ts';
import type { Forwarded } from './forward.ts';
import { sha256 } from './keys.ts';
import type { OperationFacts } from './operations.ts';
import type { Caller } from './operation-call.ts';

export interface AuditedCall {
  request: ErsRequest;
  correlationId: string;
  route: Route;
  facts: OperationFacts;
  transactionIdHeader: string;
}

/** The audit row of one e-RS call: who, as whom, about whom, and what came of it. */
export function auditEventOf(
  { sealed, session, role, context }: Caller,
  { request, correlationId, route, facts, transactionIdHeader }: AuditedCall,
  forwarded: Forwarded,
): AuditEvent {
  const answer = forwarded.state === 'answered' ? forwarded.answer : undefined;
  const shown = answer && referralPatientOf(answer.body);
  const location = answer?.headers['location'] ?? '';
  const attachmentId = /Binary\/([A-Za-z0-9-]{1,64})$/.exec(location)?.[1];
  const transactionId = answer?.headers[transactionIdHeader];
  return {
    eventType: route.method,
    auditType: facts.auditType,
    ...(facts.resourceType && { resourceType: facts.resourceType }),
    uuid: session.user.sdsUserId,
    oboUuid: session.onBehalfOf ?? actedFor(request.body) ?? session.user.sdsUserId,
    ubrn: shown?.ubrn ?? ubrnsIn(request)[0] ?? null,
    // Whose record was shown counts, also when it was not the patient of the context.
    nhsNumber: shown?.nhsNumber ?? context?.nhsNumber ?? null,
    // e-RS's own id of the session is a key to it: its hash names it without opening it.
    sessionId: sha256(sealed.sessionKey || sealed.token),
    orgName: role.organisation.name ?? role.organisation.odsCode,
    userBusinessFunction: role.businessFunction,
    ...(request.file && { fileName: request.file.name, attachmentType: 'REFERRER' }),
    ...(attachmentId && { attachmentId }),
    operation: request.operation,
    correlationId,
    outcome: forwarded.state,
    status: answer?.status ?? null,
    ...(transactionId && { transactionId }),
  };
}

/** A referring clinician admin names the clinician in the parameters of A010 and A011. */
function actedFor(body: JsonValue | undefined): string | undefined {
  const parameters = member(body, 'parameter');
  if (!isList(parameters)) return undefined;
  const named = parameters.find((one) => member(one, 'name') === 'referringClinician');
  const id = member(member(named, 'valueIdentifier'), 'value');
  return typeof id === 'string' && /^\d{12}$/.test(id) ? id : undefined;
}

function member(value: JsonValue | undefined, name: string): JsonValue | undefined {
  if (typeof value !== 'object' || value === null || isList(value)) return undefined;
  return value[name];
}
