import type { Context, Hono } from 'hono';
import * as v from 'valibot';
import { addMilliseconds, parseLocalDate } from '../src/domain/instant.ts';
import { parseNhsNumber } from '../src/domain/nhs-number.ts';
import { actsForProvider, sameRole, type Role } from '../src/domain/user.ts';
import type { ErsSession } from '../src/host/host-adapter.ts';
import { isRefusal, jsonResponse, notForwarded, refusalResponse, type Refusal } from './answers.ts';
import { sameSecret } from './keys.ts';
import type { Ports } from './ports.ts';
import { clearCookie, seal, setCookie, unseal, type Sealed } from './sealed-cookie.ts';
import { csrfOf, readAccess, readBody, type Access } from './session-access.ts';

/** As the slowest write, and some: A003 never goes while a call is under way (hscn.md §3). */
const LONGEST_CLOSE_MS = 200_000;
const LOOK_EVERY_MS = 100;

const Launch = v.strictObject({
  token: v.pipe(v.string(), v.nonEmpty(), v.maxLength(2_000), v.regex(/^[\x20-\x7e]+$/)),
  userName: v.optional(v.pipe(v.string(), v.nonEmpty(), v.maxLength(200))),
});
const Redeem = v.strictObject({ ticket: v.pipe(v.string(), v.maxLength(200)) });
const ChooseRole = v.object({
  businessFunction: v.string(),
  organisation: v.object({ odsCode: v.string() }),
  onBehalfOf: v.optional(v.pipe(v.string(), v.regex(/^\d{12}$/))),
});
const BindContext = v.strictObject({
  contextId: v.pipe(v.string(), v.nonEmpty(), v.maxLength(200)),
  nhsNumber: v.string(),
  birthDate: v.string(),
});

/** For the host's own server, which has the user's token. Pages always send an Origin. */
export function addHostRoute(app: Hono, ports: Ports): void {
  app.post('/session', async (c) => {
    const result = await launch(c, ports);
    return isRefusal(result) ? refusalResponse(result, ports.newId()) : jsonResponse(201, result);
  });
}

async function launch(c: Context, ports: Ports): Promise<{ ticket: string } | Refusal> {
  const { config, keys, newId, identity, sessions, tickets, log } = ports;
  if (c.req.header('origin') !== undefined) return notForwarded(403, 'proxy-refused', 'Origin');
  if (!sameSecret(c.req.header('authorization') ?? '', `Bearer ${config.hostSecret}`)) {
    return notForwarded(401, 'proxy-refused', 'Authorization');
  }
  const read = await readBody(c, Launch);
  if (isRefusal(read)) return read;
  const { token } = read.body;
  const correlationId = newId();
  const opened = await identity.open(read.body, correlationId);
  if (isRefusal(opened)) {
    log({ event: 'session-refused', correlationId, reason: opened.reason });
    return opened;
  }
  const { sessionKey, user, roles } = opened;
  const sealed: Sealed = { id: newId(), sessionKey, token };
  const jwe = await seal(sealed, keys.cookie);
  if (!setCookie(jwe, config.cookie)) return notForwarded(502, 'answer-not-readable', 'token');
  await sessions.open(sealed.id, { user, roles });
  log({ event: 'session-opened', correlationId });
  return { ticket: await tickets.issue(jwe) };
}

/** For the page: redeem, look again after a reload, choose a role, bind a patient, leave. */
export function addSessionRoutes(app: Hono, ports: Ports): void {
  const refuse = (refusal: Refusal): Response => refusalResponse(refusal, ports.newId());

  app.post('/session/redeem', async (c) => {
    const redeemed = await redeem(c, ports);
    if (isRefusal(redeemed)) return refuse(redeemed);
    const answer = jsonResponse(200, sessionView(ports, redeemed));
    answer.headers.set('set-cookie', redeemed.cookie);
    return answer;
  });

  app.get('/session', async (c) => {
    const access = await readAccess(c, ports, { csrf: false });
    return isRefusal(access) ? refuse(access) : jsonResponse(200, sessionView(ports, access));
  });

  app.put('/session/role', async (c) => {
    const access = await readAccess(c, ports, { csrf: true });
    const chosen = isRefusal(access) ? access : await chooseRole(c, ports, access);
    return isRefusal(chosen) ? refuse(chosen) : jsonResponse(200, sessionView(ports, chosen));
  });

  app.put('/session/context', async (c) => {
    const access = await readAccess(c, ports, { csrf: true });
    const refusal = isRefusal(access) ? access : await bindContext(c, ports, access);
    return refusal ? refuse(refusal) : new Response(null, { status: 204 });
  });

  app.delete('/session', async (c) => {
    const access = await readAccess(c, ports, { csrf: true });
    if (isRefusal(access)) return refuse(access);
    await close(ports, access);
    const headers = { 'set-cookie': clearCookie(ports.config.cookie) };
    return new Response(null, { status: 204, headers });
  });
}

async function redeem(
  c: Context,
  { tickets, keys, sessions, config }: Ports,
): Promise<(Access & { cookie: string }) | Refusal> {
  const read = await readBody(c, Redeem);
  if (isRefusal(read)) return read;
  const jwe = await tickets.redeem(read.body.ticket);
  const sealed = jwe && (await unseal(jwe, keys.cookie));
  const session = sealed && (await sessions.read(sealed.id));
  const cookie = jwe && setCookie(jwe, config.cookie);
  if (!sealed || !session || !cookie) return notForwarded(410, 'launch-expired');
  return { sealed, session, cookie };
}

function sessionView(ports: Ports, { sealed, session }: Access): ErsSession & { csrf: string } {
  const { user, roles, role, onBehalfOf } = session;
  const { dialect, environment } = ports.config;
  return {
    user,
    roles,
    ...(role && { role }),
    ...(onBehalfOf && { onBehalfOf }),
    dialect,
    // Fails closed: whatever does not say live is shown as training.
    environment: environment === 'live' ? 'live' : 'training',
    csrf: csrfOf(ports, sealed),
  };
}

async function chooseRole(
  c: Context,
  { identity, sessions, newId, log }: Ports,
  { sealed, session }: Access,
): Promise<Access | Refusal> {
  const read = await readBody(c, ChooseRole);
  if (isRefusal(read)) return read;
  const role = session.roles.find((held: Role) => sameRole(held, read.body));
  if (!role) return notForwarded(403, 'forbidden', 'businessFunction');
  const { onBehalfOf } = read.body;
  if (onBehalfOf && !(identity.takesOnBehalfOf && actsForProvider(role))) {
    return notForwarded(422, 'field-not-permitted', 'onBehalfOf');
  }
  const { sessionKey, token } = sealed;
  const correlationId = newId();
  const holder = { sessionKey, token, user: session.user, correlationId };
  const refusal = await identity.chooseRole(holder, role);
  log({ event: 'role-chosen', correlationId, reason: refusal?.reason });
  if (refusal) return refusal;
  const after = await sessions.chooseRole(sealed.id, { role, onBehalfOf });
  return after ? { sealed, session: after } : notForwarded(401, 'session-ended');
}

async function bindContext(
  c: Context,
  { sessions }: Ports,
  { sealed }: Access,
): Promise<Refusal | undefined> {
  const read = await readBody(c, BindContext);
  if (isRefusal(read)) return read;
  const nhsNumber = parseNhsNumber(read.body.nhsNumber);
  const birthDate = parseLocalDate(read.body.birthDate);
  if (!nhsNumber) return notForwarded(422, 'nhs-number-wrong', 'nhsNumber');
  if (!birthDate) return notForwarded(422, 'field-wrong', 'birthDate');
  const { contextId } = read.body;
  const bound = await sessions.bindContext(sealed.id, { contextId, nhsNumber, birthDate });
  if (bound === 'another-patient') return notForwarded(409, 'wrong-patient', 'contextId');
  return bound === 'bound' ? undefined : notForwarded(401, 'session-ended');
}

async function close(ports: Ports, { sealed, session }: Access): Promise<void> {
  const { sessions, identity, newId, log } = ports;
  const { id, sessionKey, token } = sealed;
  const correlationId = newId();
  await sessions.beginClosing(id);
  const quiet = await untilQuiet(ports, id);
  const holder = { sessionKey, token, user: session.user, role: session.role, correlationId };
  const refusal = quiet ? await identity.close(holder) : undefined;
  await sessions.remove(id);
  const outcome = quiet ? 'closed' : 'left-open-with-calls-under-way';
  log({ event: 'session-closed', correlationId, outcome, reason: refusal?.reason });
}

async function untilQuiet({ sessions, clock }: Ports, id: string): Promise<boolean> {
  const end = addMilliseconds(clock.now(), LONGEST_CLOSE_MS);
  while (((await sessions.read(id))?.outstanding ?? 0) > 0) {
    if (clock.now() >= end) return false;
    await clock.wait(LOOK_EVERY_MS);
  }
  return true;
}
