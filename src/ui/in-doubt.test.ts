import { describe, expect, it } from 'vitest';
import { parseInstant, type Instant } from '../domain/instant.ts';
import type { BookPhase } from '../flows/book-slot.ts';
import { stateNow } from './in-doubt.ts';

const readAt = parseInstant('2026-10-16T09:48:36.000Z') as Instant;
const problem = {
  reason: 'no-answer',
  source: 'network',
  correlationId: 'c-1',
  retry: 'after-reread',
} as const;

const sending = { status: 'sending', write: 'booking', since: readAt } as const;

function unanswered(settled: boolean): BookPhase {
  return {
    status: 'unanswered',
    write: 'booking',
    problem,
    sentAt: readAt,
    readings: [],
    settled,
  };
}

describe('the state of a referral beside a booking', () => {
  it.each<[string, BookPhase]>([
    ['that is on its way', sending],
    ['that is answered and not read yet', { ...sending, status: 'reading-back' }],
    ['that has had no answer', unanswered(false)],
  ])('%s is told with the time of its reading', (_, phase) => {
    expect(stateNow('Not booked', { phase, readAt })).toBe('Not booked when read at 10:48:36');
  });

  it.each<[string, BookPhase]>([
    ['that has not begun', { status: 'choosing' }],
    ['that is known not to have happened', unanswered(true)],
    ['that is confirmed', { status: 'booked', at: readAt, confirmed: true }],
  ])('%s stands alone', (_, phase) => {
    expect(stateNow('Not booked', { phase, readAt })).toBe('Not booked');
  });
});
