import type { Action } from '../domain/action.ts';
import type { DeskRow } from '../domain/provider-desk.ts';
import type { Ubrn } from '../domain/ubrn.ts';
import type { Place } from '../domain/worklist-place.ts';

/** The list from which a record was opened. */
export interface OpenedFrom {
  placeOf(ubrn: Ubrn): Place | undefined;
  /** Something was done: its row says so until the next load. */
  finish(ubrn: Ubrn, action: Action): void;
  /** Opens another record, of whichever patient: the host is asked for it. */
  open(row: DeskRow): void;
}
