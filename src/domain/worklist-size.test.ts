import { describe, expect, it } from 'vitest';
import { sizeOfList } from './worklist-size.ts';

const MB = 1_024 * 1_024;

describe('the size of a list', () => {
  it('is estimated by its rows, and called an estimate', () => {
    const { bytes, isEstimate } = sizeOfList('REFERRALS_FOR_REVIEW', 6_290);
    expect(isEstimate).toBe(true);
    // What our simulator sends for as many rows is 9.6 MB.
    expect(bytes / MB).toBeCloseTo(9.6, 1);
  });

  it('is what the answer weighed, where that is known', () => {
    expect(sizeOfList('APPOINTMENT_SLOT_ISSUES', 10, 5_000)).toEqual({
      bytes: 5_000,
      isEstimate: false,
      limitBytes: 10 * MB,
      level: 'normal',
    });
  });

  it.each([
    [7 * MB - 1, 'normal'],
    [7 * MB, 'plan'],
    [9 * MB - 1, 'plan'],
    [9 * MB, 'filter-now'],
  ])('%i bytes: %s', (bytes, level) => {
    expect(sizeOfList('REFERRALS_FOR_REVIEW', 0, bytes).level).toBe(level);
  });
});
