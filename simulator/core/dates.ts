import { priorityContactDays } from '../seed/reference-data.ts';
import type { Core } from './core.ts';
import type { Referral } from './model.ts';

const DAY = 86_400_000;
/** e-RS does not publish when an announced letter is late. */
const LETTER_WORKING_DAYS = 3;

/** The day so many working days later; weekends do not count, bank holidays do. */
function workingDaysAfter(instant: string, days: number): string {
  let at = Date.parse(instant);
  for (let left = days; left > 0;) {
    at += DAY;
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return new Date(at).toISOString().slice(0, 10);
}

export function createdAt({ history }: Pick<Referral, 'history'>): string {
  return history[0]?.at ?? '';
}

export function lastUpdatedAt({ history }: Pick<Referral, 'history'>): string {
  return history.at(-1)?.at ?? '';
}

export function letterDue(referral: Referral): string {
  return workingDaysAfter(createdAt(referral), LETTER_WORKING_DAYS);
}

/** The day by which a deferred patient should hear from the provider. */
export function patientContactExpected(referral: Referral): string | undefined {
  const days = priorityContactDays.find(({ code }) => code === referral.priority);
  const { appointment } = referral;
  return appointment && days
    ? workingDaysAfter(appointment.created, days.deferToProviderContactDays)
    : undefined;
}

export type ClinicalInformationStatus = 'PRESENT' | 'NOT_APPLICABLE' | 'NOT_DUE' | 'OVERDUE';

export function clinicalInformationStatus(
  core: Core,
  referral: Referral,
): ClinicalInformationStatus {
  if (referral.letters.length > 0) return 'PRESENT';
  if (referral.letterIntent === 'NOT_INTENDING_TO_ADD') return 'NOT_APPLICABLE';
  return letterDue(referral) > core.clock.iso().slice(0, 10) ? 'NOT_DUE' : 'OVERDUE';
}
