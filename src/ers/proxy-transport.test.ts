import { describe, expect, it } from 'vitest';
import type { Ubrn } from '../domain/ubrn.ts';
import { createProxyTransport, type UploadPort } from './proxy-transport.ts';
import type { ErsCall } from './transport.ts';

const base = 'https://proxy.test';
const ubrn = '000049283317' as Ubrn;
const read: ErsCall = {
  operation: 'A005',
  params: { ubrn },
  contextId: 'x-1',
  correlationId: 'c-1',
};
const upload: ErsCall = {
  operation: 'A020',
  params: {},
  file: {
    name: 'Letter.pdf',
    ubrn,
    content: { kind: 'binary', mediaType: 'application/pdf', blob: new Blob(['%PDF']) },
  },
  contextId: 'x-1',
  correlationId: 'c-2',
  idempotencyKey: 'i-1',
};

function recorder(answer: () => Promise<Response>) {
  const sent: { url: string; init: RequestInit }[] = [];
  const fetch: typeof globalThis.fetch = (url, init = {}) => {
    sent.push({ url: url as string, init });
    return answer();
  };
  return { sent, fetch };
}

const answered = async () => Response.json({ ok: true });

describe('the transport through the proxy', () => {
  it('posts the call as JSON, with the cookie and the word against forgery', async () => {
    const { sent, fetch } = recorder(answered);
    const words = ['first', 'second'];
    const csrf = (): string => words.shift() ?? '';
    const transport = createProxyTransport({ base, fetch, csrf });
    expect(await transport.request(read)).toMatchObject({ status: 200, body: { ok: true } });
    await transport.request(read);
    expect(sent[0]).toMatchObject({
      url: 'https://proxy.test/operations/A005',
      init: { method: 'POST', credentials: 'include' },
    });
    expect(sent[0]?.init.headers).toMatchObject({
      'Content-Type': 'application/json',
      'Ers-Csrf': 'first',
    });
    expect(sent[1]?.init.headers).toMatchObject({ 'Ers-Csrf': 'second' });
    expect(JSON.parse(sent[0]?.init.body as string)).toEqual(read);
  });

  it('puts no UBRN into a URL', async () => {
    const { sent, fetch } = recorder(answered);
    const transport = createProxyTransport({ base, fetch, csrf: () => 'x' });
    await transport.request(read);
    await transport.request(upload);
    expect(sent.map(({ url }) => url).join()).not.toContain('49283317');
  });

  it('sends a file as a part of its own beside its request', async () => {
    const { sent, fetch } = recorder(answered);
    await createProxyTransport({ base, fetch, csrf: () => 'x' }).request(upload);
    const form = sent[0]?.init.body as FormData;
    expect(JSON.parse(form.get('request') as string)).toEqual({
      ...upload,
      file: { name: 'Letter.pdf', ubrn, mediaType: 'application/pdf' },
    });
    const file = form.get('file') as File;
    expect([file.name, await file.text()]).toEqual(['Letter.pdf', '%PDF']);
    expect(sent[0]?.init.headers).not.toHaveProperty('Content-Type');
  });

  it('leaves a file to the upload port where there is one, and nothing else', async () => {
    const { sent, fetch } = recorder(answered);
    const uploads: Parameters<UploadPort>[] = [];
    const port: UploadPort = async (...asked) => {
      uploads.push(asked);
      return Response.json({}, { status: 201, headers: { Location: 'Binary/1' } });
    };
    const transport = createProxyTransport({ base, fetch, csrf: () => 'x', upload: port });
    const onUploadProgress = (): void => undefined;
    expect(await transport.request(upload, { onUploadProgress })).toMatchObject({
      status: 201,
      headers: { location: 'Binary/1' },
    });
    await transport.request(read);
    expect(uploads).toMatchObject([
      [
        'https://proxy.test/operations/A020',
        { headers: { 'Ers-Csrf': 'x' } },
        { onUploadProgress },
      ],
    ]);
    expect(sent).toHaveLength(1);
  });

  it('cannot prove that nothing left when the proxy is not reached', async () => {
    const { fetch } = recorder(() => Promise.reject(new TypeError('Failed to fetch')));
    const transport = createProxyTransport({ base, fetch, csrf: () => 'x' });
    await expect(transport.request(read)).rejects.toMatchObject({
      name: 'TransportError',
      reason: 'proxy-unreachable',
      sent: 'maybe',
    });
  });

  it('rejects with the abort of its caller', async () => {
    const stop = new AbortController();
    const { fetch } = recorder(() => {
      stop.abort();
      return Promise.reject(new TypeError('aborted'));
    });
    const transport = createProxyTransport({ base, fetch, csrf: () => 'x' });
    const aborted = { name: 'AbortError' };
    await expect(transport.request(read, { signal: stop.signal })).rejects.toMatchObject(aborted);
    await expect(transport.request(read, { signal: stop.signal })).rejects.toMatchObject(aborted);
  });
});
