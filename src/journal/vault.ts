/** What is stored: it says nothing without the key, and nothing about another user's or patient's. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}

/** Names and seals what one user keeps on this computer. The key is never stored. */
export interface Vault {
  /** A name that tells nobody what it stands for: hexadecimal, 64 characters. */
  nameOf(...parts: readonly string[]): Promise<string>;
  /** `name` is the row it is for: in another row it does not open. */
  seal(name: string, value: unknown): Promise<Sealed>;
  /** Rejects when a bit has changed, or it was sealed for another row, user or organisation. */
  open(name: string, sealed: Sealed): Promise<unknown>;
}

export interface VaultOwner {
  userId: string;
  odsCode: string;
}

/** Of what is sealed. A later one reads the earlier ones, and leaves those it does not know. */
const SEAL_VERSION = 1;

const NO_SALT = new Uint8Array();

/**
 * `storageKey` is for HKDF with the usage `deriveKey`, and belongs to the user of a live session
 * (architecture.md §7). Each row has a key of its own, AES-GCM of 256 bits, and each write a fresh
 * 96-bit IV. Rejects a key that can be read out.
 */
export async function createVault(storageKey: CryptoKey, owner: VaultOwner): Promise<Vault> {
  if (storageKey.extractable) throw new TypeError('The storage key must not be extractable');
  const whose = JSON.stringify([SEAL_VERSION, owner.odsCode, owner.userId]);
  const naming = await derive(storageKey, `names ${whose}`, {
    algorithm: { name: 'HMAC', hash: 'SHA-256', length: 256 },
    usages: ['sign'],
  });
  const keyOf = (name: string): Promise<CryptoKey> =>
    derive(storageKey, `row ${whose} ${name}`, {
      algorithm: { name: 'AES-GCM', length: 256 },
      usages: ['encrypt', 'decrypt'],
    });
  const sealing = (name: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams => ({
    name: 'AES-GCM',
    iv,
    additionalData: bytesOf(`${whose} ${name}`),
  });
  return {
    async nameOf(...parts) {
      const signed = await crypto.subtle.sign('HMAC', naming, bytesOf(JSON.stringify(parts)));
      return hexOf(new Uint8Array(signed));
    },
    async seal(name, value) {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const text = bytesOf(JSON.stringify(value));
      return { iv, bytes: await crypto.subtle.encrypt(sealing(name, iv), await keyOf(name), text) };
    },
    async open(name, { iv, bytes }) {
      const text = await crypto.subtle.decrypt(sealing(name, iv), await keyOf(name), bytes);
      return JSON.parse(new TextDecoder().decode(text)) as unknown;
    },
  };
}

function derive(
  from: CryptoKey,
  purpose: string,
  { algorithm, usages }: { algorithm: AesKeyGenParams | HmacKeyGenParams; usages: KeyUsage[] },
): Promise<CryptoKey> {
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: NO_SALT, info: bytesOf(purpose) };
  return crypto.subtle.deriveKey(hkdf, from, algorithm, false, usages);
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
