import { describe, expect, it } from 'vitest';
import { isRefusal } from './answers.ts';
import { parseJson, readErsCall } from './ers-call.ts';

const call = { operation: 'A011', params: {}, contextId: 'ctx', correlationId: 'corr-1' };
const read = (value: unknown): ReturnType<typeof readErsCall> =>
  readErsCall(JSON.stringify(value), 'A011', undefined);

describe('a call as a page sends it', () => {
  it('is read as it is', () => {
    expect(read({ ...call, body: { a: [1] }, idempotencyKey: 'k' })).toEqual({
      ...call,
      body: { a: [1] },
      idempotencyKey: 'k',
    });
  });

  it.each([
    ['another operation', { ...call, operation: 'A005' }, 'operation'],
    ['a path of its own', { ...call, path: '/x' }, 'path'],
    ['headers of its own', { ...call, headers: {} }, 'headers'],
    ['parameters that are objects', { ...call, params: { ubrn: {} } }, 'params.ubrn'],
    ['a correlation id that is a text', { ...call, correlationId: 'a b' }, 'correlationId'],
    ['no context', { ...call, contextId: '' }, 'contextId'],
    [
      'a file that did not come',
      { ...call, file: { name: 'a', ubrn: '1', mediaType: 'a' } },
      'file',
    ],
  ])('is refused with %s', (_, value, field) => {
    const refused = read(value);
    expect(isRefusal(refused) && [refused.status, refused.mark, refused.field]).toEqual([
      400,
      'not-forwarded',
      field,
    ]);
  });
});

describe('JSON from outside', () => {
  const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

  it('may be 64 deep', () => {
    expect(parseJson(nested(64))).toBeDefined();
    expect(parseJson(nested(65))).toBeUndefined();
    expect(parseJson(nested(100_000))).toBeUndefined();
  });

  it('may hold brackets and quotes in its texts', () => {
    const text = JSON.stringify({ a: '['.repeat(100), b: '\\"['.repeat(100), c: '\\' });
    expect(parseJson(text)).toEqual(JSON.parse(text));
  });

  it.each(['{"__proto__":{"a":1}}', '[{"constructor":1}]', '{"a":', ''])('is not %s', (text) => {
    expect(parseJson(text)).toBeUndefined();
  });
});
