import { describe, expect, it } from 'vitest';
import type { Ubrn } from '../domain/ubrn.ts';
import { createDialectTransport } from './dialect-transport.ts';
import { hscn } from './dialects/hscn.ts';
import type { ErsCall } from './transport.ts';

const ubrn = '000049283317' as Ubrn;
const ids = { contextId: 'x-1', correlationId: 'c-1' };
const read: ErsCall = { operation: 'A005', params: { ubrn }, ...ids };

function transportTo(answer: () => Promise<Response>) {
  const sent: { url: string; init: RequestInit }[] = [];
  const fetch: typeof globalThis.fetch = (url, init = {}) => {
    sent.push({ url: url as string, init });
    return answer();
  };
  const base = 'https://pass.test/ers-api';
  return { sent, transport: createDialectTransport({ base, dialect: hscn, fetch }) };
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
