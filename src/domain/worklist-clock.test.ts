import { describe, expect, it } from 'vitest';
import type { Instant, LocalDate } from './instant.ts';
import { answerDue, daysBetween, dropOff, dueOn } from './worklist-clock.ts';

const day = (text: string): LocalDate => text as LocalDate;
const MONDAY = day('2026-11-23');

describe('the clocks of a list', () => {
  it('count a contact date in working days, either way', () => {
    expect(dueOn(day('2026-11-19'), MONDAY)).toMatchObject({ lateDays: 2, leftDays: 0 });
    expect(dueOn(day('2026-11-27'), MONDAY)).toMatchObject({ lateDays: 0, leftDays: 4 });
    expect(dueOn(MONDAY, MONDAY)).toMatchObject({ lateDays: 0, leftDays: 0 });
  });

  it('count 180 days from the day in England on which a slot issue was received', () => {
    // Half past midnight in British Summer Time.
    const received = '2026-06-05T23:30:00.000Z' as Instant;
    expect(dropOff({ received }, MONDAY)).toEqual({ day: '2026-12-03', leftDays: 10 });
    expect(dropOff({}, MONDAY)).toBeUndefined();
  });

  it('let a service answer within 5 working days, while it is its turn', () => {
    const firstRequested = '2026-11-13T09:00:00.000Z' as Instant;
    const asked = { category: 'PROVIDER_RESPONSE_REQUIRED', firstRequested };
    expect(answerDue(asked, MONDAY)).toEqual({ day: '2026-11-20', leftDays: 0, lateDays: 1 });
    expect(
      answerDue({ category: 'REFERRER_TO_REVIEW_RESPONSE', firstRequested }, MONDAY),
    ).toBeUndefined();
  });

  it('count days over a change of the clocks', () => {
    expect(daysBetween(day('2026-10-24'), day('2026-10-26'))).toBe(2);
  });
});
