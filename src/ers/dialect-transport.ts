import type { Dialect, Route } from './dialects/dialect.ts';
import { readAnswer } from './read-answer.ts';
import { TransportError, type ErsCall, type ErsTransport } from './transport.ts';

export interface DialectTransportOptions {
  /** What stands before the dialect's paths, without a slash at its end. */
  base: string;
  dialect: Dialect;
  fetch: typeof fetch;
}

/** For a host whose proxy only passes through: method and path are made here. */
export function createDialectTransport(options: DialectTransportOptions): ErsTransport {
  const { base, dialect, fetch } = options;
  return {
    async request(call, { signal } = {}) {
      signal?.throwIfAborted();
      const route = dialect.route(call);
      if (!route) throw new TransportError('no-answer', 'no');
      const init = { ...initOf(route, call), signal: signal ?? null };
      const response = await fetch(base + route.path, init).catch(() => {
        signal?.throwIfAborted();
        throw new TransportError('no-answer', 'maybe');
      });
      return readAnswer(response, signal);
    },
  };
}

function initOf({ method, headers }: Route, { body, file }: ErsCall): RequestInit {
  const content = file ? file.content.blob : body === undefined ? null : JSON.stringify(body);
  return { method, headers, body: content, credentials: 'include' };
}
