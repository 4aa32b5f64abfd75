import type { RowHeights } from './row-heights.ts';

/** Rows that are drawn, `to` not among them. */
export interface RowRange {
  from: number;
  to: number;
}

/** Rows drawn at a time, the current one apart. */
const MOST = 58;
/** Rows kept drawn outside of what is in sight, each way. */
const AROUND = 20;

/** What is in sight and as much around it as may be drawn. `around` is less while somebody jumps. */
export function rangeAt(
  heights: RowHeights,
  { top, height }: { top: number; height: number },
  around = AROUND,
): RowRange {
  const first = heights.indexAt(top);
  const end = Math.min(heights.count, heights.indexAt(top + height) + 1, first + MOST);
  const each = Math.max(0, Math.min(around, Math.floor((MOST - (end - first)) / 2)));
  return { from: Math.max(0, first - each), to: Math.min(heights.count, end + each) };
}

/** Rows drawn beyond what is in sight at once, and more of them in each frame after it. */
const AT_ONCE = 2;
const STEP = 5;

/**
 * What to draw next on the way from `drawn` to all that is wanted around what is in sight: what must
 * be seen at once, the rest a few rows at a time, so that no one task takes long.
 */
export function nextRange(
  heights: RowHeights,
  sight: { top: number; height: number },
  drawn: RowRange,
): { range: RowRange; isWhole: boolean } {
  const wanted = rangeAt(heights, sight);
  const must = rangeAt(heights, sight, AT_ONCE);
  const isApart = must.from > drawn.to || must.to < drawn.from;
  if (isApart) return { range: must, isWhole: isSameRange(must, wanted) };
  const range = {
    from: Math.max(wanted.from, Math.min(must.from, drawn.from - STEP)),
    to: Math.min(wanted.to, Math.max(must.to, drawn.to + STEP)),
  };
  return { range, isWhole: isSameRange(range, wanted) };
}

function isSameRange(one: RowRange, other: RowRange): boolean {
  return one.from === other.from && one.to === other.to;
}

/** A drawn row, by its index; or so many pixels in place of rows that are not drawn. */
export type Drawn = { index: number } | { gap: number; key: string };

/** What stands in the table, from the top: the rows of the range, the current one, and gaps. */
export function drawnRows(
  heights: RowHeights,
  { from, to }: RowRange,
  current: number | undefined,
): Drawn[] {
  const inside = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
  const extra = current !== undefined && current < heights.count ? [current] : [];
  const indexes = [
    ...extra.filter((index) => index < from),
    ...inside,
    ...extra.filter((index) => index >= to),
  ];
  const drawn: Drawn[] = [];
  let next = 0;
  for (const index of indexes) {
    pushGap(drawn, heights, { from: next, to: index });
    drawn.push({ index });
    next = index + 1;
  }
  pushGap(drawn, heights, { from: next, to: heights.count });
  return drawn;
}

function pushGap(drawn: Drawn[], heights: RowHeights, { from, to }: RowRange): void {
  const gap = heights.topOf(to) - heights.topOf(from);
  if (to > from) drawn.push({ gap, key: `gap ${drawn.filter((each) => 'gap' in each).length}` });
}
