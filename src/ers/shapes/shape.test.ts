import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  always,
  anyNumberOf,
  at,
  both,
  either,
  flag,
  from,
  list,
  mapped,
  maybe,
  object,
  one,
  oneOf,
  oneOrNone,
  parsed,
  resourceOf,
  text,
  wholeNumber,
  type Shape,
} from './shape.ts';

const amissAt = (field: string) => ({ ok: false, field });
const read = (value: unknown) => ({ ok: true, value });

describe('a shape', () => {
  it.each<[string, Shape<unknown>, unknown[], unknown[]]>([
    ['a text', text, ['', 'x'], [1, null, undefined, {}, ['x']]],
    ['a flag', flag, [true, false], ['true', 0, null]],
    ['a whole number', wholeNumber, [0, 7], [-1, 0.5, '7', NaN, Infinity]],
    ['one of a few words', oneOf(['A', 'B']), ['A', 'B'], ['a', '', 'constructor', null]],
    ['a list', list(text), [[], ['x']], ['x', { length: 1, 0: 'x' }, null]],
  ])('of %s takes that as it is, and nothing else', (_, shape, ...[fitting, others]) => {
    for (const held of fitting) expect(shape(held)).toEqual(read(held));
    for (const held of others) expect(shape(held)).toEqual(amissAt(''));
  });

  it('of something that may be absent takes null for absent, and nothing wrong', () => {
    expect([maybe(text)(undefined), maybe(text)(null)]).toEqual([read(undefined), read(undefined)]);
    expect(maybe(text)(1)).toEqual(amissAt(''));
    expect(anyNumberOf(text)(undefined)).toEqual(read([]));
    expect(anyNumberOf(text)(['x', 1])).toEqual(amissAt('[1]'));
  });

  it('of a list with one thing takes the first, and an empty list for none of it', () => {
    expect(one(text)(['x', 1])).toEqual(read('x'));
    expect(one(text)([])).toEqual(amissAt('[0]'));
    expect(one(text)('x')).toEqual(amissAt(''));
    expect(oneOrNone(text)(undefined)).toEqual(read(undefined));
    expect(oneOrNone(text)([])).toEqual(amissAt('[0]'));
  });

  it('of an object reads what it names, by the name that the document has', () => {
    const shape = object({ ours: from('theirs', text), fixed: always(1) });
    expect(shape({ theirs: 'x', ours: 'y', more: 2 })).toEqual(read({ ours: 'x', fixed: 1 }));
    expect(shape({ ours: 'y' })).toEqual(amissAt('theirs'));
    expect(shape('theirs')).toEqual(amissAt(''));
  });

  it('of a resource is of its type, without the type', () => {
    const shape = resourceOf('Slot', { id: text });
    expect(shape({ resourceType: 'Slot', id: '1' })).toEqual(read({ id: '1' }));
    expect(shape({ resourceType: 'Schedule', id: '1' })).toEqual(amissAt('resourceType'));
  });

  it('of either takes the first that fits, and tells what the second misses', () => {
    const shape = either(at('a', text), at('b', flag));
    expect(shape({ a: 'x', b: true })).toEqual(read('x'));
    expect(shape({ b: true })).toEqual(read(true));
    expect(shape({})).toEqual(amissAt('b'));
  });

  it('of both reads the same thing twice', () => {
    const shape = both(at('a', text), at('b', flag));
    expect(shape({ a: 'x', b: true })).toEqual(read(['x', true]));
    expect(shape({ b: true })).toEqual(amissAt('a'));
    expect(shape({ a: 'x' })).toEqual(amissAt('b'));
  });

  it('makes of a value what is made of it, where that can be made', () => {
    expect(mapped(text, (held) => held.length)('abc')).toEqual(read(3));
    const even = parsed((held) => (held.length % 2 === 0 ? held : undefined));
    expect([even('ab'), even('abc')]).toEqual([read('ab'), amissAt('')]);
  });

  it('names the whole path to what is amiss, with the number in every list', () => {
    const shape = object({ entry: list(at('resource', object({ code: one(at('code', text)) }))) });
    const held = { entry: [{ resource: { code: [{ code: 'x' }] } }, { resource: { code: [{}] } }] };
    expect(shape(held)).toEqual(amissAt('entry[1].resource.code[0].code'));
    expect(list(list(text))([[], ['x', 1]])).toEqual(amissAt('[1][1]'));
  });
});

/** Everything that a shape can be made of, to a depth of six. */
const anyShape: fc.Arbitrary<Shape<unknown>> = fc.letrec<{ shape: Shape<unknown> }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.constantFrom<Shape<unknown>>(text, flag, wholeNumber, oneOf(['A'])),
    tie('shape').map((shape) => at('a', shape)),
    tie('shape').map((shape) => list(shape)),
    tie('shape').map((shape) => one(shape)),
    tie('shape').map((shape) => maybe(shape)),
    tie('shape').map((shape) => object({ a: shape, b: from('c', shape) })),
    fc.tuple(tie('shape'), tie('shape')).map(([a, b]) => either(a, b)),
    fc.tuple(tie('shape'), tie('shape')).map(([a, b]) => both(a, b)),
  ),
})).shape;

const key = fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor', 'resourceType');
const CANARY = 'CANARY-7f3a';
const anyDocument = fc.letrec<{ held: unknown }>((tie) => ({
  held: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom(null, true, 0, -1, 'A', CANARY),
    fc.array(tie('held'), { maxLength: 4 }),
    fc
      .array(fc.tuple(key, tie('held')), { maxLength: 4 })
      .map((entries) => JSON.parse(JSON.stringify(Object.fromEntries(entries))) as unknown),
  ),
})).held;

describe('any shape of any document', () => {
  it('gives a value or a path of names and numbers, never throws, never says what it held', () => {
    fc.assert(
      fc.property(anyShape, anyDocument, (shape, held) => {
        const reading = shape(held);
        return reading.ok ? 'value' in reading : /^([abc]|\[\d+\]|\.)*$/.test(reading.field);
      }),
      { numRuns: 3_000 },
    );
  });

  it('reads no further into a deep document than it goes itself', () => {
    let deep: unknown = CANARY;
    for (let depth = 0; depth < 100_000; depth += 1) deep = { a: deep };
    expect(at('a', at('a', text))(deep)).toEqual(amissAt('a.a'));
    expect(object({ b: maybe(text) })(deep)).toEqual(read({ b: undefined }));
  });

  it('reads a huge list to its end, and names the one item of it that is amiss', () => {
    const huge: unknown[] = Array.from({ length: 200_000 }, () => ({ a: 'x' }));
    const shape = list(object({ a: text }));
    expect(shape(huge)).toMatchObject({ ok: true, value: { length: 200_000 } });
    huge[199_999] = { a: CANARY.length };
    expect(shape(huge)).toEqual(amissAt('[199999].a'));
  });

  it('takes nothing of a prototype for what the document says', () => {
    const held: unknown = JSON.parse('{"__proto__":{"a":"x"}}');
    expect(object({ a: maybe(text) })(held)).toEqual(read({ a: undefined }));
    expect(({} as { a?: string }).a).toBeUndefined();
  });
});
