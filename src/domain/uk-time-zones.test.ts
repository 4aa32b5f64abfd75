import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { addDays, addMilliseconds, parseInstant, type Instant, type LocalDate } from './instant.ts';
import { clinicalMoment, spokenDay, ukDayOf, ukTime, ukZone } from './uk-time.ts';

const ofRunner = process.env['TZ'];

afterEach(() => {
  // An absent zone cannot be assigned: it would become the text 'undefined'.
  if (ofRunner === undefined) delete process.env['TZ'];
  else process.env['TZ'] = ofRunner;
});

const MINUTE = 60_000;
const AUTUMN = '2026-10-25T01:00:00.000Z' as Instant;
const SPRING = '2027-03-28T01:00:00.000Z' as Instant;

/** Minutes that a zone is behind UTC on 1 January and on 1 July. */
const zones: [zone: string, winter: number, summer: number][] = [
  ['Europe/London', 0, -60],
  ['UTC', 0, 0],
  ['America/Los_Angeles', 480, 420],
  ['Pacific/Kiritimati', -840, -840],
];

describe.each(zones)('UK time on a computer set to %s', (zone, winter, summer) => {
  it.each([AUTUMN, SPRING])(
    'is what clocks in London show, at every minute around %s',
    (change) => {
      process.env['TZ'] = zone;
      const behind = [new Date('2027-01-01T00:00:00Z'), new Date('2027-07-01T00:00:00Z')];
      expect(behind.map((day) => day.getTimezoneOffset())).toEqual([winter, summer]);
      const minutes = fc.integer({ min: -36 * 60, max: 36 * 60 });
      fc.assert(
        fc.property(minutes, (apart) => {
          const moment = addMilliseconds(change, apart * MINUTE);
          const isSummer = moment < AUTUMN || moment >= SPRING;
          const local = addMilliseconds(moment, isSummer ? 60 * MINUTE : 0);
          expect(ukZone(moment)).toBe(isSummer ? 'BST' : 'GMT');
          expect(`${ukDayOf(moment)}T${ukTime(moment)}`).toBe(local.slice(0, 16));
          expect(parseInstant(moment)).toBe(moment);
        }),
        { numRuns: 300 },
      );
    },
  );

  it('tells the two half past ones of autumn apart, and keeps days whole', () => {
    process.env['TZ'] = zone;
    const moments = ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'] as Instant[];
    expect(moments.map((moment) => clinicalMoment(moment))).toEqual([
      'Sun 25-Oct-2026 01:30 BST',
      'Sun 25-Oct-2026 01:30 GMT',
    ]);
    expect(addDays('2027-03-27' as LocalDate, 1)).toBe('2027-03-28');
    expect(spokenDay('2027-03-28' as LocalDate)).toBe('Sunday 28 March 2027');
  });
});
