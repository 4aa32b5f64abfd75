import type { DeskRow } from './provider-desk.ts';
import type { Ubrn } from './ubrn.ts';
import type { SinceLast } from './worklist-since.ts';

/** Where a record stands in the list it was opened from. */
export interface Place {
  /** From 1. */
  position: number;
  total: number;
  previous?: DeskRow | undefined;
  /** The next that nothing was decided on since the list was loaded. */
  next?: DeskRow | undefined;
}

/** `undefined` for a record that is not in the list, or is not found in it. */
export function placeOf(
  rows: readonly DeskRow[],
  ubrn: Ubrn,
  isFinished: (ubrn: Ubrn) => boolean,
): Place | undefined {
  const at = rows.findIndex((row) => row.ubrn === ubrn);
  if (at < 0) return undefined;
  return {
    position: at + 1,
    total: rows.length,
    previous: rows[at - 1],
    next: rows.slice(at + 1).find((row) => !isFinished(row.ubrn)),
  };
}

/** The next row below that is new or changed; from the top again when there is none below. */
export function nextMarked(
  rows: readonly DeskRow[],
  { marks }: Pick<SinceLast, 'marks'>,
  after: Ubrn | undefined,
): DeskRow | undefined {
  const from = rows.findIndex(({ ubrn }) => ubrn === after) + 1;
  return [...rows.slice(from), ...rows.slice(0, from)].find(({ ubrn }) => marks.has(ubrn));
}
