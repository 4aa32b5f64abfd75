import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from './read-answer.ts';
import { isBinary } from './transport.ts';

const json = { 'Content-Type': 'application/fhir+json;charset=UTF-8' };

describe('an answer', () => {
  it('has its status, its JSON and only the headers that may be read', async () => {
    const headers = { ...json, ETag: 'W/"8"', 'Set-Cookie': 'a=b', 'X-Internal': 'host' };
    const response = new Response('{"id":"1"}', { status: 201, headers });
    expect(await readAnswer(response)).toEqual({
      status: 201,
      headers: { 'content-type': json['Content-Type'], etag: 'W/"8"' },
      body: { id: '1' },
    });
  });

  it('keeps the transaction id, although its header has underscores', async () => {
    const answer = await readAnswer(
      new Response(null, { headers: { X_ERS_TRANSACTION_ID: 't-1' } }),
    );
    expect(answer.headers).toEqual({ x_ers_transaction_id: 't-1' });
  });

  it('is bytes with their media type where it is no JSON', async () => {
    const headers = { 'Content-Type': 'application/pdf' };
    const { body } = await readAnswer(new Response('%PDF', { headers }));
    if (!isBinary(body)) throw new Error('not binary');
    expect(body.mediaType).toBe('application/pdf');
    expect(await body.blob.text()).toBe('%PDF');
  });

  it('has no body where none was sent', async () => {
    expect(await readAnswer(new Response(null, { status: 204 }))).toEqual({
      status: 204,
      headers: {},
    });
    expect(await readAnswer(new Response('', { headers: json }))).not.toHaveProperty('body');
  });

  it('F4: is unreadable, with its status, when its JSON breaks off at any place', async () => {
    const whole = JSON.stringify({ resourceType: 'ReferralRequest', id: '000049283317' });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: whole.length - 1 }), async (length) => {
        const response = new Response(whole.slice(0, length), { status: 201, headers: json });
        const answer = await readAnswer(response);
        expect(answer).toMatchObject({ status: 201, unreadable: true });
        expect(answer).not.toHaveProperty('body');
      }),
    );
  });

  it('is unreadable when its stream breaks off', async () => {
    const body = new ReadableStream({ start: (sink) => sink.error(new TypeError('reset')) });
    const answer = await readAnswer(new Response(body, { status: 200, headers: json }));
    expect(answer.unreadable).toBe(true);
  });

  it('that the caller gave up on rejects', async () => {
    const body = new ReadableStream({ start: (sink) => sink.error(new TypeError('aborted')) });
    await expect(readAnswer(new Response(body), AbortSignal.abort())).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});
