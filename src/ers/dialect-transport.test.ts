import { describe, expect, it } from 'vitest';
import type { Ubrn } from '../domain/ubrn.ts';
import { createDialectTransport } from './dialect-transport.ts';
import { apiPlatform } from './dialects/api-platform.ts';
import { hscn } from './dialects/hscn.ts';
import type { ErsCall } from './transport.ts';

const ubrn = '000049283317' as Ubrn;
const ids = { contextId: 'x-1', correlationId: 'c-1' };
const read: ErsCall = { operation: 'A005', params: { ubrn }, ...ids };

function transportTo(
  answer: () => Promise<Response>,
  { dialect = hscn, base = 'https://pass.test/ers-api' } = {},
) {
  const sent: { url: string; init: RequestInit }[] = [];
  const fetch: typeof globalThis.fetch = (url, init = {}) => {
    sent.push({ url: url as string, init });
    return answer();
  };
  return { sent, transport: createDialectTransport({ base, dialect: dialect.name, fetch }) };
}

const SECRET = 'https://store.test/files/7?signature=of-moments';
const fileCall: ErsCall = { operation: 'A042', params: { id: 'att-1-2' }, accept: '*/*', ...ids };

/** e-RS redirects, then the store answers. */
function storeThat(answers: Response, location = SECRET, base?: string) {
  const redirect = new Response(null, {
    status: 307,
    headers: { location, 'x-request-id': 'r-1' },
  });
  const steps = [redirect, answers];
  return transportTo(() => Promise.resolve(steps.shift() as Response), {
    dialect: apiPlatform,
    ...(base && { base }),
  });
}

describe('the transport through a host that only passes on', () => {
  it('makes method, path and headers of the dialect', async () => {
    const { sent, transport } = transportTo(async () => Response.json({ id: ubrn }));
    const answer = await transport.request(read);
    expect(answer).toMatchObject({ status: 200, body: { id: ubrn } });
    expect(sent).toMatchObject([
      {
        url: 'https://pass.test/ers-api/STU3/v1/ReferralRequest/000049283317',
        init: { method: 'GET', headers: { Accept: 'application/fhir+json' }, body: null },
      },
    ]);
  });

  it('sends a body as JSON and a file as its bytes', async () => {
    const { sent, transport } = transportTo(async () => new Response(null, { status: 201 }));
    const blob = new Blob(['%PDF']);
    const content = { kind: 'binary', mediaType: 'application/pdf', blob } as const;
    await transport.request({ operation: 'A016', params: {}, body: { a: 1 }, ...ids });
    const file = { name: 'a.pdf', ubrn, content };
    await transport.request({ operation: 'A020', params: {}, file, ...ids });
    expect(sent.map(({ init }) => init.body)).toEqual(['{"a":1}', blob]);
  });

  it('follows no redirect: whatever e-RS says, nothing goes to another address', async () => {
    const { sent, transport } = transportTo(async () => new Response());
    await transport.request(read);
    await transport.request({ operation: 'A016', params: {}, body: { a: 1 }, ...ids });
    expect(sent.map(({ init }) => init.redirect)).toEqual(['manual', 'manual']);
  });

  it('sends nothing that has no route, and says that nothing left', async () => {
    const { sent, transport } = transportTo(async () => new Response());
    const wrong = { ...read, params: { ubrn: '../1' } };
    await expect(transport.request(wrong)).rejects.toMatchObject({ sent: 'no' });
    expect(sent).toHaveLength(0);
  });

  it('has no answer when the network fails, and an abort when its caller gave up', async () => {
    const { transport } = transportTo(() => Promise.reject(new TypeError('reset')));
    await expect(transport.request(read)).rejects.toMatchObject({
      reason: 'no-answer',
      sent: 'maybe',
    });
    const signal = AbortSignal.abort();
    await expect(transport.request(read, { signal })).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a file that e-RS redirects to', () => {
  const png = () =>
    new Response(new Blob(['png'], { type: 'image/png' }), {
      headers: { 'content-disposition': 'attachment; filename="a.png"' },
    });

  it('is fetched at once, with no header, cookie or address of ours', async () => {
    const { sent, transport } = storeThat(png());
    const answer = await transport.request(fileCall);
    expect(sent[0]?.init).toMatchObject({ redirect: 'manual', credentials: 'include' });
    expect(sent[1]).toEqual({
      url: SECRET,
      init: { credentials: 'omit', referrerPolicy: 'no-referrer', signal: null },
    });
    expect(answer).toMatchObject({
      status: 200,
      headers: { 'content-disposition': 'attachment; filename="a.png"', 'x-request-id': 'r-1' },
      body: { kind: 'binary', mediaType: 'image/png' },
    });
    expect(JSON.stringify(answer)).not.toContain('store.test');
  });

  it('is no refusal of e-RS when the store refuses it, and the address stays unsaid', async () => {
    const { transport } = storeThat(new Response('<Error/>', { status: 403 }));
    expect(await transport.request(fileCall)).toEqual({
      status: 502,
      headers: { 'x-request-id': 'r-1' },
    });
  });

  it.each(['', '/files/7', 'http://store.test/7', 'javascript:alert(1)'])(
    'is not fetched from %j',
    async (location) => {
      const { sent, transport } = storeThat(png(), location);
      expect(await transport.request(fileCall)).toHaveProperty('status', 502);
      expect(sent).toHaveLength(1);
    },
  );

  it('is fetched without encryption only beside an e-RS without it', async () => {
    const { transport } = storeThat(png(), 'http://localhost:1/7', 'http://localhost:1');
    expect(await transport.request(fileCall)).toHaveProperty('status', 200);
  });

  it('stays out of reach where a browser hides the redirect', async () => {
    const hidden = { type: 'opaqueredirect', status: 0, headers: new Headers() } as Response;
    const { sent, transport } = transportTo(() => Promise.resolve(hidden), {
      dialect: apiPlatform,
    });
    expect(await transport.request(fileCall)).toEqual({ status: 307, headers: {} });
    expect(sent).toHaveLength(1);
  });

  it('is an answer like any other when the proxy streams it or e-RS refuses', async () => {
    const streamed = transportTo(() => Promise.resolve(png()), { dialect: apiPlatform });
    expect(await streamed.transport.request(fileCall)).toHaveProperty('status', 200);
    const refusal = () => Promise.resolve(Response.json({ issue: [] }, { status: 422 }));
    const refused = transportTo(refusal, { dialect: apiPlatform });
    expect(await refused.transport.request(fileCall)).toMatchObject({ status: 422, body: {} });
  });
});
