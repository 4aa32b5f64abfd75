import type { Context, Hono } from 'hono';
import * as v from 'valibot';
import { addMilliseconds } from '../src/domain/instant.ts';
import { parseUbrn } from '../src/domain/ubrn.ts';
import { isRefusal, jsonResponse, notForwarded, refusalResponse, type Refusal } from './answers.ts';
import type { AuditEvent } from './audit.ts';
import type { Intent } from './idempotency.ts';
import { hmac, sha256 } from './keys.ts';
import type { Ports } from './ports.ts';
import { readAccess, readBody, type Access } from './session-access.ts';
import type { PatientContext, Session } from './session-store.ts';

/**
 * No latest time of a create is documented; what is not there by then is taken not to come. Of a write
 * to a referral that referral tells, which the page reads.
 */
const QUIET_MS = 120_000;

const Found = v.strictObject({
  idempotencyKey: v.pipe(v.string(), v.maxLength(64)),
  /** The referral that the write made, or that a person or a list found none. */
  ubrn: v.nullable(
    v.pipe(
      v.string(),
      v.check((text) => parseUbrn(text) === text),
    ),
  ),
});

/** Writes that are under way or whose end is not known, and what was found out about them. */
export function addIntentRoutes(app: Hono, ports: Ports): void {
  const refuse = (refusal: Refusal): Response => refusalResponse(refusal, ports.newId());

  app.get('/session/intents', async (c) => {
    const access = await readAccess(c, ports, { csrf: true });
    if (isRefusal(access)) return refuse(access);
    return jsonResponse(200, { intents: await listedIntents(ports, access.session) });
  });

  app.post('/session/intents/found', async (c) => {
    const access = await readAccess(c, ports, { csrf: true });
    const refusal = isRefusal(access) ? access : await noteFound(c, ports, access);
    return refusal ? refuse(refusal) : new Response(null, { status: 204 });
  });
}

/**
 * Without results and without patients: what the page must ask about, or wait for; and, of the
 * patient it has open, what has ended well and it may never have heard of.
 */
async function listedIntents(
  { intents, keys }: Ports,
  { user, contexts }: Session,
): Promise<object[]> {
  const current = contexts[0] && hmac(keys.pairs, contexts[0].nhsNumber);
  const isOfCurrent = (intent: Intent): boolean => intent.patient === current;
  const ended = (await intents.ended(user.sdsUserId)).filter(isOfCurrent);
  const unresolved = await intents.unresolved(user.sdsUserId);
  return [...unresolved, ...ended].map((intent) => ({
    idempotencyKey: intent.key,
    operation: intent.operation,
    contextId: intent.contextId,
    correlationId: intent.correlationId,
    ubrn: intent.ubrn,
    startedAt: intent.startedAt,
    endedAt: intent.endedAt,
    state: intent.state,
    forCurrentPatient: isOfCurrent(intent),
  }));
}

/** Ends an unknown write by what its user has found out, and says so in the audit log. */
async function noteFound(c: Context, ports: Ports, access: Access): Promise<Refusal | undefined> {
  const { intents, audit, clock, keys } = ports;
  const read = await readBody(c, Found);
  if (isRefusal(read)) return read;
  const { idempotencyKey, ubrn } = read.body;
  const { user, contexts } = access.session;
  const [current] = contexts;
  const intent = await intents.find(user.sdsUserId, idempotencyKey);
  if (!current || (intent && intent.patient !== hmac(keys.pairs, current.nhsNumber))) {
    return notForwarded(409, 'wrong-patient', 'idempotencyKey');
  }
  // Forgotten, as after a restart: that somebody has said it is all that is left to keep.
  const about = intent ?? { operation: 'unknown', correlationId: idempotencyKey };
  const row = foundEvent(access, { about, current, ubrn });
  if (!intent) {
    audit.write(row);
    return undefined;
  }
  const { state, endedAt, result } = intent;
  // Another window of the user was first, with the same finding.
  if (state === 'done' && (intent.ubrn ?? null) === ubrn) return undefined;
  if (state !== 'unknown' || !endedAt || !result) return STILL_IN_FLIGHT;
  const isEarly = clock.now() < addMilliseconds(endedAt, QUIET_MS);
  if (!ubrn && !intent.ubrn && isEarly) return STILL_IN_FLIGHT;
  audit.write(row);
  // Its key stays used: whatever is sent from now on is another write.
  if (ubrn) await intents.settle(user.sdsUserId, idempotencyKey, { state: 'done', result, ubrn });
  else await intents.close(user.sdsUserId, idempotencyKey);
  return undefined;
}

type About = Pick<AuditEvent, 'operation' | 'correlationId'>;

const STILL_IN_FLIGHT = notForwarded(409, 'still-in-flight');

function foundEvent(
  { sealed, session: { user, role, onBehalfOf } }: Access,
  { about, current, ubrn }: { about: About; current: PatientContext; ubrn: string | null },
): AuditEvent {
  return {
    eventType: 'POST',
    auditType: ubrn ? 'Unknown outcome: found' : 'Unknown outcome: none found',
    uuid: user.sdsUserId,
    oboUuid: onBehalfOf ?? user.sdsUserId,
    ubrn,
    nhsNumber: current.nhsNumber,
    sessionId: sha256(sealed.sessionKey || sealed.token),
    orgName: role?.organisation.name ?? role?.organisation.odsCode ?? null,
    userBusinessFunction: role?.businessFunction ?? null,
    operation: about.operation,
    correlationId: about.correlationId,
    outcome: 'not-sent',
    status: null,
  };
}
