import { beforeEach, describe, expect, it } from 'vitest';
import { keptRecords, takenRecord } from './launch-records.ts';

const MINUTE = 60_000;
const at = (time: number) => () => time;

describe('what is kept between a launch and the return of its sign-in', () => {
  beforeEach(() => sessionStorage.clear());

  it('is out of the browser’s storage as soon as it is taken', async () => {
    await keptRecords(sessionStorage, at(0)).set('state-1', { codeVerifier: 'v' });
    const taken = takenRecord(sessionStorage, 'state-1', at(MINUTE));
    expect(await taken?.get('state-1')).toEqual({ codeVerifier: 'v' });
    expect(sessionStorage).toHaveLength(0);
    expect(takenRecord(sessionStorage, 'state-1', at(MINUTE))).toBeUndefined();
  });

  it('takes a token into memory and not into the browser’s storage', async () => {
    await keptRecords(sessionStorage, at(0)).set('state-1', {});
    const taken = takenRecord(sessionStorage, 'state-1', at(0));
    await taken?.set('state-1', { tokenResponse: { access_token: 'secret' } });
    expect(await taken?.get('state-1')).toEqual({ tokenResponse: { access_token: 'secret' } });
    expect(sessionStorage).toHaveLength(0);
  });

  it('counts for ten minutes and not from a later time', async () => {
    await keptRecords(sessionStorage, at(5 * MINUTE)).set('state-1', {});
    await keptRecords(sessionStorage, at(5 * MINUTE)).set('state-2', {});
    expect(takenRecord(sessionStorage, 'state-1', at(15 * MINUTE))).toBeUndefined();
    expect(takenRecord(sessionStorage, 'state-2', at(4 * MINUTE))).toBeUndefined();
  });

  it('of a launch that nobody came back from goes at the next launch, and nothing else does', async () => {
    sessionStorage.setItem('of the page', 'stays');
    await keptRecords(sessionStorage, at(0)).set('old', {});
    await keptRecords(sessionStorage, at(8 * MINUTE)).set('beside', {});
    keptRecords(sessionStorage, at(11 * MINUTE));
    expect(Object.keys(sessionStorage).sort()).toEqual(['ers-smart beside', 'of the page']);
  });
});
