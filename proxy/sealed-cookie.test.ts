import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveKeys } from './keys.ts';
import { clearCookie, seal, setCookie, unseal } from './sealed-cookie.ts';

const { cookie: key } = deriveKeys('c'.repeat(32));
const sealed = { id: 'id-1', sessionKey: 'pro-xapi-session_1', token: 'AQIC5w=@AA#' };
const strict = { secure: true, sameSite: 'None', partitioned: true } as const;

describe('the sealed cookie', () => {
  it('opens with its own key alone', async () => {
    const jwe = await seal(sealed, key);
    expect(await unseal(jwe, key)).toEqual(sealed);
    expect(await unseal(jwe, deriveKeys('d'.repeat(32)).cookie)).toBeUndefined();
  });

  it('says nothing of what it holds', async () => {
    const jwe = await seal(sealed, key);
    const parts = jwe.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'));
    for (const secret of Object.values(sealed)) expect(parts.join()).not.toContain(secret);
  });

  it('stays shut after any change and for any other text', async () => {
    const jwe = await seal(sealed, key);
    await fc.assert(
      fc.asyncProperty(fc.nat(jwe.length - 1), fc.base64String(), async (at, text) => {
        const other = jwe[at] === 'x' ? 'y' : 'x';
        const bits = Buffer.from(jwe.slice(0, at) + other + jwe.slice(at + 1));
        // The last letter of base64url carries bits that no byte holds: the same bytes may come out.
        const last = at === jwe.length - 1 || jwe[at + 1] === '.';
        if (!last) expect(await unseal(bits.toString(), key)).toBeUndefined();
        expect(await unseal(text, key)).toBeUndefined();
      }),
    );
  });

  it('refuses a JWE that names another algorithm', async () => {
    const [, ...rest] = (await seal(sealed, key)).split('.');
    const header = Buffer.from('{"alg":"none","enc":"A256GCM"}').toString('base64url');
    expect(await unseal([header, ...rest].join('.'), key)).toBeUndefined();
  });

  it('is bound to its host and to https', () => {
    expect(setCookie('jwe', strict)).toBe(
      '__Host-ers-session=jwe; Path=/; HttpOnly; SameSite=None; Secure; Partitioned',
    );
    expect(clearCookie(strict)).toContain('__Host-ers-session=; Max-Age=0; Path=/');
  });

  it('is never larger than a browser keeps', () => {
    expect(setCookie('x'.repeat(3_900), strict)).toBeDefined();
    expect(setCookie('x'.repeat(4_100), strict)).toBeUndefined();
  });
});
