import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createVault, type Vault } from './vault.ts';

const FENWICK = { userId: '555032000100', odsCode: 'B81046' };

async function keyOf(text: string): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(text.padEnd(32, '.'));
  return crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey']);
}

const vaultOf = async (owner = FENWICK, secret = 'secret'): Promise<Vault> =>
  createVault(await keyOf(secret), owner);

describe('P16: what is kept on this computer', () => {
  it('opens again as it was, whatever it is', async () => {
    const vault = await vaultOf();
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.jsonValue(), async (name, value) => {
        const sealed = await vault.seal(name, value);
        expect(await vault.open(name, sealed)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('does not open once any bit of it has changed', async () => {
    const vault = await vaultOf();
    const sealed = await vault.seal('row', { text: 'Breast lump, 2 cm, for two weeks' });
    const parts = fc.constantFrom('iv' as const, 'bytes' as const);
    await fc.assert(
      fc.asyncProperty(parts, fc.nat(), async (part, at) => {
        const bytes = new Uint8Array(sealed[part].slice(0));
        const bit = at % (bytes.length * 8);
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const changed = { ...sealed, [part]: part === 'iv' ? bytes : bytes.buffer };
        await expect(vault.open('row', changed)).rejects.toThrow();
      }),
    );
  });

  it('does not open in the row of another patient', async () => {
    const vault = await vaultOf();
    const [a, b] = [await vault.nameOf('9990123454'), await vault.nameOf('9990348715')];
    const sealed = await vault.seal(a, 'text');
    await expect(vault.open(b, sealed)).rejects.toThrow();
  });

  it.each([
    ['another user', { ...FENWICK, userId: '555032000101' }, 'secret'],
    ['another organisation', { ...FENWICK, odsCode: 'B81047' }, 'secret'],
    ['another key', FENWICK, 'other'],
  ])('does not open for %s', async (_whose, owner, secret) => {
    const sealed = await (await vaultOf()).seal('row', 'text');
    await expect((await vaultOf(owner, secret)).open('row', sealed)).rejects.toThrow();
  });

  it('opens for the same user after signing in again', async () => {
    const sealed = await (await vaultOf()).seal('row', 'text');
    expect(await (await vaultOf()).open('row', sealed)).toBe('text');
  });

  it('has a fresh IV at each write', async () => {
    const vault = await vaultOf();
    const ivs = new Set<string>();
    for (let times = 0; times < 1_000; times += 1) {
      ivs.add((await vault.seal('row', 'same')).iv.join());
    }
    expect(ivs.size).toBe(1_000);
  });

  it('has names that differ by user, and tell no number', async () => {
    const [mine, theirs] = [await vaultOf(), await vaultOf({ ...FENWICK, userId: '555032000101' })];
    const name = await mine.nameOf('9990123454', 'refer-patient');
    expect(name).toMatch(/^[0-9a-f]{64}$/);
    expect(name).not.toBe(await theirs.nameOf('9990123454', 'refer-patient'));
    expect(name).toBe(await mine.nameOf('9990123454', 'refer-patient'));
  });

  it('refuses a key that can be read out', async () => {
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, [
      'encrypt',
      'decrypt',
    ]);
    await expect(createVault(key, FENWICK)).rejects.toThrow('extractable');
  });

  it('is sealed with user, organisation and row beside it, and by keys that nobody can read out', async () => {
    const keys = vi.spyOn(crypto.subtle, 'deriveKey');
    const sealing = vi.spyOn(crypto.subtle, 'encrypt');
    await (await vaultOf()).seal('row of one patient', 'text');
    const [how] = sealing.mock.calls[0] ?? [];
    const beside = new TextDecoder().decode((how as AesGcmParams).additionalData);
    for (const part of [FENWICK.userId, FENWICK.odsCode, 'row of one patient']) {
      expect(beside).toContain(part);
    }
    const derived = keys.mock.settledResults.map(({ value }) => value as CryptoKey);
    expect(derived.map(({ extractable }) => extractable)).toEqual([false, false]);
    vi.restoreAllMocks();
  });

  it('has a key of its own for each row', async () => {
    const vault = await vaultOf();
    const keys = vi.spyOn(crypto.subtle, 'deriveKey');
    for (const row of ['one', 'another']) await vault.seal(row, 'text');
    const purposes = keys.mock.calls.map(([how]) =>
      new TextDecoder().decode((how as HkdfParams).info),
    );
    expect(new Set(purposes).size).toBe(2);
    vi.restoreAllMocks();
  });
});
