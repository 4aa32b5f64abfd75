import type { Clock } from '../src/domain/instant.ts';
import type { Dialect } from '../src/ers/dialects/dialect.ts';
import type { Audit } from './audit.ts';
import type { Config } from './config.ts';
import type { Diagnostics } from './diagnostics.ts';
import type { Upstream } from './forward.ts';
import type { Intents } from './idempotency.ts';
import type { Identity } from './identity.ts';
import type { Keys } from './keys.ts';
import type { ObjectStore } from './object-store.ts';
import type { RateBucket } from './rate-bucket.ts';
import type { SessionStore } from './session-store.ts';
import type { Tickets } from './ticket.ts';

/** Everything the routes work with; made once, in `app.ts`. */
export interface Ports {
  config: Config;
  dialect: Dialect;
  clock: Clock;
  newId: () => string;
  keys: Keys;
  sessions: SessionStore;
  tickets: Tickets;
  intents: Intents;
  bucket: RateBucket;
  upstream: Upstream;
  identity: Identity;
  objectStore: ObjectStore;
  audit: Audit;
  log: Diagnostics;
}
