import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNhsNumber, parseNhsNumber } from './nhs-number.ts';

const valid = fc
  .stringMatching(/^\d{9}$/)
  .chain((stem) =>
    fc.constantFrom(...Array.from('0123456789', (digit) => parseNhsNumber(stem + digit))),
  )
  .filter((number) => number !== undefined);

describe('an NHS number', () => {
  it('is read with or without spaces', () => {
    expect(parseNhsNumber('999 012 3454')).toBe('9990123454');
    expect(parseNhsNumber('999-012-3454')).toBe('9990123454');
    expect(parseNhsNumber(' 9990123454 ')).toBe('9990123454');
  });

  it('is refused when it is not ten digits', () => {
    for (const text of ['', '999012345', '99901234541', '999012345X', 'abc']) {
      expect(parseNhsNumber(text)).toBeUndefined();
    }
  });

  it('is refused when it is one digit ten times, although that passes Modulus 11', () => {
    for (const digit of '0123456789') expect(parseNhsNumber(digit.repeat(10))).toBeUndefined();
  });

  it('has at most one check digit that passes, and it is what Modulus 11 says', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{9}$/), (stem) => {
        const passing = Array.from('0123456789').filter((digit) => parseNhsNumber(stem + digit));
        const sum = Array.from(stem, Number).reduce(
          (total, digit, at) => total + digit * (10 - at),
          0,
        );
        const check = (11 - (sum % 11)) % 11;
        const isOneDigit = new Set(stem + String(check)).size === 1;
        expect(passing).toEqual(check === 10 || isOneDigit ? [] : [String(check)]);
      }),
    );
  });

  it('is refused after any single-digit typing error', () => {
    fc.assert(
      fc.property(valid, fc.nat(9), fc.integer({ min: 1, max: 9 }), (number, at, add) => {
        const wrong = String((Number(number[at]) + add) % 10);
        return parseNhsNumber(number.slice(0, at) + wrong + number.slice(at + 1)) === undefined;
      }),
    );
  });

  it('is shown in groups of 3, 3 and 4 that read back as the same number', () => {
    fc.assert(
      fc.property(valid, (number) => {
        const shown = formatNhsNumber(number);
        expect(shown).toMatch(/^\d{3} \d{3} \d{4}$/);
        expect(parseNhsNumber(shown)).toBe(number);
      }),
    );
  });
});
