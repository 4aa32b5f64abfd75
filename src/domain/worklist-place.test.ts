import { describe, expect, it } from 'vitest';
import { reviewRow, ubrnOf } from '../flows/testing/fake-rows.ts';
import { nextMarked, placeOf } from './worklist-place.ts';

const ROWS = [1, 2, 3, 4].map((number) => reviewRow(number));

describe('the place of a record in its list', () => {
  it('is counted from 1; the next is one on which nothing was decided', () => {
    expect(placeOf(ROWS, ubrnOf(2), (ubrn) => ubrn === ubrnOf(3))).toEqual({
      position: 2,
      total: 4,
      previous: ROWS[0],
      next: ROWS[3],
    });
  });

  it('has no neighbours beyond its ends, and none at all outside of the list', () => {
    expect(placeOf(ROWS, ubrnOf(4), () => false)).toMatchObject({ position: 4, next: undefined });
    expect(placeOf(ROWS, ubrnOf(1), () => false)?.previous).toBeUndefined();
    expect(placeOf(ROWS, ubrnOf(9), () => false)).toBeUndefined();
  });
});

describe('the next that is new or changed', () => {
  const marks = new Map([[ubrnOf(2), { kind: 'new' as const }]]);

  it('is sought below, then from the top', () => {
    expect(nextMarked(ROWS, { marks }, ubrnOf(1))).toBe(ROWS[1]);
    expect(nextMarked(ROWS, { marks }, ubrnOf(3))).toBe(ROWS[1]);
    expect(nextMarked(ROWS, { marks }, undefined)).toBe(ROWS[1]);
    expect(nextMarked(ROWS, { marks: new Map() }, undefined)).toBeUndefined();
  });
});
