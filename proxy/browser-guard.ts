import type { Context, MiddlewareHandler } from 'hono';
import { PASSED_HEADERS } from './answer-headers.ts';
import { MARK_HEADER, notForwarded, refusalResponse } from './answers.ts';

const EXPOSED = [...PASSED_HEADERS, 'location', MARK_HEADER].join(', ');

/** Our paths need no escapes and no queries: anything else is somebody trying. */
const TARGET = /^(\/[\w-]+)+$/;

/** Refuses a request line whose target is not one of the plain paths of this proxy. */
export function plainTargetsOnly(newId: () => string): MiddlewareHandler {
  return async (c, next) => {
    const { pathname, search } = new URL(c.req.url);
    const target = rawTarget(c) ?? pathname + search;
    if (!TARGET.test(target)) return refusalResponse(notForwarded(404, 'not-found'), newId());
    await next();
    return undefined;
  };
}

/** As it stood on the wire: URL parsing has already folded `..` and `\`. */
function rawTarget(c: Context): string | undefined {
  const env: unknown = c.env;
  if (typeof env !== 'object' || env === null || !('incoming' in env)) return undefined;
  const { incoming } = env;
  if (typeof incoming !== 'object' || incoming === null || !('url' in incoming)) return undefined;
  return String(incoming.url);
}

/**
 * Only pages of the listed origins may call, with credentials. The list's own string is answered,
 * never the caller's. A read may come without an Origin when the browser says it is same-origin.
 */
export function listedOriginsOnly(
  origins: readonly string[],
  newId: () => string,
): MiddlewareHandler {
  return async (c, next) => {
    const given = c.req.header('origin');
    const listed = origins.find((origin) => origin === given);
    const site = c.req.header('sec-fetch-site') ?? 'same-origin';
    const sameOriginRead = !given && c.req.method === 'GET' && site === 'same-origin';
    if (!listed && !sameOriginRead) {
      return refusalResponse(notForwarded(403, 'proxy-refused', 'Origin'), newId());
    }
    if (c.req.method === 'OPTIONS') c.res = new Response(null, { status: 204 });
    else await next();
    c.res.headers.set('vary', 'Origin');
    if (listed) allow(c.res.headers, listed);
    if (c.req.method === 'OPTIONS') preflight(c.res.headers);
    return undefined;
  };
}

function allow(headers: Headers, origin: string): void {
  headers.set('access-control-allow-origin', origin);
  headers.set('access-control-allow-credentials', 'true');
  headers.set('access-control-expose-headers', EXPOSED);
}

function preflight(headers: Headers): void {
  headers.set('access-control-allow-methods', 'GET, POST, PUT, DELETE');
  headers.set('access-control-allow-headers', 'content-type, ers-csrf');
  headers.set('access-control-max-age', '600');
}

/** Every answer: clinical content is kept by no cache and never guessed at. */
export const noStore: MiddlewareHandler = async (c, next) => {
  await next();
  c.res.headers.set('cache-control', 'no-store');
  c.res.headers.set('x-content-type-options', 'nosniff');
  c.res.headers.set('referrer-policy', 'no-referrer');
};
