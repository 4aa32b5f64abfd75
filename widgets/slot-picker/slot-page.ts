import { addDays, weekdayOf, type Instant, type LocalDate } from '../../src/domain/instant.ts';
import type { ServiceSlots } from '../../src/flows/book-slot.ts';
import { filterSlots, type SlotFilters } from './slot-filters.ts';
import { slotsAfter, slotsOfDays, type PlacedSlot, type SlotIndex } from './slot-index.ts';
import { ukDayOf } from '../../src/domain/uk-time.ts';

/** The days that are on screen at once. */
export interface DayPage {
  from: LocalDate;
  to: LocalDate;
  days: readonly LocalDate[];
}

/** What can be seen of the slots now. */
export interface SlotsInView {
  /** Still to come, before any filter. */
  all: SlotIndex;
  /** Those that the filters let through. */
  shown: SlotIndex;
  earliest?: PlacedSlot | undefined;
  page: DayPage;
  inPage: SlotIndex;
  /** How many of the page's days the filters hide. */
  hiddenInPage: number;
}

interface LookingAt {
  filters: SlotFilters;
  now: Instant;
  /** 7 or 5. */
  daysPerPage: number;
  /** A day of the page; the first with slots until the user has gone elsewhere. */
  day?: LocalDate | undefined;
}

export function slotsInView(index: SlotIndex, at: LookingAt): SlotsInView {
  const all = slotsAfter(index, at.now);
  const shown = filterSlots(all, at.filters);
  const today = ukDayOf(at.now);
  const day = at.day ?? shown[0]?.day ?? all[0]?.day ?? today;
  const page = pageOf(day, { today, daysPerPage: at.daysPerPage });
  const inPage = slotsOfDays(shown, page.from, page.to);
  const hiddenInPage = slotsOfDays(all, page.from, page.to).length - inPage.length;
  return { all, shown, earliest: shown[0], page, inPage, hiddenInPage };
}

/** Pages follow on from the Monday of this week, so that a week starts on Monday. */
function pageOf(
  day: LocalDate,
  { today, daysPerPage }: { today: LocalDate; daysPerPage: number },
): DayPage {
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7));
  const daysOn = Math.round((Date.parse(day) - Date.parse(monday)) / 86_400_000);
  const from = addDays(monday, Math.floor(daysOn / daysPerPage) * daysPerPage);
  const days = Array.from({ length: daysPerPage }, (_, offset) => addDays(from, offset));
  return { from, to: addDays(from, daysPerPage - 1), days };
}

/**
 * The last day up to which e-RS gave slots of a service; absent when it gave all. On that day and
 * later there may be more.
 */
export function givenUntil({ load, slots }: ServiceSlots): LocalDate | undefined {
  const last = slots.at(-1);
  if (load.status !== 'loaded' || load.nextPage === undefined || !last) return undefined;
  return ukDayOf(last.start);
}

/** Whether "none free" can be said of a day: every service has answered for all of it. */
export function isDayComplete(day: LocalDate, services: readonly ServiceSlots[]): boolean {
  return services.every((service) => {
    const { status } = service.load;
    const until = givenUntil(service);
    const isKnown = status !== 'failed' && status !== 'loading' && status !== 'stopped';
    return isKnown && (!until || day < until);
  });
}

/** The days with a slot, in order. */
export function daysWithSlots(index: SlotIndex): LocalDate[] {
  return [...new Set(index.map(({ day }) => day))];
}
