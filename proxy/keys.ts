import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** Keys for one purpose each, all derived from the one secret of the configuration. */
export interface Keys {
  cookie: Uint8Array;
  pairs: Uint8Array;
  csrf: Uint8Array;
  audit: Uint8Array;
}

export function deriveKeys(secret: string): Keys {
  const derive = (purpose: string): Uint8Array =>
    new Uint8Array(hkdfSync('sha256', secret, '', `ers-proxy ${purpose}`, 32));
  return {
    cookie: derive('cookie'),
    pairs: derive('pairs'),
    csrf: derive('csrf'),
    audit: derive('audit'),
  };
}

export function hmac(key: Uint8Array, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Takes as long for a near miss as for a wild guess. */
export function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
