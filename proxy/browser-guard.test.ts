import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { json } from './test/ers-server.ts';
import { ORIGIN, type Page, type PageCall } from './test/page.ts';
import { openPage, startProxy, type RunningProxy } from './test/running-proxy.ts';

let proxy: RunningProxy;
let page: Page;
beforeAll(async () => {
  proxy = await startProxy();
  page = await openPage(proxy);
  proxy.ers.on('/STU3/v1/CodeSystem/', json(200, { resourceType: 'CodeSystem' }));
});
afterAll(() => proxy.close());
beforeEach(() => {
  proxy.ers.arrivals.length = 0;
});

const read = (options: PageCall = {}): Promise<Response> =>
  page.operation({ operation: 'A004', params: { codeSystem: 'PRIORITY' } }, options);

/** A request line exactly as given: fetch would tidy it. */
function rawStatus(target: string): Promise<number> {
  const { hostname, port } = new URL(proxy.base);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        `POST ${target} HTTP/1.1\r\nHost: ${hostname}\r\nOrigin: ${ORIGIN}\r\n` +
          `Cookie: ${page.cookie}\r\nErs-Csrf: ${page.csrf}\r\nContent-Type: application/json\r\n` +
          'Content-Length: 2\r\nConnection: close\r\n\r\n{}',
      );
    });
    let text = '';
    socket.on('data', (bytes: Buffer) => (text += bytes.toString('latin1')));
    socket.on('error', reject);
    socket.on('close', () => resolve(Number(text.split(' ')[1])));
  });
}

describe('T11: a request forged by another site', () => {
  it.each<[string, PageCall]>([
    ['without the CSRF word', { headers: { 'ers-csrf': undefined } }],
    ['with another CSRF word', { headers: { 'ers-csrf': 'guess' } }],
    ['as text/plain', { headers: { 'content-type': 'text/plain' } }],
    ['as a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    ['as multipart', { headers: { 'content-type': 'multipart/form-data; boundary=x' } }],
    ['without an Origin', { headers: { origin: undefined } }],
  ])('is refused %s', async (_, options) => {
    const answer = await read(options);
    expect(answer.status).toBe(403);
    expect(answer.headers.get('ers-proxy')).toBe('not-forwarded');
    expect(proxy.ers.arrivals).toEqual([]);
  });

  it('goes through when it is the page’s own', async () => {
    expect((await read()).status).toBe(200);
  });

  it.each([
    ['same-origin', 200],
    ['same-site', 403],
    ['cross-site', 403],
  ])('a GET without an Origin from a %s page gets %i', async (site, status) => {
    const headers = { origin: undefined, 'sec-fetch-site': site };
    expect((await page.call('/session', { method: 'GET', headers })).status).toBe(status);
  });
});

describe('T12: CORS', () => {
  it.each([
    'http://localhost:4180.evil.test',
    'http://localhost:41800',
    'http://localhost:4181',
    'https://localhost:4180',
    'http://localhost',
    'http://LOCALHOST:4180',
    'http://evil.test/http://localhost:4180',
    'http://localhost:4180@evil.test',
    'http://sub.localhost:4180',
    'http://localhost:4180/',
    'null',
    '*',
  ])('gives %s nothing', async (origin) => {
    const answer = await read({ headers: { origin } });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('answers a listed page with its own origin and credentials', async () => {
    const { headers } = await read();
    expect(headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(headers.get('access-control-allow-credentials')).toBe('true');
    expect(headers.get('access-control-expose-headers')).toContain('ers-proxy');
    expect(headers.get('vary')).toBe('Origin');
  });

  it('lets a page read refusals too', async () => {
    const answer = await read({ headers: { 'ers-csrf': 'guess' } });
    expect(answer.headers.get('access-control-allow-origin')).toBe(ORIGIN);
  });

  it('answers a preflight with the one header that only scripts can send', async () => {
    const answer = await page.call('/operations/A004', { method: 'OPTIONS' });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-headers')).toBe('content-type, ers-csrf');
  });
});

describe('P19: nothing but the route table reaches e-RS (T13)', () => {
  it.each([
    '/operations/../operations/A004',
    '/operations/%2e%2e/A004',
    '/operations/%252fA004',
    '/operations/A004%5c..%5cA005',
    '//evil.test/operations/A004',
    '/operations//A004',
    '/operations/A004/',
    '/operations/A004?ubrn=000000000001',
    '/operations/A004@evil.test',
    '/operations/A004%00',
    '/operations/A004;x',
    'http://evil.test/operations/A004',
    '/operations/A999',
    '/operations/a004',
    '/operations/A001',
    '/operations/__proto__',
    '/ers-api/STU3/v1/ReferralRequest/000000000001',
  ])('%s is 404', async (target) => {
    expect(await rawStatus(target)).toBe(404);
    expect(proxy.ers.arrivals).toEqual([]);
  });

  it('a backslash is refused by the HTTP server itself', async () => {
    expect(await rawStatus('/operations\\A004')).toBe(400);
    expect(proxy.ers.arrivals).toEqual([]);
  });

  it.each(['../PRIORITY', 'PRIORITY/..', 'PRIORITY%2f..', 'PRIORITY?x=1', 'PRIORITY\u0000', ''])(
    'a parameter %j is 404',
    async (codeSystem) => {
      const answer = await page.operation({ operation: 'A004', params: { codeSystem } });
      expect([answer.status, answer.headers.get('ers-proxy')]).toEqual([404, 'not-forwarded']);
      expect(proxy.ers.arrivals).toEqual([]);
    },
  );
});
