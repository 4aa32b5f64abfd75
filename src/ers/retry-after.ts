import { millisecondsOf, type Instant } from '../domain/instant.ts';

/** Milliseconds that a `Retry-After` asks to wait, in seconds or as a date; none when unreadable. */
export function retryAfter(header: string | undefined, now: Instant): number | undefined {
  if (header === undefined) return undefined;
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header) * 1000;
  const moment = /[A-Za-z]{3}/.test(header) ? Date.parse(header) : NaN;
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - millisecondsOf(now));
}
