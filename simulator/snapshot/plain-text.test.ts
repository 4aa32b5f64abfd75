import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromPlainText, NotPlain, toPlainText } from './plain-text.ts';

const name = fc.string().filter((text) => !text.startsWith('$') && text !== '__proto__');
const { state } = fc.letrec((tie) => ({
  state: fc.oneof(
    { maxDepth: 4 },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.uint8Array(),
    fc.array(tie('state'), { maxLength: 4 }),
    fc.dictionary(name, tie('state'), { maxKeys: 4, noNullPrototype: true }),
    fc.array(fc.tuple(fc.string(), tie('state')), { maxLength: 4 }).map((rows) => new Map(rows)),
    fc.array(fc.string(), { maxLength: 4 }).map((rows) => new Set(rows)),
  ),
}));

it('brings every plain state back as it was', () => {
  fc.assert(
    fc.property(state, (value) => {
      expect(fromPlainText(toPlainText(value))).toEqual(value);
    }),
  );
});

it('keeps one object one where two places hold it', () => {
  const file = { bytes: new Uint8Array([37, 80]) };
  const text = toPlainText({ files: new Map([['att-1', file]]), letters: [{ file }] });
  expect(text.match(/\$bytes/g)).toHaveLength(1);
  const back = fromPlainText(text) as { files: Map<string, object>; letters: { file: object }[] };
  expect(back.letters[0]?.file).toBe(back.files.get('att-1'));
});

it.each([
  ['a function', { core: { random: () => 1 } }, 'state.core.random is function.'],
  ['an object of a class', { at: [new Date(0)] }, 'state.at[] is of a class.'],
  ['a number without a text', { limit: Infinity }, 'state.limit is number.'],
  ['a name kept for the text', { $map: [] }, 'state.$map has a name kept for the text.'],
])('refuses %s and says where it is', (_, value, sentence) => {
  expect(() => toPlainText(value)).toThrow(new NotPlain(sentence));
});
