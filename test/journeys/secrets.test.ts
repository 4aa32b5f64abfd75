import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { DEMO_TOKENS } from '../../tools/demo-set.mjs';
import { mouseActor } from './actors.ts';
import { openDesk, type Desk } from './desk.ts';
import { referPatient } from './refer-steps.ts';

const ASID = '200000000220';
const NHS_NUMBER = /999 ?012 ?3454/;

let desk: Desk;

beforeEach(async () => {
  desk = await openDesk();
});

afterEach(() => desk.close());

describe('what the browser never has', () => {
  it('P14, P15: no smartcard token, session key or ASID in traffic, storage or page, and no patient in an address', async () => {
    const at = { page: desk.page, actor: mouseActor() };
    const ubrn = await referPatient(at);

    const state = await fetch(`${inject('simulator')}/__simulator/state`).then((a) => a.json());
    const keys: string[] = state.sessions.map(({ key }: { key: string }) => key);
    expect(keys.length).toBeGreaterThan(0);
    const held = await desk.page.evaluate(() =>
      JSON.stringify([
        Object.entries(localStorage),
        Object.entries(sessionStorage),
        document.cookie,
        document.documentElement.outerHTML,
      ]),
    );
    const everything = held + desk.exchanges.map(({ url, text }) => url + text).join('\n');
    expect(everything).toContain(ubrn.replaceAll(' ', ''));
    for (const secret of [DEMO_TOKENS.hscn, ASID, ...keys]) {
      expect(everything.includes(secret), secret).toBe(false);
    }
    const addresses = desk.exchanges.map(({ url }) => decodeURIComponent(url));
    expect(addresses.filter((url) => NHS_NUMBER.test(url) || url.includes(ubrn))).toEqual([]);
    expect(addresses.filter((url) => !url.startsWith('http://localhost:'))).toEqual([]);
  });
});
