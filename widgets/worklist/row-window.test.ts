import { describe, expect, it } from 'vitest';
import { RowHeights } from './row-heights.ts';
import { drawnRows, nextRange, rangeAt } from './row-window.ts';

function heightsOf(count: number, estimate = 45): RowHeights {
  const heights = new RowHeights(estimate);
  heights.setKeys(Array.from({ length: count }, (_, index) => `row ${index}`));
  return heights;
}

describe('the rows that are drawn', () => {
  it('are those in sight with 20 on each side, and never more than 60', () => {
    expect(rangeAt(heightsOf(9_000), { top: 4_500, height: 540 })).toEqual({ from: 80, to: 133 });
    expect(rangeAt(heightsOf(9_000), { top: 0, height: 540 })).toEqual({ from: 0, to: 33 });
    const tall = rangeAt(heightsOf(9_000), { top: 4_500, height: 1_800 });
    expect(tall.to - tall.from).toBeLessThanOrEqual(58);
    const absurd = rangeAt(heightsOf(9_000), { top: 4_500, height: 20_000 });
    expect(absurd).toEqual({ from: 100, to: 158 });
  });

  it('after a jump are those in sight, and then a few more at a time until all are there', () => {
    const heights = heightsOf(9_000);
    const sight = { top: 45_000, height: 540 };
    let next = nextRange(heights, sight, { from: 0, to: 33 });
    expect(next).toEqual({ range: { from: 998, to: 1_015 }, isWhole: false });
    const steps: number[] = [];
    while (!next.isWhole) {
      const before = next.range;
      next = nextRange(heights, sight, before);
      steps.push(before.from - next.range.from + (next.range.to - before.to));
    }
    expect(next.range).toEqual(rangeAt(heights, sight));
    expect(Math.max(...steps)).toBe(10);
  });

  it('end with the list', () => {
    expect(rangeAt(heightsOf(10), { top: 0, height: 540 })).toEqual({ from: 0, to: 10 });
    expect(rangeAt(heightsOf(0), { top: 0, height: 540 })).toEqual({ from: 0, to: 0 });
  });

  it('hold the current row wherever it is, with gaps for the others', () => {
    const heights = heightsOf(1_000);
    const drawn = drawnRows(heights, { from: 500, to: 502 }, 20);
    expect(drawn).toEqual([
      { gap: 900, key: 'gap 0' },
      { index: 20 },
      { gap: 479 * 45, key: 'gap 1' },
      { index: 500 },
      { index: 501 },
      { gap: 498 * 45, key: 'gap 2' },
    ]);
    const below = drawnRows(heights, { from: 0, to: 2 }, 999);
    expect(below.filter((each) => 'index' in each)).toEqual([
      { index: 0 },
      { index: 1 },
      { index: 999 },
    ]);
  });
});

describe('heights', () => {
  it('that were measured move what is below, and stay with their row in another order', () => {
    const heights = heightsOf(3);
    expect(heights.measured(0, 63)).toBe(true);
    expect(heights.measured(0, 63)).toBe(false);
    expect(heights.topOf(1)).toBe(63);
    heights.setKeys(['row 2', 'row 0', 'row 1']);
    expect(heights.topOf(2) - heights.topOf(1)).toBe(63);
  });

  it('tell which row covers an offset', () => {
    const heights = heightsOf(100);
    expect([0, 44, 45, 4_499, 9_999].map((offset) => heights.indexAt(offset))).toEqual([
      0, 0, 1, 99, 99,
    ]);
    expect(heightsOf(0).indexAt(10)).toBe(0);
  });

  it('are estimates again in another width', () => {
    const heights = heightsOf(2);
    heights.measured(0, 63);
    heights.forget();
    expect(heights.topOf(2)).toBe(90);
  });
});
