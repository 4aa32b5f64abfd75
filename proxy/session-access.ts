import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import * as v from 'valibot';
import { notForwarded, type Refusal } from './answers.ts';
import { parseJson } from './ers-call.ts';
import { hmac, sameSecret } from './keys.ts';
import type { Ports } from './ports.ts';
import { cookieName, unseal, type Sealed } from './sealed-cookie.ts';
import type { Session } from './session-store.ts';

/** A caller who has both halves: the sealed cookie and a session that is still kept. */
export interface Access {
  sealed: Sealed;
  session: Session;
}

export function csrfOf({ keys }: Pick<Ports, 'keys'>, { id }: Sealed): string {
  return hmac(keys.csrf, id);
}

/** Who calls. `GET /session` alone comes without the CSRF word, because it is what gives it. */
export async function readAccess(
  c: Context,
  ports: Ports,
  { csrf }: { csrf: boolean },
): Promise<Access | Refusal> {
  const jwe = getCookie(c, cookieName(ports.config.cookie));
  const sealed = jwe && (await unseal(jwe, ports.keys.cookie));
  if (!sealed) return notForwarded(401, 'session-ended');
  const given = c.req.header('ers-csrf') ?? '';
  if (csrf && !sameSecret(given, csrfOf(ports, sealed))) {
    return notForwarded(403, 'proxy-refused', 'Ers-Csrf');
  }
  const session = await ports.sessions.read(sealed.id);
  if (!session || session.closing) return notForwarded(401, 'session-ended');
  return { sealed, session };
}

export function mediaTypeOf(c: Context): string {
  return (c.req.header('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** Reads a JSON body of a shape. Forms can send other types across sites: they are refused. */
export async function readBody<T>(
  c: Context,
  shape: v.GenericSchema<unknown, T>,
): Promise<{ body: T } | Refusal> {
  if (mediaTypeOf(c) !== 'application/json') {
    return notForwarded(403, 'proxy-refused', 'Content-Type');
  }
  const parsed = v.safeParse(shape, parseJson(await c.req.text()));
  if (parsed.success) return { body: parsed.output };
  return notForwarded(400, 'bad-request', v.getDotPath(parsed.issues[0]) ?? undefined);
}
