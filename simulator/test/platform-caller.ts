import type { Openapi } from '../../test/contract/openapi.ts';
import { readOpenapi, reasonWithoutOpenapi } from '../../test/contract/openapi.ts';
import { platformBase } from '../platform/variant.ts';
import type { Simulator } from '../simulator.ts';
import type { Answer, Call, Caller } from './hscn-caller.ts';
import { newSimulator, sendTo } from './hscn-caller.ts';

const site = 'http://localhost';
const root = '/referrals/FHIR';

/** Headers of the HSCN callers' helpers, by what the platform calls them. */
const platformHeaders: Readonly<Record<string, string>> = {
  'X-ERS-XAPI-COMM-RULE-ORG': 'NHSD-eRS-Comm-Rule-Org',
  'X-ERS-XAPI-META-FILE_NAME': 'NHSD-eRS-File-Name',
  'X-ERS-XAPI-META-INTENDED_UBRN': 'NHSD-eRS-Referral-ID',
};

/** Answers to what the specification knows nothing of: headers and verbs nobody should send. */
const beyond = [400, 405];

let specification: Openapi | undefined;

function checkAnswer(url: string, method: string, answer: Answer): void {
  if (reasonWithoutOpenapi || beyond.includes(answer.status)) return;
  specification ??= readOpenapi();
  const problems = specification.answerProblems({
    method,
    path: decodeURIComponent(new URL(url).pathname).slice(root.length),
    status: answer.status,
    body: answer.headers.get('Content-Type')?.includes('json') ? answer.body : undefined,
    base: platformBase,
  });
  if (problems.length > 0) {
    throw new Error(`${method} ${url} ${answer.status}: ${problems.join('; ')}`);
  }
}

export interface PlatformCaller extends Caller {
  /** A call under the base of R4. */
  r4(path: string, call?: Call): Promise<Answer>;
  /** A call to any address, with nothing added and nothing checked. */
  bare(url: string, call?: Call): Promise<Answer>;
}

export interface SignIn {
  token?: string;
  businessFunction?: string;
  orgIdentifier?: string;
  onBehalfOf?: string;
  simulator?: Simulator;
}

function identityOf({
  token = 'DEMO-CIS2-TOKEN-1',
  businessFunction = 'REFERRING_CLINICIAN',
  orgIdentifier = 'Y99001',
  onBehalfOf,
}: SignIn): Record<string, string> {
  return {
    Authorization: `Bearer ${token}`,
    'NHSD-End-User-Organisation-ODS': orgIdentifier,
    'NHSD-eRS-Business-Function': businessFunction,
    ...(onBehalfOf && { 'NHSD-eRS-On-Behalf-Of-User-ID': onBehalfOf }),
  };
}

interface Participant {
  type?: unknown;
  actor: { identifier: { system: string } };
}

/** What the platform requires of an appointment beside what the HSCN samples have. */
function completeAppointment(body: unknown): unknown {
  const { participant, ...rest } = body as { participant: Participant[] };
  const type = {
    coding: [{ system: 'http://hl7.org/fhir/ValueSet/encounter-participant-type', code: 'CON' }],
  };
  const typed = participant.map((one) =>
    one.actor.identifier.system.endsWith('/sds-user-id') ? { type, ...one } : one,
  );
  return { id: 'appointment', ...rest, participant: typed };
}

function headersOf(identity: Record<string, string>, { body, headers }: Call) {
  const own = Object.entries(headers ?? {}).map(([name, value]) => [
    platformHeaders[name] ?? name,
    value,
  ]);
  const content = body === undefined ? {} : { 'Content-Type': 'application/fhir+json' };
  return { ...identity, ...content, ...(Object.fromEntries(own) as Record<string, string>) };
}

/**
 * A caller of the platform: the demo user as referring clinician unless told otherwise. The helpers
 * of the HSCN caller take it too. Every answer is held to openapi.json.
 */
export function signIn(options: SignIn = {}): PlatformCaller {
  const { simulator = newSimulator(), token = 'DEMO-CIS2-TOKEN-1' } = options;
  const identity = identityOf(options);
  const send = async (url: string, call: Call): Promise<Answer> => {
    const appointment = url.endsWith('/STU3/Appointment') && typeof call.body === 'object';
    const body = appointment ? completeAppointment(call.body) : call.body;
    const headers = headersOf(identity, call);
    const answer = await sendTo(simulator, url, { ...call, body, headers });
    checkAnswer(url, call.method ?? (body === undefined ? 'GET' : 'POST'), answer);
    return answer;
  };
  return {
    simulator,
    dialect: 'api-platform',
    key: token,
    call: (path, call = {}) => send(`${site}${root}/STU3${path}`, call),
    r4: (path, call = {}) => send(`${site}${root}/R4${path}`, call),
    bare: (url, call = {}) => sendTo(simulator, url, call),
    control: (path, body, method) =>
      sendTo(simulator, `${site}/__simulator/${path}`, { body, ...(method && { method }) }),
  };
}
