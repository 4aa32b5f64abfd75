import { openClient, type DialectFacts, type ErsClientPorts } from './open-client.ts';
import { advisingVerbs, type AdvisingVerbs } from './verbs/advising.ts';
import { appointmentVerbs, type AppointmentVerbs } from './verbs/appointments.ts';
import { bookingVerbs, type BookingVerbs } from './verbs/booking.ts';
import { directoryVerbs, type DirectoryVerbs } from './verbs/directory.ts';
import { listingVerbs, type ListingVerbs } from './verbs/listing.ts';
import { referringVerbs, type ReferringVerbs } from './verbs/referring.ts';
import { reviewingVerbs, type ReviewingVerbs } from './verbs/reviewing.ts';
import { shortlistingVerbs, type ShortlistingVerbs } from './verbs/shortlisting.ts';

/**
 * The typed e-RS client, one verb per interaction. Reads reject with `ErsError`; writes resolve to
 * a `WriteResult` and are sent once.
 */
export interface ErsClient
  extends
    DialectFacts,
    ReferringVerbs,
    BookingVerbs,
    AppointmentVerbs,
    ReviewingVerbs,
    ListingVerbs,
    ShortlistingVerbs,
    AdvisingVerbs,
    DirectoryVerbs {}

/** Throws an `ErsError` for a dialect that is not built in. */
export function createErsClient(ports: ErsClientPorts): ErsClient {
  const { facts, calls } = openClient(ports);
  return {
    ...facts,
    ...referringVerbs(calls),
    ...bookingVerbs(calls),
    ...appointmentVerbs(calls),
    ...reviewingVerbs(calls),
    ...listingVerbs(calls),
    ...shortlistingVerbs(calls),
    ...advisingVerbs(calls),
    ...directoryVerbs(calls),
  };
}
