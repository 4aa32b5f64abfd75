import type { ConnectPorts } from '../../src/connect.ts';

/** `fetch` tells nothing of an upload's progress, so files go by XMLHttpRequest. */
export const uploadWithProgress: ConnectPorts['upload'] = (url, { headers, body }, options) =>
  new Promise((resolve, reject) => {
    const { signal, onUploadProgress } = options;
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.withCredentials = true;
    request.responseType = 'blob';
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onUploadProgress?.(loaded, total);
    request.onload = () => resolve(responseOf(request));
    request.onerror = () => reject(new TypeError('The upload failed'));
    request.onabort = () => reject(signal?.reason ?? new DOMException('Stopped', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(body);
  });

const HEADER_LINE = /^([^:]+):\s*(.*)$/;

function responseOf(request: XMLHttpRequest): Response {
  const headers = new Headers();
  for (const line of request.getAllResponseHeaders().trim().split(/\r\n/)) {
    const [, name, value] = HEADER_LINE.exec(line) ?? [];
    if (name) headers.append(name, value ?? '');
  }
  const bodyless = request.status === 204 || request.status === 304;
  const body = request.response as Blob;
  return new Response(bodyless ? null : body, { status: request.status, headers });
}
