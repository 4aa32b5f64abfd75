/** A moment, ISO 8601 in UTC with milliseconds: `2026-10-22T08:40:00.000Z`. */
export type Instant = string & { readonly brand: 'Instant' };

/** A day in England without a time, `yyyy-mm-dd`. Births and deadlines: never a moment. */
export type LocalDate = string & { readonly brand: 'LocalDate' };

/** Where the time comes from and how to wait for it. Always handed in, never read from the machine. */
export interface Clock {
  now(): Instant;
  /** Resolves after so many milliseconds; rejects with the signal's reason when aborted. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** Refuses moments without a zone, and those on days that do not exist. */
export function parseInstant(text: string): Instant | undefined {
  const milliseconds = ISO_INSTANT.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(milliseconds)) return undefined;
  const moment = instantOf(milliseconds);
  // A day that does not exist becomes another one, so a text that stays itself needs no second look:
  // a worklist has thirty thousand of them.
  return moment === text || parseLocalDate(text.slice(0, 10)) ? moment : undefined;
}

export function instantOf(epochMilliseconds: number): Instant {
  return new Date(epochMilliseconds).toISOString() as Instant;
}

export function millisecondsOf(moment: Instant): number {
  return Date.parse(moment);
}

/** Refuses days that do not exist, such as 30 February. */
export function parseLocalDate(text: string): LocalDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const day = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return undefined;
  return day.toISOString().startsWith(text) ? (text as LocalDate) : undefined;
}

export function addMilliseconds(moment: Instant, milliseconds: number): Instant {
  return instantOf(millisecondsOf(moment) + milliseconds);
}

export function addDays(date: LocalDate, days: number): LocalDate {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10) as LocalDate;
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(date: LocalDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** Weekends are left out and bank holidays are not, as e-RS counts its contact days. */
export function addWorkingDays(date: LocalDate, days: number): LocalDate {
  let day = date;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (weekdayOf(day) % 6 !== 0) left -= 1;
  }
  return day;
}
