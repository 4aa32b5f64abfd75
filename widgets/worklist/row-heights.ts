/**
 * How high each row is and where it stands: measured where it was drawn, estimated where it was not.
 * Rows are known by their key, so that a height is kept when their order changes.
 */
export class RowHeights {
  private readonly known = new Map<string, number>();
  private keys: readonly string[] = [];
  private heights = new Float64Array();
  /** Of each row and, last, of the end. Made again at the first question after a change. */
  private tops: Float64Array | undefined;

  constructor(private readonly estimate: number) {}

  get count(): number {
    return this.keys.length;
  }

  setKeys(keys: readonly string[]): void {
    const estimate = this.usual();
    this.keys = keys;
    this.heights = Float64Array.from(keys, (key) => this.known.get(key) ?? estimate);
    this.tops = undefined;
  }

  /** Another width or text size: nothing that was measured holds. */
  forget(): void {
    this.known.clear();
    this.setKeys(this.keys);
  }

  /** True when it differs from what was thought. */
  measured(index: number, height: number): boolean {
    const key = this.keys[index];
    if (key === undefined) return false;
    this.known.set(key, height);
    if (Math.abs((this.heights[index] ?? 0) - height) < 0.5) return false;
    this.heights[index] = height;
    this.tops = undefined;
    return true;
  }

  /** Of the row, or of the end where there is no such row. */
  topOf(index: number): number {
    this.tops ??= topsOf(this.heights);
    return this.tops[Math.max(0, Math.min(index, this.count))] ?? 0;
  }

  /** The row that covers this offset; the last one below the end. */
  indexAt(offset: number): number {
    let low = 0;
    let high = Math.max(0, this.count - 1);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.topOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private usual(): number {
    if (this.known.size === 0) return this.estimate;
    let sum = 0;
    for (const height of this.known.values()) sum += height;
    return sum / this.known.size;
  }
}

function topsOf(heights: Float64Array): Float64Array {
  const tops = new Float64Array(heights.length + 1);
  for (let index = 0; index < heights.length; index += 1)
    tops[index + 1] = (tops[index] ?? 0) + (heights[index] ?? 0);
  return tops;
}
