import type { Ubrn } from '../domain/ubrn.ts';

/** The official number of an interaction, `'A015'`. Used by client, transport and proxy only. */
export type OperationId = `A0${number}`;

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue | undefined };

/** Bytes to send or as answered. A Blob, because that is what browsers upload and download. */
export interface BinaryBody {
  kind: 'binary';
  mediaType: string;
  blob: Blob;
}

/** What an interaction builds: no method, no path, no header names. The dialect makes those. */
export interface ErsRequest {
  operation: OperationId;
  /** Path and query values, by the names of the dialect's route. Validated again at the proxy. */
  params: Readonly<Record<string, string | number>>;
  body?: JsonValue | undefined;
  /** A020 only. */
  file?: { name: string; ubrn?: Ubrn | undefined; content: BinaryBody } | undefined;
  /** The version number alone; the transport makes `W/"n"` of it. */
  ifMatch?: string | undefined;
  /** ODS code. */
  commRuleOrg?: string | undefined;
  accept?: string | undefined;
}

/** One request on its way, with what ties it to a patient context and to the logs. */
export interface ErsCall extends ErsRequest {
  contextId: string;
  correlationId: string;
  /** Writes only: the proxy keeps the result under it. */
  idempotencyKey?: string | undefined;
}

/** The `request` part of an upload to the proxy. The bytes are the `file` part beside it. */
export type UploadCall = Omit<ErsCall, 'file'> & {
  file: { name: string; ubrn?: Ubrn | undefined; mediaType: string };
};

/** A local matter: never crosses a wire. Only reads and A020 may be aborted. */
export interface CallOptions {
  signal?: AbortSignal | undefined;
  onUploadProgress?: ((sentBytes: number, totalBytes: number) => void) | undefined;
}

export interface ErsResponse {
  status: number;
  /** Lower-case names, allow-listed by the proxy. */
  headers: Readonly<Record<string, string>>;
  /** Parsed JSON, bytes, or absent. `unreadable` is a body that claims JSON and is none. */
  body?: JsonValue | BinaryBody | undefined;
  unreadable?: boolean | undefined;
}

/**
 * The port to e-RS. Takes an operation, never a URL and never a token. Rejects with a
 * `TransportError` when there is no answer, with an AbortError when the caller aborted.
 */
export interface ErsTransport {
  request(call: ErsCall, options?: CallOptions): Promise<ErsResponse>;
}

/** No answer at all. `sent: 'no'` only where it is provable that nothing left. */
export class TransportError extends Error {
  override readonly name = 'TransportError';

  constructor(
    readonly reason: 'no-answer' | 'timed-out' | 'proxy-unreachable',
    readonly sent: 'no' | 'maybe',
  ) {
    super(`Transport: ${reason}`);
  }
}

/** The proxy's own word on its own answers, so that none is read as one of e-RS. */
export const PROXY_HEADER = 'ers-proxy';

export type ProxyMark = 'not-forwarded' | 'in-flight' | 'replayed';

/** By its bytes: JSON may call itself anything. */
export function isBinary(body: ErsResponse['body']): body is BinaryBody {
  return typeof body === 'object' && body !== null && 'blob' in body && body.blob instanceof Blob;
}
