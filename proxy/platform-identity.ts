import * as v from 'valibot';
import type { Role } from '../src/domain/user.ts';
import { notForwarded, unansweredRefusal, type Refusal } from './answers.ts';
import type { Forwarded, UpstreamAnswer } from './forward.ts';
import type { Acting, Identity, IdentityPorts, Launch, OpenedSession } from './identity.ts';
import { sha256 } from './keys.ts';

const Answer = v.object({
  entry: v.optional(
    v.array(
      v.object({
        resource: v.object({
          practitioner: v.object({ identifier: v.object({ value: v.string() }) }),
          organization: v.object({
            identifier: v.object({ value: v.string() }),
            display: v.nullish(v.string()),
          }),
          code: v.array(v.object({ coding: v.array(v.object({ code: v.string() })) })),
        }),
      }),
    ),
    [],
  ),
});

/** A030: the roles of whoever the token is of, without an organisation or a function of its own. */
const ROLES_PATH = '/R4/PractitionerRole';

/** It lists whom one may act for, so it names nobody yet (api-platform.md §3). */
const LISTS_CLINICIANS = 'A040';

/** The API platform: the host's OAuth token on every call, organisation and function in headers. */
export class PlatformIdentity implements Identity {
  readonly takesOnBehalfOf = true;

  constructor(private readonly ports: IdentityPorts) {}

  async open({ token, userName }: Launch, correlationId: string): Promise<OpenedSession | Refusal> {
    const { upstream, bucket } = this.ports;
    const turn = await bucket.take('write');
    const headers = {
      Accept: 'application/fhir+json',
      Authorization: `Bearer ${token}`,
      'X-Correlation-ID': correlationId,
    };
    const sent: Forwarded = turn
      ? await upstream.send({ kind: 'read', method: 'GET', path: ROLES_PATH, headers })
      : { state: 'not-sent', reason: 'too-many-requests' };
    const opened = sent.state === 'answered' ? openedSession(sent.answer, userName) : undefined;
    this.audit(sent, { token, correlationId, userId: opened?.user.sdsUserId });
    if (sent.state !== 'answered') return unansweredRefusal(sent);
    if (sent.answer.status === 401) return notForwarded(401, 'session-ended');
    if (sent.answer.status === 403) return notForwarded(403, 'forbidden');
    if (sent.answer.status !== 200) return notForwarded(502, 'upstream-failed');
    return opened ?? notForwarded(502, 'answer-not-readable');
  }

  /** The role goes with each call; e-RS is told of none. */
  chooseRole(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  /** The token is the host's to end. */
  close(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  headers({ operation, correlationId, token, role, onBehalfOf }: Acting): Record<string, string> {
    const actsFor = onBehalfOf !== undefined && operation !== LISTS_CLINICIANS;
    return {
      Authorization: `Bearer ${token}`,
      'X-Correlation-ID': correlationId,
      'NHSD-End-User-Organisation-ODS': role.organisation.odsCode,
      'NHSD-eRS-Business-Function': role.businessFunction,
      ...(actsFor && { 'NHSD-eRS-On-Behalf-Of-User-ID': onBehalfOf }),
    };
  }

  private audit(sent: Forwarded, { token, correlationId, userId = null }: Opening): void {
    this.ports.audit.write({
      eventType: 'GET',
      auditType: 'API Establish Session',
      uuid: userId,
      oboUuid: userId,
      ubrn: null,
      nhsNumber: null,
      sessionId: sha256(token),
      orgName: null,
      userBusinessFunction: null,
      operation: 'A030',
      correlationId,
      outcome: sent.state,
      status: sent.state === 'answered' ? sent.answer.status : null,
    });
  }
}

interface Opening {
  token: string;
  correlationId: string;
  userId?: string | null | undefined;
}

function openedSession(
  { status, body }: UpstreamAnswer,
  userName: string | undefined,
): OpenedSession | undefined {
  const text = Buffer.from(body).toString();
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Answer), text);
  if (status !== 200 || !parsed.success) return undefined;
  const roles = parsed.output.entry.map(({ resource }) => resource);
  const userIds = new Set(roles.map(({ practitioner }) => practitioner.identifier.value));
  const [sdsUserId] = userIds;
  // A list of nobody's roles, or of two people's, is not one user's session.
  if (sdsUserId === undefined || userIds.size > 1) return undefined;
  return {
    sessionKey: '',
    user: { sdsUserId, name: userName ?? sdsUserId },
    roles: roles.flatMap(({ organization, code }) => {
      const { identifier, display } = organization;
      const organisation = { odsCode: identifier.value, ...(display && { name: display }) };
      return code.flatMap(({ coding }) =>
        coding.map((one): Role => ({ businessFunction: one.code, organisation })),
      );
    }),
  };
}
