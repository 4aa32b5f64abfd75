import type { Problem } from '../domain/problem.ts';
import type { Ubrn } from '../domain/ubrn.ts';
import type { ReferDesk } from './refer-desk.ts';

/**
 * Once the user has signed in again: what could not be read for want of a session is read, and what
 * was refused for it is as it was before. No write is sent again.
 */
export function askAgain(desk: ReferDesk, open: (ubrn: Ubrn) => void): void {
  const { ports, store, start, parts, lost } = desk;
  const { find, create } = start;
  if (ports.earlier.state.status === 'not-known') void ports.earlier.ask();
  lost?.signedInAgain();
  if (wasRefused(find.state.lists)) void find.actions.loadLists();
  if (wasRefused(find.state.search)) void find.actions.search();
  if (wasRefused(create.state.phase)) create.actions.back();
  const { opened } = store.state;
  if (opened.status === 'failed' && wasRefused(opened)) open(opened.ubrn);
  if (!parts) return;
  if (wasRefused(parts.letters.state.phase)) parts.letters.actions.back();
  const letter = parts.patientLetter;
  if (wasRefused(letter.state)) void letter.actions.fetch();
  parts.booking.actions.signedInAgain();
}

function wasRefused(part: { status: string; problem?: Problem }): boolean {
  return part.problem?.reason === 'session-ended';
}
