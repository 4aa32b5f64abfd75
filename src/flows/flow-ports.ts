import type { Clock } from '../domain/instant.ts';
import type { Patient } from '../domain/patient.ts';
import type { Ubrn } from '../domain/ubrn.ts';
import type { Role, User } from '../domain/user.ts';
import type { DialectFacts } from '../ers/open-client.ts';
import type { BookingVerbs } from '../ers/verbs/booking.ts';
import type { ListingVerbs } from '../ers/verbs/listing.ts';
import type { ReferringVerbs } from '../ers/verbs/referring.ts';
import type { HostLookUps, WriteBackRequest, WriteBackResult } from '../host/host-adapter.ts';
import type { DraftPort, JournalPort } from '../journal/ports.ts';
import type { EarlierWrites } from './earlier-writes.ts';

/** As much of e-RS as the desks here use; a page loads no more. */
export interface DeskClient extends DialectFacts, ReferringVerbs, BookingVerbs, ListingVerbs {}

/** What every flow works with: one patient, one user in one role, and the ways out. */
export interface FlowPorts {
  client: DeskClient;
  journal: JournalPort;
  earlier: EarlierWrites;
  /** Ends an unknown write at the proxy, by the user's name: the referral, or that there is none. */
  foundOut: (intentId: string, ubrn: Ubrn | undefined) => Promise<void>;
  drafts: DraftPort;
  clock: Clock;
  /** A fresh UUID, for intents. */
  newId: () => string;
  contextId: string;
  patient: Patient;
  user: User;
  role: Role;
  lookUps: HostLookUps;
  writeBack?: ((request: WriteBackRequest) => Promise<WriteBackResult>) | undefined;
}
