import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMilliseconds, instantOf, type Instant, type LocalDate } from './instant.ts';
import {
  ageOn,
  clinicalDate,
  clinicalMoment,
  clockChangeBetween,
  spokenDay,
  ukDayOf,
  ukTime,
  ukTimeWithSeconds,
  ukZone,
} from './uk-time.ts';

const instant = (text: string): Instant => text as Instant;
const date = (text: string): LocalDate => text as LocalDate;
const MINUTE = 60_000;

/** Minutes on either side of a change of clocks. */
const around = (change: string): fc.Arbitrary<Instant> =>
  fc
    .integer({ min: -36 * 60, max: 36 * 60 })
    .map((minutes) => addMilliseconds(instant(change), minutes * MINUTE));
const AUTUMN = '2026-10-25T01:00:00.000Z';
const SPRING = '2027-03-28T01:00:00.000Z';

describe('UK time', () => {
  it('says BST or GMT, which alone tells the two 01:30 of the last Sunday in October apart', () => {
    const [first, second] = ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'].map(instant);
    expect([first, second].map((moment) => clinicalMoment(moment as Instant))).toEqual([
      'Sun 25-Oct-2026 01:30 BST',
      'Sun 25-Oct-2026 01:30 GMT',
    ]);
  });

  it('has no time between 01:00 and 02:00 on the last Sunday in March', () => {
    expect(clinicalMoment(instant('2027-03-28T00:59:00.000Z'))).toBe('Sun 28-Mar-2027 00:59 GMT');
    expect(clinicalMoment(instant('2027-03-28T01:00:00.000Z'))).toBe('Sun 28-Mar-2027 02:00 BST');
  });

  it('begins its day at midnight in London, in summer an hour before UTC', () => {
    expect(ukDayOf(instant('2026-07-31T22:59:59.999Z'))).toBe('2026-07-31');
    expect(ukDayOf(instant('2026-07-31T23:00:00.000Z'))).toBe('2026-08-01');
    expect(ukDayOf(instant('2026-12-31T23:59:59.999Z'))).toBe('2026-12-31');
    expect(ukTime(instant('2026-07-31T23:00:00.000Z'))).toBe('00:00');
  });

  it.each([AUTUMN, SPRING])('is UTC, or an hour more, at every minute around %s', (change) => {
    fc.assert(
      fc.property(around(change), (moment) => {
        const shift = ukZone(moment) === 'BST' ? 60 * MINUTE : 0;
        const local = addMilliseconds(moment, shift);
        expect(`${ukDayOf(moment)}T${ukTime(moment)}`).toBe(local.slice(0, 16));
        const isSummer = moment < AUTUMN || moment >= SPRING;
        expect(ukZone(moment)).toBe(isSummer ? 'BST' : 'GMT');
      }),
      { numRuns: 300 },
    );
  });

  it('has 23 hours on the day of the spring change and 25 on that of autumn', () => {
    const hoursOf = (day: string): number => {
      const start = Date.parse(`${day}T00:00:00Z`) - 24 * 60 * MINUTE;
      const hours = Array.from({ length: 72 }, (_, i) => instantOf(start + i * 60 * MINUTE));
      return hours.filter((moment) => ukDayOf(moment) === day).length;
    };
    expect(['2027-03-28', '2026-10-25', '2026-10-26'].map(hoursOf)).toEqual([23, 25, 24]);
  });

  it('is shown to clinicians and spoken to patients in their own forms', () => {
    expect(clinicalDate(date('2027-03-06'))).toBe('06-Mar-2027');
    expect(spokenDay(date('2026-10-22'))).toBe('Thursday 22 October 2026');
    expect(ukTimeWithSeconds(instant('2026-10-16T08:30:07.000Z'))).toBe('09:30:07');
  });
});

describe('a change of clocks', () => {
  it('is found on its day, at either end of a range too', () => {
    expect(clockChangeBetween(date('2026-10-19'), date('2026-10-25'))).toBe('2026-10-25');
    expect(clockChangeBetween(date('2026-10-25'), date('2026-10-31'))).toBe('2026-10-25');
    expect(clockChangeBetween(date('2027-03-22'), date('2027-03-28'))).toBe('2027-03-28');
    expect(clockChangeBetween(date('2026-10-26'), date('2027-03-27'))).toBeUndefined();
  });
});

describe('an age', () => {
  it('rises on the birthday, and on 1 March for who was born on 29 February', () => {
    const born = date('1968-03-14');
    expect(ageOn(born, date('2026-03-13'))).toBe(57);
    expect(ageOn(born, date('2026-03-14'))).toBe(58);
    expect(ageOn(date('2004-02-29'), date('2026-02-28'))).toBe(21);
    expect(ageOn(date('2004-02-29'), date('2026-03-01'))).toBe(22);
  });
});
