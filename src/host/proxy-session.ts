import * as v from 'valibot';
import type { NhsNumber } from '../domain/nhs-number.ts';
import type { Patient } from '../domain/patient.ts';
import { ErsError, type Problem, type ProblemReason } from '../domain/problem.ts';
import type { Ubrn } from '../domain/ubrn.ts';
import type { Role } from '../domain/user.ts';
import type { Intent } from '../journal/ports.ts';
import type { ErsSession } from './host-adapter.ts';
import { IntentsSchema, intentsOf } from './proxy-intents.ts';

const RoleSchema = v.object({
  businessFunction: v.string(),
  organisation: v.object({ odsCode: v.string(), name: v.optional(v.string()) }),
});

const SessionSchema = v.object({
  user: v.object({ sdsUserId: v.string(), name: v.string() }),
  roles: v.array(RoleSchema),
  role: v.optional(RoleSchema),
  onBehalfOf: v.optional(v.string()),
  dialect: v.picklist(['hscn', 'api-platform']),
  environment: v.fallback(v.picklist(['live', 'training']), 'training'),
  csrf: v.string(),
});

/** The page's end of the session protocol with the proxy. No token and no session key pass here. */
export interface ProxySession {
  /** What must go with every call as `Ers-Csrf`. */
  csrf(): string;
  /** Exchanges the host's one-use ticket for a sealed cookie. */
  redeem(ticket: string): Promise<ErsSession>;
  /** The session of the cookie, after a reload; undefined when there is none. */
  resume(): Promise<ErsSession | undefined>;
  /** `onBehalfOf`, an SDS user id, for a role that acts for a clinician; the API platform alone takes it. */
  chooseRole(role: Role, onBehalfOf?: string): Promise<ErsSession>;
  /** Writes for another patient are refused at the proxy from then on. */
  bindPatient(contextId: string, patient: Patient): Promise<void>;
  /** Writes of this user for the patient bound last that are under way or have no known end. */
  unresolved(patient: NhsNumber): Promise<Intent[]>;
  /**
   * What the user has found out about an unknown write for that patient: the referral, or that there
   * is none, which the proxy takes 120 seconds after the call ended at the earliest.
   */
  foundOut(intentId: string, ubrn: Ubrn | undefined): Promise<void>;
  end(): Promise<void>;
}

export interface ProxySessionPorts {
  /** Base URL of the proxy, without a slash at its end. */
  base: string;
  fetch: typeof fetch;
  newId: () => string;
}

interface Call {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  body?: unknown;
}

export function createProxySession(ports: ProxySessionPorts): ProxySession {
  const { newId } = ports;
  let csrf = '';

  /** Rejects for every answer but a good one; `orNone` lets a 401 through. */
  async function ask(call: Call, orNone = false): Promise<Response> {
    const answer = await send(ports, call, csrf);
    if (answer.ok || (orNone && answer.status === 401)) return answer;
    throw new ErsError(await problemOf(answer, newId));
  }

  async function readSession(answer: Response): Promise<ErsSession> {
    const { csrf: token, ...session } = await bodyOf(answer, SessionSchema, newId);
    csrf = token;
    return session;
  }

  return {
    ...intentCalls(ask, newId),
    csrf: () => csrf,
    async redeem(ticket) {
      return readSession(await ask({ method: 'POST', path: '/session/redeem', body: { ticket } }));
    },
    async resume() {
      const answer = await ask({ method: 'GET', path: '/session' }, true);
      return answer.ok ? readSession(answer) : undefined;
    },
    async chooseRole(role, onBehalfOf) {
      const body = { ...role, onBehalfOf };
      return readSession(await ask({ method: 'PUT', path: '/session/role', body }));
    },
    async bindPatient(contextId, { nhsNumber, birthDate }) {
      const body = { contextId, nhsNumber, birthDate };
      await ask({ method: 'PUT', path: '/session/context', body });
    },
    async end() {
      await ask({ method: 'DELETE', path: '/session' }, true);
      csrf = '';
    },
  };
}

function intentCalls(
  ask: (call: Call) => Promise<Response>,
  newId: () => string,
): Pick<ProxySession, 'unresolved' | 'foundOut'> {
  return {
    async unresolved(patient) {
      const answer = await ask({ method: 'GET', path: '/session/intents' });
      return intentsOf(await bodyOf(answer, IntentsSchema, newId), patient);
    },
    async foundOut(intentId, ubrn) {
      const body = { idempotencyKey: intentId, ubrn: ubrn ?? null };
      await ask({ method: 'POST', path: '/session/intents/found', body });
    },
  };
}

async function send(
  { base, fetch, newId }: ProxySessionPorts,
  { method, path, body }: Call,
  csrf: string,
): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (csrf) headers['ers-csrf'] = csrf;
  const init: RequestInit = { method, headers, credentials: 'include', cache: 'no-store' };
  if (body !== undefined) init.body = JSON.stringify(body);
  try {
    return await fetch(`${base}${path}`, init);
  } catch {
    throw new ErsError(problem('proxy-unreachable', 'network', newId()));
  }
}

async function bodyOf<Schema extends v.GenericSchema>(
  answer: Response,
  schema: Schema,
  newId: () => string,
): Promise<v.InferOutput<Schema>> {
  const parsed = v.safeParse(schema, await answer.json().catch(() => undefined));
  if (parsed.success) return parsed.output;
  throw new ErsError(problem('answer-not-readable', 'shape', newId()));
}

const REASON_BY_STATUS: Readonly<Record<number, ProblemReason>> = {
  401: 'session-ended',
  403: 'forbidden',
  410: 'launch-expired',
  429: 'too-many-requests',
  502: 'ers-unreachable',
  504: 'no-answer',
};

const ProblemBody = v.object({
  transactionId: v.optional(v.string()),
  correlationId: v.optional(v.string()),
});

async function problemOf(answer: Response, newId: () => string): Promise<Problem> {
  const body = v.safeParse(ProblemBody, await answer.json().catch(() => ({})));
  const { transactionId, correlationId = newId() } = body.success ? body.output : {};
  return {
    ...problem(REASON_BY_STATUS[answer.status] ?? 'proxy-refused', 'proxy', correlationId),
    httpStatus: answer.status,
    transactionId,
  };
}

function problem(reason: ProblemReason, source: Problem['source'], correlationId: string): Problem {
  return { reason, source, correlationId, retry: 'never' };
}
