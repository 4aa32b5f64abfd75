import { createServer } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { Upstream, type UpstreamRequest } from './forward.ts';
import { systemClock } from './system-clock.ts';
import {
  closeServer,
  hangUp,
  json,
  listen,
  startErsServer,
  type ErsServer,
} from './test/ers-server.ts';
import { openPage, PATIENT_A, startProxy } from './test/running-proxy.ts';

const write: UpstreamRequest = {
  kind: 'write',
  method: 'POST',
  path: '/STU3/v1/Appointment',
  headers: { 'content-type': 'application/fhir+json' },
  body: '{}',
};

let ers: ErsServer | undefined;
let upstream: Upstream | undefined;
afterEach(async () => {
  await ers?.close();
  await upstream?.close();
  ers = upstream = undefined;
});

async function toServer(limits: { readMs?: number; writeMs?: number } = {}): Promise<Upstream> {
  ers = await startErsServer();
  upstream = new Upstream({ base: ers.base, clock: systemClock, ...limits });
  return upstream;
}

async function closedPort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await closeServer(server);
  return port;
}

describe('what is known when e-RS gives no answer', () => {
  it('is proof that nothing left when the connection is refused', async () => {
    const base = `http://localhost:${await closedPort()}/ers-api`;
    upstream = new Upstream({ base, clock: systemClock });
    expect(await upstream.send(write)).toEqual({ state: 'not-sent', reason: 'ers-unreachable' });
  });

  it('is proof that nothing left when the host does not exist', async () => {
    upstream = new Upstream({ base: 'http://ers.invalid/ers-api', clock: systemClock });
    expect(await upstream.send(write)).toEqual({ state: 'not-sent', reason: 'ers-unreachable' });
  });

  it('is nothing when the socket closes after the request', async () => {
    const sender = await toServer();
    ers?.on('/STU3', hangUp);
    expect(await sender.send(write)).toEqual({ state: 'unanswered', reason: 'no-answer' });
  });

  it('is nothing when the answer breaks off', async () => {
    const sender = await toServer();
    ers?.on('/STU3', (_, response) => {
      response.writeHead(201, { 'content-length': '100' });
      response.write('{"id":', () => response.socket?.destroy());
    });
    expect(await sender.send(write)).toEqual({ state: 'unanswered', reason: 'no-answer' });
  });

  it('is nothing when no answer comes in time', async () => {
    const sender = await toServer({ writeMs: 100 });
    ers?.on('/STU3', () => {});
    expect(await sender.send(write)).toEqual({ state: 'unanswered', reason: 'timed-out' });
  });

  it('gives reads a limit of their own', async () => {
    const sender = await toServer({ readMs: 100, writeMs: 60_000 });
    ers?.on('/STU3', () => {});
    const read: UpstreamRequest = { ...write, kind: 'read' };
    expect(await sender.send(read)).toEqual({ state: 'unanswered', reason: 'timed-out' });
  });

  it('P1: never sends a write twice, however often the server hangs up', async () => {
    const sender = await toServer();
    ers?.on('/STU3', json(200, {}));
    await sender.send(write);
    ers?.on('/STU3', hangUp);
    await sender.send(write);
    expect(ers?.arrivals).toHaveLength(2);
    expect(ers?.arrivals.map(({ headers }) => headers.connection)).toEqual(['close', 'close']);
  });
});

it('leaves no path outside the base URL', async () => {
  const sender = await toServer();
  const away = await sender.send({ ...write, path: '/../admin' });
  expect([away.state, ers?.arrivals]).toEqual(['not-sent', []]);
});

describe('P2: the answer to a page', () => {
  const body = {
    parameter: [{ name: 'patient', valueIdentifier: { system: 'nhs-number', value: PATIENT_A } }],
  };
  const create = { operation: 'A011', body, idempotencyKey: 'key-1' };

  it('says not-forwarded when e-RS could not be reached, and the key stays free', async () => {
    const proxy = await startProxy();
    try {
      const page = await openPage(proxy);
      await proxy.ers.close();
      for (let attempt = 1; attempt <= 2; attempt += 1) {
        const answer = await page.operation(create);
        expect([answer.status, answer.headers.get('ers-proxy'), await answer.json()]).toEqual([
          502,
          'not-forwarded',
          expect.objectContaining({ reason: 'ers-unreachable', correlationId: 'corr-1' }),
        ]);
      }
    } finally {
      await proxy.close();
    }
  });

  it('bears no mark when the answer was lost', async () => {
    const proxy = await startProxy();
    try {
      const page = await openPage(proxy);
      proxy.ers.on('/STU3', hangUp);
      const answer = await page.operation(create);
      expect([answer.status, answer.headers.get('ers-proxy'), await answer.json()]).toEqual([
        504,
        null,
        expect.objectContaining({ reason: 'no-answer' }),
      ]);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
    } finally {
      await proxy.close();
    }
  });
});
