import { grid } from '../seed/postcodes.ts';

/** Whole miles, at least 1; undefined when either postcode is unknown. */
export function milesBetween(from: string, to: string): number | undefined {
  const [start, end] = [place(from), place(to)];
  if (!start || !end) return undefined;
  return Math.max(1, Math.round(Math.hypot(start[0] - end[0], start[1] - end[1])));
}

export function isKnownPostcode(postcode: string): boolean {
  return place(postcode) !== undefined;
}

function place(postcode: string): readonly [number, number] | undefined {
  return grid[postcode.replace(/\s/g, '').toUpperCase().slice(0, -3)];
}
