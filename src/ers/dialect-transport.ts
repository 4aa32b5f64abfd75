import type { Route } from './dialects/dialect.ts';
import { builtInDialect, type DialectName } from './dialects/dialects.ts';
import { readAnswer } from './read-answer.ts';
import {
  TransportError,
  type ErsCall,
  type ErsResponse,
  type ErsTransport,
  type OperationId,
} from './transport.ts';

export interface DialectTransportOptions {
  /** What stands before the dialect's paths, without a slash at its end. */
  base: string;
  dialect: DialectName;
  fetch: typeof fetch;
  /**
   * Who asks, for a server that calls e-RS itself: session key and ASID, or token, organisation and
   * function. Never in a page, where a proxy adds them.
   */
  identity?: (() => Readonly<Record<string, string>>) | undefined;
}

/** The one operation whose answer is a redirect: to a file outside e-RS. */
const REDIRECTED: OperationId = 'A042';

/**
 * For a host whose proxy only passes through, or for a server: method and path are made here. Throws
 * a `TypeError` for a dialect that is not built in.
 */
export function createDialectTransport(options: DialectTransportOptions): ErsTransport {
  const { base, identity } = options;
  const dialect = builtInDialect(options.dialect);
  return {
    async request(call, { signal } = {}) {
      signal?.throwIfAborted();
      const route = dialect.route(call);
      if (!route) throw new TransportError('no-answer', 'no');
      const send = createSender(options.fetch, signal);
      const response = await send(base + route.path, initOf(route, call, identity?.()));
      return call.operation === REDIRECTED
        ? followed(response, { send, base, signal })
        : readAnswer(response, signal);
    },
  };
}

type Send = (url: string, init: RequestInit) => Promise<Response>;

function createSender(fetch: DialectTransportOptions['fetch'], signal?: AbortSignal): Send {
  return (url, init) =>
    fetch(url, { ...init, signal: signal ?? null }).catch(() => {
      signal?.throwIfAborted();
      throw new TransportError('no-answer', 'maybe');
    });
}

function initOf(
  { method, headers: own }: Route,
  { body, file }: ErsCall,
  identity: Route['headers'] | undefined,
): RequestInit {
  const headers = { ...own, ...identity };
  const content = file ? file.content.blob : body === undefined ? null : JSON.stringify(body);
  return { method, headers, body: content, credentials: 'include', redirect: 'manual' };
}

/**
 * Fetches what e-RS redirects to, with nothing of ours: the URL is a secret of moments for another
 * origin. A browser does not tell where a redirect goes, so there the host's proxy must stream the
 * file. An error of the store is not one of e-RS: its body and status say nothing here.
 */
async function followed(
  response: Response,
  { send, base, signal }: { send: Send; base: string; signal: AbortSignal | undefined },
): Promise<ErsResponse> {
  if (response.type === 'opaqueredirect') return { status: 307, headers: {} };
  if (response.status !== 307) return readAnswer(response, signal);
  const { location, ...headers } = (await readAnswer(response, signal)).headers;
  const url = storeUrl(location, base);
  const stored = url && (await send(url, { credentials: 'omit', referrerPolicy: 'no-referrer' }));
  if (!stored || !stored.ok) return { status: 502, headers };
  const file = await readAnswer(stored, signal);
  return { ...file, headers: { ...headers, ...file.headers } };
}

/** Encrypted, unless e-RS itself stands here without encryption, as a simulator does. */
function storeUrl(location: string | undefined, base: string): string | undefined {
  const isSafe = location?.startsWith('https://') || base.startsWith('http://');
  return isSafe && URL.canParse(location ?? '') ? location : undefined;
}
