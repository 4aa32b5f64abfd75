import { addWorkingDays, type Instant, type LocalDate } from './instant.ts';
import { ukDayOf } from './uk-time.ts';

/**
 * The day by which a patient whose referral was deferred or sent for triage is contacted: working
 * days of the priority from when the appointment was `created`. Unknown when e-RS does not tell
 * how many (A004, PRIORITY).
 */
export function expectedContact(
  created: Instant,
  contactDays: number | undefined,
): LocalDate | undefined {
  return contactDays === undefined ? undefined : addWorkingDays(ukDayOf(created), contactDays);
}
