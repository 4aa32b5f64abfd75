import { describe, expect, it } from 'vitest';
import { adviceClock, workingDays } from './advice-clock.ts';
import type { Instant, LocalDate } from './instant.ts';

const WAITING = { status: 'active', category: 'PROVIDER_RESPONSE_REQUIRED' };
const day = (text: string): LocalDate => text as LocalDate;
const at = (text: string): Instant => text as Instant;

const asked = { sentBy: 'REQUESTER', sent: at('2026-11-18T08:52:00.000Z') };
const answer = { sentBy: 'RESPONDER', sent: at('2026-11-19T12:15:00.000Z') };
const reply = { sentBy: 'REQUESTER', sent: at('2026-11-20T09:26:00.000Z') };
const line = {
  sentBy: 'REFERRER_CLINICAL_INFORMATION_UPDATED',
  sent: at('2026-11-23T11:20:00.000Z'),
};

describe('the five working days', () => {
  it('count from the last message of the practice, weekends left out', () => {
    const now = at('2026-11-23T14:31:00.000Z');
    expect(adviceClock(WAITING, [asked, answer, reply, line], now)).toEqual({
      due: '2026-11-27',
      from: '2026-11-20',
      leftDays: 4,
      lateDays: 0,
    });
  });

  it('are over on the day they are due with none left, and late after it', () => {
    const messages = [reply];
    expect(adviceClock(WAITING, messages, at('2026-11-27T09:00:00.000Z'))).toMatchObject({
      leftDays: 0,
      lateDays: 0,
    });
    expect(adviceClock(WAITING, messages, at('2026-11-30T09:00:00.000Z'))).toMatchObject({
      leftDays: 0,
      lateDays: 1,
    });
  });

  it('begin on the day in England', () => {
    const late = { sentBy: 'REQUESTER', sent: at('2026-07-06T23:30:00.000Z') };
    expect(adviceClock(WAITING, [late], at('2026-07-07T09:00:00.000Z'))?.from).toBe('2026-07-07');
  });

  it.each([
    [
      'it is the turn of the practice',
      { status: 'active', category: 'REFERRER_TO_REVIEW_RESPONSE' },
    ],
    ['it has ended', { status: 'completed', category: 'PROVIDER_RESPONSE_REQUIRED' }],
  ])('are not counted when %s', (_, request) => {
    expect(adviceClock(request, [asked], at('2026-11-18T09:00:00.000Z'))).toBeUndefined();
  });

  it('are not counted without a message of the practice', () => {
    expect(adviceClock(WAITING, [line], at('2026-11-23T12:00:00.000Z'))).toBeUndefined();
  });
});

describe('working days between two days', () => {
  it.each([
    ['2026-11-20', '2026-11-20', 0],
    ['2026-11-20', '2026-11-22', 0],
    ['2026-11-20', '2026-11-23', 1],
    ['2026-11-20', '2026-11-30', 6],
    ['2026-11-30', '2026-11-20', 0],
  ])('after %s up to %s: %i', (from, to, count) => {
    expect(workingDays(day(from), day(to))).toBe(count);
  });
});
