import type { OperationId } from '../src/ers/transport.ts';
import type { UpstreamAnswer } from './forward.ts';

/** Everything of e-RS's answer that a browser may see beside status and body. */
export const PASSED_HEADERS = [
  'etag',
  'content-type',
  'content-disposition',
  'retry-after',
  'date',
  'x_ers_transaction_id',
  'x-request-id',
] as const;

const STORED_FILE = /Binary\/[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;
const TEXT = /^(text\/|application\/([\w.-]+\+)?(json|xml))/;
const REMOVED = '[removed]';

/** What must never reach a browser, wherever e-RS may echo it. */
export interface Secrets {
  sessionKey: string;
  token: string;
  asid: string;
}

/** The answer as a browser may have it. */
export function outbound(
  answer: UpstreamAnswer,
  operation: OperationId,
  secrets: Secrets,
): UpstreamAnswer {
  const headers: Record<string, string> = {};
  for (const name of PASSED_HEADERS) {
    const value = answer.headers[name];
    if (value !== undefined) headers[name] = strip(value, [secrets.sessionKey, secrets.token]);
  }
  // e-RS may answer with its own host in it; the file's name below the base is all that is of use.
  const location = STORED_FILE.exec(answer.headers['location'] ?? '')?.[0];
  if (operation === 'A020' && location) headers['location'] = location;
  return { status: answer.status, headers, body: withoutSecrets(answer, secrets) };
}

function withoutSecrets(
  { status, headers, body }: UpstreamAnswer,
  { sessionKey, token, asid }: Secrets,
): Uint8Array<ArrayBuffer> {
  if (!TEXT.test(headers['content-type'] ?? '')) return body;
  const text = Buffer.from(body).toString('latin1');
  // Twelve digits might be a UBRN: only an error text can hold an ASID.
  const found = strip(text, [sessionKey, token, ...(status >= 400 ? [asid] : [])]);
  return found === text ? body : Uint8Array.from(Buffer.from(found, 'latin1'));
}

function strip(text: string, secrets: readonly string[]): string {
  // The platform has no session key: nothing is no secret.
  const forms = secrets
    .filter(Boolean)
    .flatMap((secret) => [secret, secret.replaceAll('/', '\\/'), encodeURIComponent(secret)]);
  return forms.reduce((left, form) => left.replaceAll(form, REMOVED), text);
}
