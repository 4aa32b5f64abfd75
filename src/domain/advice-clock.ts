import type { AdviceMessage, AdviceRequest } from './advice.ts';
import { isOpenConversation } from './advice-permission.ts';
import { addDays, addWorkingDays, weekdayOf, type Instant, type LocalDate } from './instant.ts';
import { ukDayOf } from './uk-time.ts';

/** Within which a service is to answer. Ours: e-RS counts none, and a trust may count otherwise. */
export const ADVICE_WORKING_DAYS = 5;

/** `lateDays` above 0: working days since it was due. */
export interface AdviceClock {
  due: LocalDate;
  /** The day it counts from. */
  from: LocalDate;
  leftDays: number;
  lateDays: number;
}

/**
 * Working days leave out weekends only. It counts from the practice's last message, as long as it is
 * the service's turn; otherwise there is none.
 */
export function adviceClock(
  request: Pick<AdviceRequest, 'status' | 'category'>,
  messages: readonly Pick<AdviceMessage, 'sentBy' | 'sent'>[],
  now: Instant,
): AdviceClock | undefined {
  const isOurTurn = request.category === 'PROVIDER_RESPONSE_REQUIRED';
  if (!isOurTurn || !isOpenConversation(request)) return undefined;
  const asked = messages.findLast(({ sentBy }) => sentBy === 'REQUESTER');
  if (!asked) return undefined;
  const from = ukDayOf(asked.sent);
  const due = addWorkingDays(from, ADVICE_WORKING_DAYS);
  const today = ukDayOf(now);
  return { due, from, leftDays: workingDays(today, due), lateDays: workingDays(due, today) };
}

/** Working days after `from`, up to and with `to`. */
export function workingDays(from: LocalDate, to: LocalDate): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (weekdayOf(day) % 6 !== 0) count += 1;
  }
  return count;
}
