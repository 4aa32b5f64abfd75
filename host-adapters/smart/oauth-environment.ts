import type { fhirclient } from 'fhirclient/lib/types';

export interface OAuthEnvironment {
  /** Already cleaned: fhirclient lets its parameters override what it is told in code. */
  address: URL;
  records: fhirclient.Storage;
  go: (address: string) => void;
}

/**
 * The surroundings that fhirclient runs in: an address, a storage and a cipher of ours. It sees
 * neither `location` nor `sessionStorage`, writes no history and keeps no key under a fixed name.
 */
export function oauthEnvironment({ address, records, go }: OAuthEnvironment): fhirclient.Adapter {
  return {
    options: { replaceBrowserHistory: false, fullSessionStorageSupport: false },
    getUrl: () => new URL(address),
    redirect: go,
    getStorage: () => records,
    relative: (path) => new URL(path, address).href,
    btoa: (text) => btoa(text),
    atob: (text) => atob(text),
    base64urlencode: notUsed,
    base64urldecode: notUsed,
    getAbortController: () => AbortController,
    getSmartApi: notUsed,
    security: {
      randomBytes,
      digestSha256,
      generatePKCEChallenge,
      importJWK: notUsed,
      signCompactJws: notUsed,
    },
  };
}

function notUsed(): never {
  throw new Error('A public client needs no key of its own.');
}

function randomBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count));
}

async function digestSha256(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}

/** RFC 7636: 32 random bytes make a verifier of 43 characters. */
async function generatePKCEChallenge(): Promise<{ codeVerifier: string; codeChallenge: string }> {
  const codeVerifier = base64Url(randomBytes(32));
  return { codeVerifier, codeChallenge: base64Url(await digestSha256(codeVerifier)) };
}

function base64Url(bytes: Uint8Array): string {
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
