import { describe, expect, it } from 'vitest';
import type { Instant, LocalDate } from '../../src/domain/instant.ts';
import type { ServiceSlots } from '../../src/flows/book-slot.ts';
import { filterSlots, NO_FILTERS } from './slot-filters.ts';
import { indexSlots, nearestLater, nearestSlots, slotsAfter, slotsOfDays } from './slot-index.ts';
import { givenUntil, isDayComplete, slotsInView } from './slot-page.ts';

const instant = (text: string): Instant => `${text}:00.000Z` as Instant;

function service(serviceId: string, ...starts: readonly string[]): ServiceSlots {
  return {
    serviceId,
    wayToBook: 'book-here',
    slots: starts.map((start) => ({
      id: `${serviceId} ${start}`,
      serviceId,
      start: instant(start),
      end: instant(start),
    })),
    load: { status: 'loaded', at: instant('2026-10-16T09:00'), total: starts.length },
  };
}

const a = service(
  'a',
  '2026-10-22T08:40',
  '2026-10-24T23:30',
  '2026-10-25T00:30',
  '2026-10-26T17:00',
);
const b = service('b', '2026-10-20T11:59', '2026-10-23T16:00');
const index = indexSlots([a, b]);
const starts = (found: typeof index): string[] => found.map(({ slot }) => slot.start.slice(5, 16));

describe('slots of several services', () => {
  it('are in order of time', () => {
    expect(starts(index)).toEqual([
      '10-20T11:59',
      '10-22T08:40',
      '10-23T16:00',
      '10-24T23:30',
      '10-25T00:30',
      '10-26T17:00',
    ]);
  });

  it('fall on the day and hour of England, in summer an hour later than UTC', () => {
    expect(index.map(({ day, hour }) => `${day} ${hour}`)).toEqual([
      '2026-10-20 12',
      '2026-10-22 9',
      '2026-10-23 17',
      '2026-10-25 0',
      '2026-10-25 1',
      '2026-10-26 17',
    ]);
  });

  it('are found by days, both ends included', () => {
    expect(
      starts(slotsOfDays(index, '2026-10-22' as LocalDate, '2026-10-25' as LocalDate)),
    ).toEqual(['10-22T08:40', '10-23T16:00', '10-24T23:30', '10-25T00:30']);
  });

  it('are no longer there once they have begun', () => {
    expect(starts(slotsAfter(index, instant('2026-10-25T00:30')))).toEqual(['10-26T17:00']);
  });

  it('have a nearest later one, and the last when none is later', () => {
    const later = (moment: string): string | undefined =>
      nearestLater(index, instant(moment))?.slot.start.slice(5, 16);
    expect(later('2026-10-22T08:41')).toBe('10-23T16:00');
    expect(later('2026-11-30T00:00')).toBe('10-26T17:00');
  });

  it('have nearest ones on both sides of a moment', () => {
    expect(starts(nearestSlots(index, instant('2026-10-23T12:00'), 2))).toEqual([
      '10-22T08:40',
      '10-23T16:00',
    ]);
  });

  it('are morning before 12, afternoon before 17 and evening from then, by the clock on the wall', () => {
    const only = (time: string): string[] =>
      starts(
        filterSlots(index, {
          hiddenTimes: (['Morning', 'Afternoon', 'Evening'] as const).filter(
            (each) => each !== time,
          ),
        }),
      );
    expect(only('Morning')).toEqual(['10-22T08:40', '10-24T23:30', '10-25T00:30']);
    expect(only('Afternoon')).toEqual(['10-20T11:59']);
    expect(only('Evening')).toEqual(['10-23T16:00', '10-26T17:00']);
  });
});

describe('a page of days', () => {
  const now = instant('2026-10-16T09:49');

  it('is the week from Monday with the first slot, until another day is asked for', () => {
    const first = slotsInView(index, { filters: NO_FILTERS, now, daysPerPage: 7 });
    expect([first.page.from, first.page.to]).toEqual(['2026-10-19', '2026-10-25']);
    const day = '2026-10-26' as LocalDate;
    const next = slotsInView(index, { filters: NO_FILTERS, now, daysPerPage: 7, day });
    expect(starts(next.inPage)).toEqual(['10-26T17:00']);
  });

  it('of 5 days leaves no day out between one page and the next', () => {
    const days = ['2026-10-16', '2026-10-21', '2026-10-26'].flatMap(
      (day) =>
        slotsInView(index, {
          filters: NO_FILTERS,
          now,
          daysPerPage: 5,
          day: day as LocalDate,
        }).page.days,
    );
    expect(new Set(days).size).toBe(15);
    expect([days[0], days.at(-1)]).toEqual(['2026-10-12', '2026-10-26']);
  });
});

describe('what e-RS has not given yet', () => {
  const day = '2026-10-26' as LocalDate;
  const more: ServiceSlots = {
    ...a,
    load: { status: 'loaded', at: instant('2026-10-16T09:00'), total: 240, nextPage: 2 },
  };

  it('begins on the day of the last slot, where there is another page', () => {
    expect(givenUntil(more)).toBe(day);
    expect(givenUntil(a)).toBeUndefined();
  });

  it('leaves that day and all later ones open', () => {
    expect(isDayComplete(day, [a, b])).toBe(true);
    expect(isDayComplete(day, [more, b])).toBe(false);
    expect(isDayComplete('2026-10-25' as LocalDate, [more, b])).toBe(true);
  });
});
