import type { Instant, LocalDate } from '../domain/instant.ts';
import type { Patient, PersonName } from '../domain/patient.ts';
import { ageOn, clinicalDate, spokenDay, ukDayOf, ukTime, ukZone } from '../domain/uk-time.ts';

/** `SMITH, John (Mr)`: family name in capitals, never cut (NHS CUI, NID-0001 to 0008). */
export function personName({ family, given, title }: PersonName): string {
  const first = given ? `, ${given}` : '';
  return `${family.toLocaleUpperCase('en-GB')}${first}${title ? ` (${title})` : ''}`;
}

/** The name as the record has it; in words where it has none. */
export function patientName({ name }: Patient): string {
  return name ? personName(name) : 'Name not recorded';
}

/** `14-Mar-1968 (58y)`; in the first two years months, in the first month days. */
export function bornWithAge(birthDate: LocalDate, today: LocalDate): string {
  return `${clinicalDate(birthDate)} (${age(birthDate, today)})`;
}

/** `58y`, `7m`, `12d`: never a "0y" for a newborn. */
export function age(birthDate: LocalDate, day: LocalDate): string {
  const years = ageOn(birthDate, day);
  if (years >= 2) return `${years}y`;
  const months = monthsBetween(birthDate, day);
  return months >= 1 ? `${months}m` : `${daysBetween(birthDate, day)}d`;
}

function monthsBetween(from: LocalDate, to: LocalDate): number {
  const months = (date: LocalDate): number =>
    Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return months(to) - months(from) - (to.slice(8) < from.slice(8) ? 1 : 0);
}

function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** `09:40, Thursday 22 October 2026, British Summer Time`: for patients and screen readers. */
export function spokenMoment(moment: Instant): string {
  const zone = ukZone(moment) === 'BST' ? 'British Summer Time' : 'Greenwich Mean Time';
  return `${ukTime(moment)}, ${spokenDay(ukDayOf(moment))}, ${zone}`;
}

/** `1.1 MB`, `212 KB`, `18 bytes`. Rounded up, so that a file over the 5 MB limit never reads "5.0 MB". */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return counted(bytes, 'byte');
  const kilobytes = Math.ceil(bytes / 1024);
  if (kilobytes < 1000) return `${kilobytes} KB`;
  return `${(Math.ceil((bytes / 1024 / 1024) * 10) / 10).toFixed(1)} MB`;
}

/** `1 minute 34 seconds`, `3 seconds`. */
export function lengthOfTime(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = Math.floor(seconds % 60);
  const parts = [
    minutes > 0 && counted(minutes, 'minute'),
    (rest > 0 || minutes === 0) && counted(rest, 'second'),
  ];
  return parts.filter(Boolean).join(' ');
}

/** `1 service`, `3 services`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${wholeNumber(count)} ${count === 1 ? noun : plural}`;
}

/** `1,000`. */
export function wholeNumber(value: number): string {
  return value.toLocaleString('en-GB');
}
