import { plainMediaType } from '../domain/file-rules.ts';
import { PROXY_HEADER, type ErsResponse, type JsonValue } from './transport.ts';

/** The answer's headers that anyone here may read; the proxy lets no others through. */
const ANSWER_HEADERS: readonly string[] = [
  'content-disposition',
  'content-type',
  'date',
  'etag',
  'location',
  'retry-after',
  'x_ers_transaction_id',
  'x-request-id',
  PROXY_HEADER,
];

/**
 * Reads a whole answer. A body that breaks off or claims JSON and is none makes it `unreadable`:
 * its status has still been said.
 */
export async function readAnswer(response: Response, signal?: AbortSignal): Promise<ErsResponse> {
  const headers: Record<string, string> = {};
  for (const name of ANSWER_HEADERS) {
    const value = response.headers.get(name);
    if (value !== null) headers[name] = value;
  }
  const answer = { status: response.status, headers };
  try {
    const body = await readBody(response, plainMediaType(headers['content-type']));
    return body === undefined ? answer : { ...answer, body };
  } catch {
    signal?.throwIfAborted();
    return { ...answer, unreadable: true };
  }
}

async function readBody(response: Response, mediaType: string): Promise<ErsResponse['body']> {
  if (/[/+]json$/.test(mediaType)) {
    const text = await response.text();
    return text === '' ? undefined : (JSON.parse(text) as JsonValue);
  }
  const blob = await response.blob();
  return blob.size === 0 ? undefined : { kind: 'binary', mediaType, blob };
}
