export const ORIGIN = 'http://localhost:4180';
export const HOST_SECRET = 'h'.repeat(32);

export interface PageCall {
  method?: string;
  body?: unknown;
  headers?: Record<string, string | undefined>;
  signal?: AbortSignal;
}

export interface SessionAnswer {
  csrf: string;
  roles: { businessFunction: string; organisation: { odsCode: string } }[];
  [key: string]: unknown;
}

/** What a browser page does: keeps the cookie, says its origin, sends the CSRF word. */
export class Page {
  cookie = '';
  csrf = '';

  constructor(readonly base: string) {}

  async call(path: string, { method = 'POST', body, headers = {}, signal }: PageCall = {}) {
    const all: Record<string, string | undefined> = {
      origin: ORIGIN,
      ...(this.cookie && { cookie: this.cookie }),
      ...(this.csrf && { 'ers-csrf': this.csrf }),
      ...(body !== undefined &&
        !(body instanceof FormData) && { 'content-type': 'application/json' }),
      ...headers,
    };
    const sent = Object.entries(all).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    const answer = await fetch(`${this.base}${path}`, {
      method,
      headers: sent,
      ...(signal && { signal }),
      ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
    });
    const set = answer.headers.get('set-cookie')?.split(';', 1)[0];
    if (set) this.cookie = set;
    return answer;
  }

  async redeem(ticket: string): Promise<SessionAnswer> {
    const answer = await this.call('/session/redeem', { body: { ticket } });
    const session = (await answer.json()) as SessionAnswer;
    this.csrf = session.csrf;
    return session;
  }

  chooseRole(businessFunction = 'REFERRING_CLINICIAN', odsCode = 'Y99001'): Promise<Response> {
    const body = { businessFunction, organisation: { odsCode } };
    return this.call('/session/role', { method: 'PUT', body });
  }

  bind(contextId: string, nhsNumber: string): Promise<Response> {
    const body = { contextId, nhsNumber, birthDate: '1968-03-14' };
    return this.call('/session/context', { method: 'PUT', body });
  }

  operation(call: TestCall, options: PageCall = {}): Promise<Response> {
    const body = { params: {}, contextId: 'ctx-a', correlationId: 'corr-1', ...call };
    return this.call(`/operations/${call.operation}`, { body, ...options });
  }

  upload(call: TestCall, content: BlobPart): Promise<Response> {
    const form = new FormData();
    const request = { params: {}, contextId: 'ctx-a', correlationId: 'corr-1', ...call };
    form.append('request', JSON.stringify(request));
    form.append('file', new Blob([content]), 'upload');
    return this.call('/operations/A020', { body: form });
  }
}

/** A call as a page sends it; a test may send what our own client never would. */
export interface TestCall {
  operation: string;
  params?: Record<string, string | number>;
  body?: unknown;
  file?: { name: string; ubrn: string; mediaType: string };
  contextId?: string;
  correlationId?: string;
  idempotencyKey?: string;
  ifMatch?: string;
  commRuleOrg?: string;
  [other: string]: unknown;
}

export function askForTicket(
  base: string,
  token: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${base}/session`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${HOST_SECRET}`,
      'content-type': 'application/json',
      ...headers,
    },
    body: JSON.stringify({ token }),
  });
}
