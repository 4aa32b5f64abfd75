import { addDays, type Instant, type LocalDate } from './instant.ts';

const ZONE = 'Europe/London';
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const dayParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const timeParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const zoneName = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, timeZoneName: 'short' });
const weekdayName = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'short' });
const spoken = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

function part(format: Intl.DateTimeFormat, moment: Instant, type: string): string {
  const parts = format.formatToParts(new Date(moment));
  return parts.find((candidate) => candidate.type === type)?.value ?? '';
}

/** The day in England on which a moment falls. */
export function ukDayOf(moment: Instant): LocalDate {
  const [year, month, day] = ['year', 'month', 'day'].map((type) => part(dayParts, moment, type));
  return `${year}-${month}-${day}` as LocalDate;
}

/** `09:40` (NHS CUI: 24 hours, two digits). */
export function ukTime(moment: Instant): string {
  return `${part(timeParts, moment, 'hour')}:${part(timeParts, moment, 'minute')}`;
}

/** `09:40:07`, for what happened when. */
export function ukTimeWithSeconds(moment: Instant): string {
  return `${ukTime(moment)}:${part(timeParts, moment, 'second')}`;
}

export function ukZone(moment: Instant): 'BST' | 'GMT' {
  return part(zoneName, moment, 'timeZoneName') === 'BST' ? 'BST' : 'GMT';
}

/** `16-Mar-2027` (NHS CUI: month as text, two-digit day, hyphens). */
export function clinicalDate(date: LocalDate): string {
  const [year, month, day] = date.split('-');
  return `${day}-${MONTHS[Number(month) - 1]}-${year}`;
}

/** `Tue 16-Mar-2027`. */
export function clinicalDay(date: LocalDate): string {
  return `${weekdayName.format(new Date(`${date}T00:00:00Z`))} ${clinicalDate(date)}`;
}

/** `Thursday 22 October 2026`: for patients and screen readers. */
export function spokenDay(date: LocalDate): string {
  return spoken.format(new Date(`${date}T00:00:00Z`)).replace(',', '');
}

/** `Thu 22-Oct-2026 09:40 BST`. */
export function clinicalMoment(moment: Instant): string {
  return `${clinicalDay(ukDayOf(moment))} ${ukTime(moment)} ${ukZone(moment)}`;
}

/** Completed years on a given day. */
export function ageOn(birthDate: LocalDate, day: LocalDate): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** The first day in the range on which the clocks change, if any; both ends included. */
export function clockChangeBetween(from: LocalDate, to: LocalDate): LocalDate | undefined {
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const midnight = ukZone(`${day}T00:00:00.000Z` as Instant);
    if (midnight !== ukZone(`${day}T12:00:00.000Z` as Instant)) return day;
  }
  return undefined;
}
