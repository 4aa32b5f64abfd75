import { expect, it } from 'vitest';
import { recordDay, recordTime } from './record-dates.ts';

it('a day of the record is written as the NHS writes it', () => {
  expect(recordDay('1968-03-14')).toBe('14-Mar-1968');
});

it('a moment of the record is that of the clock on the wall in England', () => {
  expect(recordTime(new Date('2026-10-16T23:30:00Z'))).toBe('17-Oct-2026 00:30');
  expect(recordTime(new Date('2026-12-01T09:05:00Z'))).toBe('01-Dec-2026 09:05');
});
