import type { AdviceRow } from './advice.ts';
import { ADVICE_WORKING_DAYS, workingDays } from './advice-clock.ts';
import { addDays, addWorkingDays, type LocalDate } from './instant.ts';
import { ukDayOf } from './uk-time.ts';
import type { SlotIssueRow } from './worklist.ts';

/**
 * After so many days e-RS takes a slot issue off the list and tells nobody. Reported, not published
 * by e-RS, and counted by us.
 */
const DROP_OFF_DAYS = 180;

export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** How a day stands to today, in working days; at most one of the two is above 0. */
export interface Due {
  day: LocalDate;
  leftDays: number;
  lateDays: number;
}

export function dueOn(day: LocalDate, today: LocalDate): Due {
  return { day, leftDays: workingDays(today, day), lateDays: workingDays(day, today) };
}

/** When a slot issue drops off the list; absent where e-RS does not tell when it was received. */
export function dropOff(
  { received }: Pick<SlotIssueRow, 'received'>,
  today: LocalDate,
): { day: LocalDate; leftDays: number } | undefined {
  if (!received) return undefined;
  const day = addDays(ukDayOf(received), DROP_OFF_DAYS);
  return { day, leftDays: daysBetween(today, day) };
}

/**
 * Until when a service is to answer, as long as it is its turn. Counted from the first question, as
 * the list does not tell of later ones: the conversation itself may allow longer.
 */
export function answerDue(
  { category, firstRequested }: Pick<AdviceRow, 'category' | 'firstRequested'>,
  today: LocalDate,
): Due | undefined {
  if (category !== 'PROVIDER_RESPONSE_REQUIRED') return undefined;
  return dueOn(addWorkingDays(ukDayOf(firstRequested), ADVICE_WORKING_DAYS), today);
}
