import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatUbrn, parseUbrn } from './ubrn.ts';

describe('a UBRN', () => {
  it('keeps its leading zeros, however it was typed', () => {
    for (const text of ['000049283317', '0000 4928 3317', ' 0000-4928-3317 ']) {
      expect(parseUbrn(text)).toBe('000049283317');
    }
  });

  it.each(['', '00004928331', '0000492833177', '00004928331X', '49283317'])(
    'is not "%s"',
    (text) => {
      expect(parseUbrn(text)).toBeUndefined();
    },
  );

  it('is shown in groups of four that read back as the same number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{12}$/), (digits) => {
        const number = parseUbrn(digits);
        if (!number) return false;
        const shown = formatUbrn(number);
        return /^\d{4} \d{4} \d{4}$/.test(shown) && parseUbrn(shown) === number;
      }),
    );
  });
});
