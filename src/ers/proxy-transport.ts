import { readAnswer } from './read-answer.ts';
import {
  TransportError,
  type CallOptions,
  type ErsCall,
  type ErsTransport,
  type UploadCall,
} from './transport.ts';

/** Sends a form with progress. Rejects as `fetch` does: with the abort's reason, or a TypeError. */
export type UploadPort = (url: string, form: UploadForm, options: CallOptions) => Promise<Response>;

/** A multipart POST with the session cookie. */
export interface UploadForm {
  headers: Readonly<Record<string, string>>;
  body: FormData;
}

export interface ProxyTransportOptions {
  /** Of the proxy, without a slash at its end. */
  base: string;
  fetch: typeof fetch;
  /** What the session gave for `Ers-Csrf`; it changes with the session. */
  csrf: () => string;
  /** Without it files go by `fetch`, which tells no progress. */
  upload?: UploadPort | undefined;
}

/** Calls go to our proxy as `POST {base}/operations/{operation}`: no UBRN is ever in a URL. */
export function createProxyTransport(options: ProxyTransportOptions): ErsTransport {
  const { base, csrf } = options;
  const send = createSender(options);
  return {
    async request(call, callOptions = {}) {
      const { signal } = callOptions;
      signal?.throwIfAborted();
      const url = `${base}/operations/${call.operation}`;
      const headers = { Accept: 'application/json, */*', 'Ers-Csrf': csrf() };
      const response = await send(url, { call, headers }, callOptions).catch(() => {
        signal?.throwIfAborted();
        throw new TransportError('proxy-unreachable', 'maybe');
      });
      return readAnswer(response, signal);
    },
  };
}

interface Outgoing {
  call: ErsCall;
  headers: Record<string, string>;
}

type Send = (url: string, out: Outgoing, options: CallOptions) => Promise<Response>;

function createSender({ fetch, upload }: ProxyTransportOptions): Send {
  const post = (
    url: string,
    init: { headers: Readonly<Record<string, string>>; body: string | FormData },
    signal: AbortSignal | undefined,
  ): Promise<Response> =>
    fetch(url, { method: 'POST', credentials: 'include', signal: signal ?? null, ...init });

  return async (url, { call, headers }, options) => {
    if (call.file) {
      const form = { headers, body: uploadForm(call, call.file) };
      return upload ? upload(url, form, options) : post(url, form, options.signal);
    }
    const json = { ...headers, 'Content-Type': 'application/json' };
    return post(url, { headers: json, body: JSON.stringify(call) }, options.signal);
  };
}

function uploadForm(call: ErsCall, file: NonNullable<ErsCall['file']>): FormData {
  const { name, ubrn, content } = file;
  const head: UploadCall = { ...call, file: { name, ubrn, mediaType: content.mediaType } };
  const form = new FormData();
  form.append('request', JSON.stringify(head));
  form.append('file', content.blob, name);
  return form;
}
