import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMilliseconds,
  addWorkingDays,
  instantOf,
  millisecondsOf,
  parseInstant,
  parseLocalDate,
  weekdayOf,
  type Instant,
  type LocalDate,
} from './instant.ts';

const day = fc
  .integer({ min: 0, max: 60_000 })
  .map((days) => addDays('1930-01-01' as LocalDate, days));

describe('an instant', () => {
  it.each([
    ['2026-10-25T00:30:00Z', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25T01:30:00+01:00', '2026-10-25T00:30:00.000Z'],
    ['2019-12-15T13:24:53+00:00', '2019-12-15T13:24:53.000Z'],
    ['2021-02-09T09:00:00.5Z', '2021-02-09T09:00:00.500Z'],
  ])('%s is %s', (text, moment) => {
    expect(parseInstant(text)).toBe(moment);
  });

  it.each([
    '2026-10-25',
    '2026-10-25T00:30:00',
    '25/10/2026 00:30',
    '2026-13-01T00:00:00Z',
    '2026-02-30T10:00:00Z',
    '2026-10-25T25:00:00Z',
    '',
    ' 2026-10-25T00:30:00Z',
  ])('is not "%s": no zone, no day or no such time', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  it('is the same moment after writing and reading', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer(), (milliseconds, more) => {
        const moment = instantOf(milliseconds);
        expect(parseInstant(moment)).toBe(moment);
        expect(millisecondsOf(addMilliseconds(moment, more))).toBe(milliseconds + more);
      }),
    );
  });
});

describe('a day', () => {
  it.each(['2026-02-30', '2026-13-01', '2027-02-29', '26-01-01', '2026-1-1', '2026-01-01T00:00'])(
    'is not %s',
    (text) => {
      expect(parseLocalDate(text)).toBeUndefined();
    },
  );

  it('is 29 February in a leap year only', () => {
    expect(parseLocalDate('2028-02-29')).toBe('2028-02-29');
  });

  it('does not shift by a zone: births before 1972 stay on their day', () => {
    for (const birth of ['1970-06-01', '1945-07-15', '1968-03-14']) {
      expect(parseLocalDate(birth)).toBe(birth);
    }
  });

  it('comes after as many days as were added, over clock changes too', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -400, max: 400 }), (date, days) => {
        const moved = addDays(date, days);
        expect(addDays(moved, -days)).toBe(date);
        expect(weekdayOf(moved)).toBe((((weekdayOf(date) + days) % 7) + 7) % 7);
      }),
    );
  });
});

describe('working days', () => {
  it('leave out weekends and nothing else, as e-RS counts', () => {
    const friday = '2026-10-16' as LocalDate;
    expect(addWorkingDays(friday, 1)).toBe('2026-10-19');
    expect(addWorkingDays(friday, 5)).toBe('2026-10-23');
    expect(addWorkingDays('2026-12-24' as LocalDate, 1)).toBe('2026-12-25');
    expect(addWorkingDays('2026-10-17' as LocalDate, 1)).toBe('2026-10-19');
    expect(addWorkingDays(friday, 0)).toBe(friday);
  });

  it('are as many weekdays as were counted, and end on one', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (date, days) => {
        const end = addWorkingDays(date, days);
        expect([0, 6]).not.toContain(weekdayOf(end));
        let counted = 0;
        for (let at = addDays(date, 1); at <= end; at = addDays(at, 1)) {
          if (weekdayOf(at) !== 0 && weekdayOf(at) !== 6) counted += 1;
        }
        expect(counted).toBe(days);
      }),
    );
  });
});

describe('moments and days', () => {
  it('sort as text as they do in time', () => {
    const moment = fc.integer({ min: 0, max: 4e12 });
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        const [first, second]: Instant[] = [instantOf(a), instantOf(b)];
        return first !== undefined && second !== undefined && first < second === a < b;
      }),
    );
  });
});
