import type { Instant } from '../../src/domain/instant.ts';
import type { Referral } from '../../src/domain/referral.ts';
import { clinicalDate, clinicalMoment, ukDayOf, ukTime } from '../../src/domain/uk-time.ts';
import { STATE_NAMES } from '../../src/ui/referral-words.ts';

export const NOT_RETURNED = 'Not returned by e-RS';

/** e-RS says "returned with advice" in two ways (states.md §2, 13). */
export function isReturnedWithAdvice({ state }: Pick<Referral, 'state'>): boolean {
  const isSaid = state.reason?.code === 'RETURN_TO_REFERRER_WITH_ADVICE';
  return (
    state.code === 'TRIAGE_RESPONSE' || (state.code === 'TRIAGED_PROVIDER_TO_ACTION' && isSaid)
  );
}

export function stateWords(referral: Pick<Referral, 'state'>): string {
  return isReturnedWithAdvice(referral)
    ? STATE_NAMES.TRIAGE_RESPONSE
    : STATE_NAMES[referral.state.code];
}

/** `23-Nov-2026 10:51`. */
export function dateAndTime(moment: Instant): string {
  return `${clinicalDate(ukDayOf(moment))} ${ukTime(moment)}`;
}

export function appointmentWords({ appointment }: Pick<Referral, 'appointment'>): string {
  if (!appointment) return 'None';
  const { status, start, end } = appointment;
  if (!start) return status === 'proposed' ? 'None yet' : status;
  const until = end ? ` to ${ukTime(end)}` : '';
  return `${clinicalMoment(start)}${until}${status === 'booked' ? '' : `, ${status}`}`;
}

export function serviceWords({ appointment, shortlist, specialty }: Referral): string {
  const first = shortlist?.length === 1 ? shortlist[0] : undefined;
  const service = appointment?.service ?? first;
  const name = service && (service.name ?? `Service ${service.id}`);
  return [name, specialty?.display ?? specialty?.code].filter(Boolean).join(', ') || NOT_RETURNED;
}

export function clinicianWords({ appointment }: Pick<Referral, 'appointment'>): string {
  const clinician = appointment?.clinician;
  return clinician ? (clinician.name ?? `User ${clinician.sdsUserId}`) : 'Not assigned';
}

export function clinicalInformationWords({
  clinicalInfoFirstSubmitted: first,
  clinicalInfoLastUpdated: updated,
}: Referral): string {
  if (!first) return updated ? `Updated ${dateAndTime(updated)}` : NOT_RETURNED;
  const sameDay = updated && ukDayOf(updated) === ukDayOf(first);
  const later = updated && updated !== first;
  if (!later) return `First ${dateAndTime(first)}`;
  return `First ${dateAndTime(first)}, updated ${sameDay ? ukTime(updated) : dateAndTime(updated)}`;
}
