import { Readable } from 'node:stream';
import { Agent, request } from 'undici';
import { notForwarded, type Refusal } from './answers.ts';

const HEADERS_MS = 30_000;
/** The only headers of an object store that a page has use for. */
const PASSED = ['content-type', 'content-disposition', 'content-length'] as const;

/** Where e-RS keeps the bytes of files; another place, to which nothing of ours is told. */
export interface ObjectStore {
  /** The file as it comes in, or why there is none. The address is used at once and never logged. */
  fetchFile(address: string, signal: AbortSignal): Promise<Response | Refusal>;
  close(): Promise<void>;
}

/** `mayBePlain`: beside an e-RS that is itself on plain http, for training. */
export function createObjectStore({ mayBePlain }: { mayBePlain: boolean }): ObjectStore {
  const dispatcher = new Agent({ headersTimeout: HEADERS_MS, bodyTimeout: HEADERS_MS });
  const unreadable = notForwarded(502, 'answer-not-readable', 'Location');
  return {
    async fetchFile(address, signal) {
      const url = URL.parse(address);
      const isSafe = url?.protocol === 'https:' || (mayBePlain && url?.protocol === 'http:');
      if (!url || !isSafe) return unreadable;
      try {
        const { statusCode, headers, body } = await request(url, { dispatcher, signal });
        if (statusCode !== 200) {
          await body.dump();
          return notForwarded(502, 'upstream-failed');
        }
        const passed = PASSED.flatMap((name) => {
          const value = headers[name];
          return typeof value === 'string' ? [[name, value] as [string, string]] : [];
        });
        return new Response(Readable.toWeb(body) as ReadableStream, { headers: passed });
      } catch {
        return notForwarded(502, 'upstream-failed');
      }
    },
    close: () => dispatcher.close(),
  };
}
