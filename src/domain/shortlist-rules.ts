import type { Action } from './action.ts';
import { SHORTLIST_LIMIT, wayToBook, type Service } from './service.ts';

/**
 * How services for triage are chosen: among others, one alone, or not at all (api-platform.md §6,
 * A011 and A021).
 */
export type TriageWay = 'among-others' | 'alone' | 'not-here';

/** `can`: what the dialect offers, or what this user may do with it. */
export function triageWay(can: (action: Action) => boolean): TriageWay {
  if (!can('shortlist-triage-services')) return can('send-for-triage') ? 'alone' : 'not-here';
  return can('send-referral-for-triage') ? 'among-others' : 'not-here';
}

/** Nothing on it is booked: each service sees the referral first. */
export function isForTriage(shortlist: readonly Service[]): boolean {
  return shortlist.length > 0 && shortlist.every((service) => wayToBook(service) === 'triage');
}

export type ShortlistRefusal =
  | 'no-way-to-book'
  | 'triage-not-here'
  /** It is for triage, and there are others already. */
  | 'triage-goes-alone'
  /** What is there already is for triage. */
  | 'beside-triage'
  | 'full';

/** Why a service cannot be put on this shortlist, if so. */
export function shortlistRefusal(
  service: Service,
  shortlist: readonly Service[],
  way: TriageWay,
): ShortlistRefusal | undefined {
  const kind = wayToBook(service);
  if (kind === 'not-bookable') return 'no-way-to-book';
  if (kind === 'triage' && way === 'not-here') return 'triage-not-here';
  if (way === 'alone' && kind === 'triage' && shortlist.length > 0) return 'triage-goes-alone';
  if (way === 'alone' && isForTriage(shortlist)) return 'beside-triage';
  return shortlist.length >= SHORTLIST_LIMIT ? 'full' : undefined;
}
