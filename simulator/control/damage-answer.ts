import { ConnectionDropped } from './connection-dropped.ts';
import type { FaultKind } from './faults.ts';

/** Half of the body, then the line breaks. */
async function truncate(answer: Response): Promise<never> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (bytes.length < 2) throw new ConnectionDropped();
  throw new ConnectionDropped({
    status: answer.status,
    headers: { ...Object.fromEntries(answer.headers), 'content-length': String(bytes.length) },
    bytes: bytes.slice(0, Math.floor(bytes.length / 2)),
  });
}

function withBody(answer: Response, body: string | null): Response {
  const headers = new Headers(answer.headers);
  headers.delete('Content-Length');
  return new Response(body, { status: answer.status, headers });
}

/** What a proxy in between shows when it takes the call for that of a browser. */
function webPage(answer: Response): Response {
  const page = withBody(answer, '<!doctype html><title>Sign in</title><p>Please sign in again.');
  page.headers.set('Content-Type', 'text/html;charset=utf-8');
  return page;
}

type Json = Record<string, unknown>;

/** Of the resource itself, or of those that an operation answers. */
function withoutIds(resource: Json): Json {
  const { parameter, ...rest } = resource;
  delete rest['id'];
  if (!Array.isArray(parameter)) return rest;
  const each = (parameter as Json[]).map(({ resource, ...one }) =>
    resource ? { ...one, resource: withoutIds(resource as Json) } : one,
  );
  return { ...rest, parameter: each };
}

async function nameless(answer: Response): Promise<Response> {
  const isJson = answer.headers.get('Content-Type')?.includes('json');
  const body = isJson
    ? JSON.stringify(withoutIds((await answer.json()) as Json))
    : await answer.text();
  const changed = withBody(answer, body || null);
  changed.headers.delete('Location');
  return changed;
}

const damages: Readonly<
  Partial<Record<FaultKind, (answer: Response) => Response | Promise<Response>>>
> = {
  truncate,
  'empty-body': (answer) => withBody(answer, null),
  'wrong-type': webPage,
  'no-id': nameless,
};

/** The answer as it arrives after a fault on its way; undefined for faults of another kind. */
export function damage(
  kind: FaultKind,
  answer: Response,
): Response | Promise<Response> | undefined {
  return damages[kind]?.(answer);
}
