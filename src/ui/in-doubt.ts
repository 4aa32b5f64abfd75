import { ukTimeWithSeconds } from '../domain/uk-time.ts';
import type { BookPhase, BookSlotState } from '../flows/book-slot.ts';

/**
 * The state of a referral in words. While a booking or deferral has no known end, it is only what
 * e-RS said before: `Not booked when read at 10:48:36`.
 */
export function stateNow(words: string, booking: Doubtful | undefined): string {
  if (!booking?.readAt || !isInDoubt(booking.phase)) return words;
  return `${words} when read at ${ukTimeWithSeconds(booking.readAt)}`;
}

type Doubtful = Pick<BookSlotState, 'phase' | 'readAt'>;

function isInDoubt(phase: BookPhase): boolean {
  const { status } = phase;
  if (status === 'unanswered') return !phase.settled;
  return status === 'sending' || status === 'reading-back';
}
