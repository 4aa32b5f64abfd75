import { CompactEncrypt, compactDecrypt } from 'jose';
import * as v from 'valibot';

/**
 * What only the browser holds, and cannot read: the e-RS session's secrets and our id of it. The
 * store knows the rest by that id, so neither of the two alone is a session.
 */
export interface Sealed {
  id: string;
  sessionKey: string;
  token: string;
}

export interface CookieOptions {
  /** False only on plain http://localhost. */
  secure: boolean;
  sameSite: 'Lax' | 'None';
  partitioned: boolean;
}

const Shape = v.object({ id: v.string(), sessionKey: v.string(), token: v.string() });

/** RFC 6265: browsers promise to keep 4096 bytes of name, value and attributes. */
const LARGEST_COOKIE = 4095;

export async function seal(sealed: Sealed, key: Uint8Array): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify(sealed));
  return new CompactEncrypt(text).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(key);
}

/** Undefined for anything we did not seal with this key. */
export async function unseal(jwe: string, key: Uint8Array): Promise<Sealed | undefined> {
  try {
    const { plaintext } = await compactDecrypt(jwe, key, {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    return v.parse(Shape, JSON.parse(new TextDecoder().decode(plaintext)));
  } catch {
    return undefined;
  }
}

/** The prefix binds the cookie to this host and to https; browsers refuse it without Secure. */
export function cookieName({ secure }: CookieOptions): string {
  return secure ? '__Host-ers-session' : 'ers-session';
}

/** A Set-Cookie value. Undefined when it would be too large for a browser to keep. */
export function setCookie(jwe: string, options: CookieOptions): string | undefined {
  const cookie = `${cookieName(options)}=${jwe}; ${attributes(options)}`;
  return cookie.length <= LARGEST_COOKIE ? cookie : undefined;
}

export function clearCookie(options: CookieOptions): string {
  return `${cookieName(options)}=; Max-Age=0; ${attributes(options)}`;
}

function attributes({ secure, sameSite, partitioned }: CookieOptions): string {
  return [
    'Path=/',
    'HttpOnly',
    `SameSite=${sameSite}`,
    ...(secure ? ['Secure'] : []),
    ...(partitioned ? ['Partitioned'] : []),
  ].join('; ');
}
