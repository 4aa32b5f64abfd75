import * as v from 'valibot';
import type { Role } from '../src/domain/user.ts';
import type { OperationId } from '../src/ers/transport.ts';
import { notForwarded, unansweredRefusal, type Refusal } from './answers.ts';
import type { AuditEvent } from './audit.ts';
import type { Forwarded, UpstreamAnswer, UpstreamRequest } from './forward.ts';
import type {
  Acting,
  Identity,
  IdentityPorts,
  Launch,
  OpenedSession,
  SessionHolder,
} from './identity.ts';
import { sha256 } from './keys.ts';

const PATH = '/v1/ProfessionalSession';
const TYPE_INFO = 'uk.nhs.ers.xapi.dto.v1.session.ProfessionalSession';

const AUDIT_TYPES = {
  A001: 'API Establish Session',
  A002: 'API Professional login attempt',
  A003: 'API Close Session',
} as const satisfies Partial<Record<OperationId, string>>;

const Answer = v.object({
  id: v.pipe(v.string(), v.regex(/^[\w:.-]{8,200}$/)),
  user: v.object({
    identifier: v.string(),
    firstName: v.nullish(v.string()),
    lastName: v.nullish(v.string()),
    permissions: v.array(
      v.object({
        businessFunction: v.string(),
        orgIdentifier: v.string(),
        orgName: v.nullish(v.string()),
      }),
    ),
  }),
});

type SessionCall = Pick<UpstreamRequest, 'path' | 'body'> & {
  method: 'POST' | 'PUT' | 'DELETE';
  operation: keyof typeof AUDIT_TYPES;
  holder: Partial<SessionHolder> & { correlationId: string };
};

/** A001, A002 and A003 over HSCN (hscn.md §3): role and organisation live in e-RS's session. */
export class HscnIdentity implements Identity {
  readonly takesOnBehalfOf = false;

  constructor(private readonly ports: IdentityPorts) {}

  async open({ token }: Launch, correlationId: string): Promise<OpenedSession | Refusal> {
    const body = JSON.stringify({ typeInfo: TYPE_INFO, token });
    const call = { method: 'POST', path: PATH, body } as const;
    const sent = await this.send({ ...call, operation: 'A001', holder: { correlationId } });
    if (sent.state !== 'answered' || sent.answer.status !== 201) return refusalOf(sent);
    return openedSession(sent.answer) ?? notForwarded(502, 'answer-not-readable');
  }

  async chooseRole(holder: SessionHolder, role: Role): Promise<Refusal | undefined> {
    const { businessFunction, organisation } = role;
    const body = JSON.stringify({
      typeInfo: TYPE_INFO,
      token: holder.token,
      permission: { businessFunction, orgIdentifier: organisation.odsCode },
    });
    const call = { method: 'PUT', path: pathOf(holder), body } as const;
    const sent = await this.send({ ...call, operation: 'A002', holder: { ...holder, role } });
    const chosen = sent.state === 'answered' && sent.answer.status === 200;
    return chosen ? undefined : refusalOf(sent);
  }

  async close(holder: SessionHolder): Promise<Refusal | undefined> {
    const call = { method: 'DELETE', path: pathOf(holder) } as const;
    const sent = await this.send({ ...call, operation: 'A003', holder });
    const closed = sent.state === 'answered' && sent.answer.status < 300;
    return closed ? undefined : refusalOf(sent);
  }

  headers({ sessionKey }: Acting): Record<string, string> {
    return { XAPI_ASID: this.ports.asid, HTTP_X_SESSION_KEY: sessionKey };
  }

  private async send(call: SessionCall): Promise<Forwarded> {
    const { upstream, bucket, audit, asid } = this.ports;
    const { holder, method, path, body } = call;
    // A person is waiting for the page to open, and nothing is written to a record.
    const turn = await bucket.take('write');
    const forwarded: Forwarded = turn
      ? await upstream.send({
          kind: 'read',
          method,
          path,
          body,
          headers: {
            Accept: 'application/json',
            ...(body !== undefined && { 'Content-Type': 'application/json' }),
            XAPI_ASID: asid,
            ...(holder.sessionKey && { HTTP_X_SESSION_KEY: holder.sessionKey }),
          },
        })
      : { state: 'not-sent', reason: 'too-many-requests' };
    audit.write(auditEventOf(call, forwarded));
    return forwarded;
  }
}

function auditEventOf(
  { operation, holder, method }: SessionCall,
  forwarded: Forwarded,
): AuditEvent {
  const answer = forwarded.state === 'answered' ? forwarded.answer : undefined;
  const opened = operation === 'A001' && answer ? openedSession(answer) : undefined;
  const userId = (holder.user ?? opened?.user)?.sdsUserId ?? null;
  const sessionKey = holder.sessionKey ?? opened?.sessionKey;
  const { organisation, businessFunction } = holder.role ?? {};
  return {
    eventType: method,
    auditType: AUDIT_TYPES[operation],
    uuid: userId,
    oboUuid: userId,
    ubrn: null,
    nhsNumber: null,
    sessionId: sessionKey ? sha256(sessionKey) : null,
    orgName: organisation?.name ?? organisation?.odsCode ?? null,
    userBusinessFunction: businessFunction ?? null,
    operation,
    correlationId: holder.correlationId,
    outcome: forwarded.state,
    status: answer?.status ?? null,
  };
}

function pathOf({ sessionKey }: SessionHolder): string {
  return `${PATH}/${encodeURIComponent(sessionKey)}`;
}

function openedSession({ body }: UpstreamAnswer): OpenedSession | undefined {
  const parsed = v.safeParse(
    v.pipe(v.string(), v.parseJson(), Answer),
    Buffer.from(body).toString(),
  );
  if (!parsed.success) return undefined;
  const { id, user } = parsed.output;
  return {
    sessionKey: id,
    user: {
      sdsUserId: user.identifier,
      name: [user.lastName?.toLocaleUpperCase('en-GB'), user.firstName].filter(Boolean).join(', '),
    },
    roles: user.permissions.map(({ businessFunction, orgIdentifier, orgName }) => ({
      businessFunction,
      organisation: { odsCode: orgIdentifier, ...(orgName && { name: orgName.trim() }) },
    })),
  };
}

/** e-RS documents no errors of A001–A003: 401 and 403 are expected (hscn.md §3). */
function refusalOf(sent: Forwarded): Refusal {
  if (sent.state !== 'answered') return unansweredRefusal(sent);
  const { status } = sent.answer;
  if (status === 401 || status === 404) return notForwarded(401, 'session-ended');
  if (status === 403) return notForwarded(403, 'forbidden');
  return notForwarded(502, 'upstream-failed');
}
