import { afterEach, describe, expect, it, vi } from 'vitest';
import { held, json, referral } from './test/ers-server.ts';
import type { TestCall } from './test/page.ts';
import { openPage, PATIENT_A, startProxy, type RunningProxy } from './test/running-proxy.ts';

const UBRN = '000000000001';
const READ = '/STU3/v1/ReferralRequest/';
const ATTACH = `${READ}${UBRN}/$ers.maintainReferralLetter`;

const attach: TestCall = {
  operation: 'A012',
  params: { ubrn: UBRN },
  body: { resourceType: 'Parameters', parameter: [] },
  ifMatch: '3',
  idempotencyKey: 'key-1',
};

let proxy: RunningProxy;
afterEach(() => proxy.close());

const asked = (path: string): Promise<unknown> =>
  vi.waitUntil(() => proxy.ers.calls().some(({ url }) => url?.endsWith(path)));

describe('the time of a write counts from when the browser sent it', () => {
  it('also while it is being checked whose referral it is', async () => {
    proxy = await startProxy();
    const page = await openPage(proxy);
    const read = held(json(200, referral(UBRN, PATIENT_A)));
    const written = held(json(200, {}));
    proxy.ers.on(READ, read.reply);
    proxy.ers.on(ATTACH, written.reply);
    const answer = page.operation(attach);
    await asked(UBRN);
    proxy.passTime(25_000);
    read.release();
    await asked('$ers.maintainReferralLetter');
    proxy.passTime(165_000);
    expect((await answer).status).toBe(504);
    written.release();
  });

  it('and too late it does not leave, which is known, so that it may be sent again', async () => {
    proxy = await startProxy({ config: { requestsPerSecond: 0.001 } });
    const page = await openPage(proxy);
    const answer = page.operation(attach);
    await vi.waitUntil(async () => {
      const listed = await page.call('/session/intents', { method: 'GET' });
      return (await listed.text()).includes('in-flight');
    });
    proxy.passTime(65_000);
    const refused = await answer;
    expect([refused.status, refused.headers.get('ers-proxy')]).toEqual([429, 'not-forwarded']);
    expect(proxy.ers.calls()).toEqual([]);
  });
});
