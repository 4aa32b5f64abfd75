import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Clock } from '../src/domain/instant.ts';
import { dialectOf, type DialectName } from '../src/ers/dialects/dialects.ts';
import { jsonResponse, notForwarded, refusalResponse } from './answers.ts';
import { openAudit } from './audit.ts';
import { listedOriginsOnly, noStore, plainTargetsOnly } from './browser-guard.ts';
import type { Config } from './config.ts';
import type { Diagnostics } from './diagnostics.ts';
import type { Upstream } from './forward.ts';
import { HscnIdentity } from './hscn-identity.ts';
import { Intents } from './idempotency.ts';
import type { Identity, IdentityPorts } from './identity.ts';
import { deriveKeys } from './keys.ts';
import { addOperationRoutes } from './operation-routes.ts';
import { createObjectStore } from './object-store.ts';
import { PlatformIdentity } from './platform-identity.ts';
import type { Ports } from './ports.ts';
import { RateBucket } from './rate-bucket.ts';
import { addIntentRoutes } from './intent-routes.ts';
import { addHostRoute, addSessionRoutes } from './session-routes.ts';
import { SessionStore } from './session-store.ts';
import type { Store } from './store.ts';
import { createTickets } from './ticket.ts';

const LARGEST_BODY = 10 * 1024 * 1024;

const IDENTITIES: Readonly<Record<DialectName, (ports: IdentityPorts) => Identity>> = {
  hscn: (ports) => new HscnIdentity(ports),
  'api-platform': (ports) => new PlatformIdentity(ports),
};

export interface ProxyPorts {
  config: Config;
  clock: Clock;
  newId: () => string;
  store: Store;
  upstream: Upstream;
  log: Diagnostics;
}

export interface Proxy {
  fetch: Hono['fetch'];
  /** Resolves when every call has ended, those whose browser has gone included. */
  drained(): Promise<void>;
  close(): Promise<void>;
}

export function createProxy(given: ProxyPorts): Proxy {
  const ports = compose(given);
  const work = countWork();
  const app = new Hono();
  app.use(work.count, noStore, plainTargetsOnly(given.newId));
  app.use(bodyLimit({ maxSize: LARGEST_BODY, onError: () => refuse(413, 'bad-request') }));
  app.get('/health', () => jsonResponse(200, { status: 'ok' }));
  addHostRoute(app, ports);
  app.use('/session/*', listedOriginsOnly(given.config.allowedOrigins, given.newId));
  app.use('/operations/*', listedOriginsOnly(given.config.allowedOrigins, given.newId));
  addSessionRoutes(app, ports);
  addIntentRoutes(app, ports);
  addOperationRoutes(app, ports);
  app.notFound(() => refuse(404, 'not-found'));
  app.onError((error) => {
    const correlationId = given.newId();
    given.log({ event: 'failed', correlationId, error: error.name });
    // Unmarked: whether e-RS has acted is not known here.
    return refusalResponse({ status: 500, reason: 'no-answer' }, correlationId);
  });

  function refuse(status: number, reason: 'bad-request' | 'not-found'): Response {
    return refusalResponse(notForwarded(status, reason), given.newId());
  }

  return {
    fetch: app.fetch,
    drained: work.none,
    async close() {
      await given.upstream.close();
      await ports.objectStore.close();
      ports.audit.close();
    },
  };
}

function compose({ config, clock, newId, store, upstream, log }: ProxyPorts): Ports {
  const dialect = dialectOf(config.dialect);
  if (!dialect) throw new Error('The configuration names no dialect of e-RS.');
  const keys = deriveKeys(config.cookieSecret);
  const { asid, fqdn, auditFile, requestsPerSecond } = config;
  const bucket = new RateBucket({ perSecond: requestsPerSecond, clock });
  const audit = openAudit({ file: auditFile, clock, asid, fqdn, key: keys.audit });
  return {
    config,
    dialect,
    clock,
    newId,
    keys,
    sessions: new SessionStore(store),
    tickets: createTickets(store),
    intents: new Intents(store, clock),
    bucket,
    upstream,
    identity: IDENTITIES[dialect.name]({ upstream, bucket, audit, asid }),
    objectStore: createObjectStore({ mayBePlain: config.upstream.startsWith('http:') }),
    audit,
    log,
  };
}

function countWork(): { count: MiddlewareHandler; none(): Promise<void> } {
  let underWay = 0;
  let waiting: (() => void)[] = [];
  return {
    count: async (_, next) => {
      underWay += 1;
      await next().finally(() => {
        underWay -= 1;
        if (underWay > 0) return;
        waiting.forEach((resolve) => resolve());
        waiting = [];
      });
    },
    none: () => (underWay === 0 ? Promise.resolve() : new Promise((done) => waiting.push(done))),
  };
}
