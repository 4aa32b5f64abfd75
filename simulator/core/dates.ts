import { bankHolidays } from '../seed/bank-holidays.ts';
import { priorityContactDays } from '../seed/reference-data.ts';
import type { Core } from './core.ts';
import type { Referral } from './model.ts';

const DAY = 86_400_000;
/** e-RS does not publish when an announced letter is late. */
const LETTER_WORKING_DAYS = { on: 3, off: 10 } as const;

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

function isWorkingDay({ switches }: Core, instant: number): boolean {
  const weekday = new Date(instant).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  return switches.bankHolidaysAreWorkingDays || !bankHolidays.includes(dayOf(instant));
}

/** The day so many working days later. */
function workingDaysAfter(core: Core, instant: string, days: number): string {
  let at = Date.parse(instant);
  for (let left = days; left > 0;) {
    at += DAY;
    if (isWorkingDay(core, at)) left -= 1;
  }
  return dayOf(at);
}

export function createdAt({ history }: Pick<Referral, 'history'>): string {
  return history[0]?.at ?? '';
}

export function lastUpdatedAt({ history }: Pick<Referral, 'history'>): string {
  return history.at(-1)?.at ?? '';
}

export function letterDue(core: Core, referral: Referral): string {
  const days = LETTER_WORKING_DAYS[core.switches.letterDueInThreeDays ? 'on' : 'off'];
  return workingDaysAfter(core, createdAt(referral), days);
}

/** The day by which a deferred patient should hear from the provider. */
export function patientContactExpected(core: Core, referral: Referral): string | undefined {
  const days = priorityContactDays.find(({ code }) => code === referral.priority);
  const { appointment } = referral;
  return appointment && days
    ? workingDaysAfter(core, appointment.created, days.deferToProviderContactDays)
    : undefined;
}

export type ClinicalInformationStatus = 'PRESENT' | 'NOT_APPLICABLE' | 'NOT_DUE' | 'OVERDUE';

export function clinicalInformationStatus(
  core: Core,
  referral: Referral,
): ClinicalInformationStatus {
  if (referral.letters.length > 0) return 'PRESENT';
  if (referral.letterIntent === 'NOT_INTENDING_TO_ADD') return 'NOT_APPLICABLE';
  return letterDue(core, referral) > core.clock.iso().slice(0, 10) ? 'NOT_DUE' : 'OVERDUE';
}
