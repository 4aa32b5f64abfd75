import { openClient, type DialectFacts, type ErsClientPorts } from './open-client.ts';
import { bookingVerbs, type BookingVerbs } from './verbs/booking.ts';
import { referringVerbs, type ReferringVerbs } from './verbs/referring.ts';
import { reviewingVerbs, type ReviewingVerbs } from './verbs/reviewing.ts';
import { shortlistingVerbs, type ShortlistingVerbs } from './verbs/shortlisting.ts';

/**
 * The typed e-RS client, one verb per interaction. Reads reject with `ErsError`; writes resolve to
 * a `WriteResult` and are sent once.
 */
export interface ErsClient
  extends DialectFacts, ReferringVerbs, BookingVerbs, ReviewingVerbs, ShortlistingVerbs {}

/** Throws an `ErsError` for a dialect that is not built in. */
export function createErsClient(ports: ErsClientPorts): ErsClient {
  const { facts, calls } = openClient(ports);
  return {
    ...facts,
    ...referringVerbs(calls),
    ...bookingVerbs(calls),
    ...reviewingVerbs(calls),
    ...shortlistingVerbs(calls),
  };
}
