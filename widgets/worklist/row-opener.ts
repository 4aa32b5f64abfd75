import type { DeskRow } from '../../src/domain/provider-desk.ts';
import type { ListDesk } from './list-desk.ts';
import { STALE } from './row-details.ts';

/** A press on a row: its record, or its details in place where the role may not open it. */
export async function openRow(desk: ListDesk, row: DeskRow): Promise<void> {
  const { flow, place } = desk;
  place.current = row.ubrn;
  if (flow.state.isStale) desk.say(STALE);
  else if (flow.state.opening.allowed) await openRecord(desk, row);
  else if (place.details === row.ubrn) closeDetails(desk);
  else showDetails(desk, row);
  desk.redraw();
}

/** Asks whoever listens, then the host. What came of it is said in the details of the row. */
export async function openRecord(desk: ListDesk, row: DeskRow): Promise<void> {
  const { ubrn } = row;
  if (desk.opening?.status === 'asking' || !desk.asksToOpen(row)) return;
  if (!desk.openRow) {
    showDetails(desk, row);
    return;
  }
  desk.opening = { ubrn, status: 'asking' };
  desk.say('Asking your clinical system to open the record');
  desk.redraw();
  try {
    await desk.openRow(row);
    desk.opening = undefined;
  } catch (error) {
    desk.opening = { ubrn, status: 'failed', code: codeOf(error) };
    desk.place.details = ubrn;
    desk.say('The record did not open. The reason is below its row', 'assertive');
  }
  desk.redraw();
}

export function closeDetails(desk: ListDesk): void {
  desk.place.details = undefined;
  desk.redraw();
}

function showDetails(desk: ListDesk, { ubrn }: DeskRow): void {
  desk.place.details = ubrn;
  desk.browser.thaw();
  desk.say('Details are open below the row');
  desk.redraw();
}

/** A `HostError` has one; its class is not loaded for that. */
function codeOf(error: unknown): string | undefined {
  const isCoded = error instanceof Error && 'code' in error && typeof error.code === 'string';
  return isCoded ? String(error.code) : undefined;
}
