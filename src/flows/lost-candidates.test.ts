import { describe, expect, it } from 'vitest';
import { addMilliseconds, type Instant } from '../domain/instant.ts';
import type { FollowUpRow } from '../domain/worklist.ts';
import { candidatesOf, lostCreate, type UnknownCreate } from './lost-candidates.ts';
import { NOW, PATIENT, problem, UBRN } from './testing/fake-records.ts';

const SENT_AT = addMilliseconds(NOW, -10_000);
const after = (milliseconds: number) => addMilliseconds(NOW, milliseconds);

const SENT: UnknownCreate = {
  id: 'intent-1',
  action: 'create-referral',
  contextId: 'context-1',
  patient: PATIENT.nhsNumber,
  sentAt: SENT_AT,
  state: 'unknown',
  problem: problem('no-answer'),
};

describe('P1: when a create whose answer was lost can have been made', () => {
  it.each([
    ['when it is told to have ended', { endedAt: after(-1_000) }, after(-1_000)],
    ['the longest call after it was sent, where no end is told', {}, after(180_000)],
    ['an end five seconds ahead, as clocks differ', { endedAt: after(5_000) }, after(5_000)],
    ['now, where the told end lies ahead', { endedAt: after(5_001) }, NOW],
    [
      'the longest call from now, where it was sent by a clock that is ahead',
      { sentAt: after(5_001) },
      after(190_000),
    ],
  ])('it has ended by %s', (_when, told, endedAt) => {
    const lost = lostCreate({ ...SENT, ...told }, NOW);
    expect(lost).toMatchObject({ endedAt, quietAt: addMilliseconds(endedAt, 120_000) });
  });

  it('its times are of another clock only when they lie more than five seconds ahead', () => {
    const isOfAnotherClock = (endedAt: UnknownCreate['endedAt'], sentAt = SENT_AT) =>
      lostCreate({ ...SENT, sentAt, endedAt }, NOW).isOfAnotherClock;
    expect([after(5_000), after(5_001), undefined].map((end) => isOfAnotherClock(end))).toEqual([
      false,
      true,
      false,
    ]);
    expect(isOfAnotherClock(undefined, after(5_001))).toBe(true);
  });

  function found(created: Instant, facts: Partial<UnknownCreate> = {}) {
    const row: FollowUpRow = {
      list: 'AWAITING_BOOKING',
      ubrn: UBRN,
      patient: PATIENT.nhsNumber,
      priority: 'URGENT',
      created,
      lastUpdated: created,
      clinicalContext: 'CARDIOLOGY/ARRHYTHMIA',
      referrer: { sdsUserId: '021600556514', name: 'FENWICK, Ruth (Dr)' },
      state: { code: 'UNBOOKED' },
    };
    const { rows, inTime } = candidatesOf([row], lostCreate({ ...SENT, ...facts }, NOW), new Set());
    return { count: rows.length, inTime };
  }

  it('a referral of its time may be it, and one made later a person has to look at', () => {
    expect(found(SENT_AT)).toEqual({ count: 1, inTime: true });
    expect(found(after(86_400_000))).toEqual({ count: 1, inTime: false });
    expect(found(after(-86_400_000))).toEqual({ count: 0, inTime: false });
  });

  it('a referral is looked at by a person, whenever made, where its times are of another clock', () => {
    const facts = { endedAt: after(60_000) };
    expect(found(after(-86_400_000), facts)).toEqual({ count: 1, inTime: false });
    expect(found(SENT_AT, facts)).toEqual({ count: 1, inTime: false });
  });
});
