import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it arrived on the wire. */
export interface Arrival {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  /** Names as they were sent, case kept. */
  headerNames: string[];
  body: Buffer;
}

export type Reply = (arrival: Arrival, response: ServerResponse) => void;

/** A scripted e-RS on a real socket. */
export interface ErsServer {
  base: string;
  arrivals: Arrival[];
  /** Operations only, without the session calls. */
  calls(): Arrival[];
  /** How the next requests to a path that begins so are answered; the newest rule wins. */
  on(path: string, reply: Reply): void;
  close(): Promise<void>;
}

export const SESSION_KEY = 'pro-xapi-session_5f0c7a1e-9d0b-4f5e-8f7a-2f8b6f1f0c11';
export const TOKEN = 'AQIC5wCANARY/token=@AAJTSQACMDE=#';
export const USER_ID = '021600550204';
const PERMISSIONS = ['REFERRING_CLINICIAN', 'REFERRING_CLINICIAN_ADMIN'].map(
  (businessFunction) => ({
    businessFunction,
    orgIdentifier: 'Y99001',
    orgName: ' Ashdown Surgery',
  }),
);

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Reply {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/fhir+json', ...headers });
    response.end(JSON.stringify(body));
  };
}

/** The socket dies without a word, after the request has arrived. */
export const hangUp: Reply = (_, response) => response.socket?.destroy();

/** Answers once told to. */
export function held(reply: Reply): { reply: Reply; release: () => void } {
  let release = (): void => {};
  const told = new Promise<void>((resolve) => (release = resolve));
  return { reply: (arrival, response) => void told.then(() => reply(arrival, response)), release };
}

export function referral(ubrn: string, nhsNumber: string): object {
  return {
    resourceType: 'ReferralRequest',
    id: ubrn,
    meta: { versionId: '3' },
    subject: { identifier: { system: 'http://fhir.nhs.net/Id/nhs-number', value: nhsNumber } },
  };
}

const session: Reply = ({ method }, response) => {
  if (method === 'DELETE') {
    response.writeHead(204).end();
    return;
  }
  const user = { identifier: USER_ID, firstName: 'Ruth', lastName: 'FENWICK' };
  const body = { id: SESSION_KEY, token: TOKEN, user: { ...user, permissions: PERMISSIONS } };
  json(method === 'POST' ? 201 : 200, body)(undefined as never, response);
};

export async function startErsServer(prefix = '/ers-api'): Promise<ErsServer> {
  const arrivals: Arrival[] = [];
  const rules: [string, Reply][] = [['/ers-api/v1/ProfessionalSession', session]];
  const server = createServer((request, response) => {
    void arrive(request).then((arrival) => {
      arrivals.push(arrival);
      const rule = rules.find(([path]) => arrival.url.startsWith(path));
      (rule?.[1] ?? json(404, { resourceType: 'OperationOutcome' }))(arrival, response);
    });
  });
  const port = await listen(server);
  return {
    base: `http://localhost:${port}${prefix}`,
    arrivals,
    calls: () => arrivals.filter(({ url }) => !url.includes('ProfessionalSession')),
    on: (path, reply) => void rules.unshift([prefix + path, reply]),
    close: () => closeServer(server),
  };
}

async function arrive(request: IncomingMessage): Promise<Arrival> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return {
    method: request.method ?? '',
    url: request.url ?? '',
    headers: request.headers,
    headerNames: request.rawHeaders.filter((_, i) => i % 2 === 0),
    body: Buffer.concat(parts),
  };
}

export function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, 'localhost', () => resolve((server.address() as AddressInfo).port));
  });
}

export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
