import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hangUp, held, json, referral } from './test/ers-server.ts';
import type { Page, TestCall } from './test/page.ts';
import {
  openPage,
  PATIENT_A,
  PATIENT_B,
  startProxy,
  type RunningProxy,
} from './test/running-proxy.ts';

const UBRN = '000000000001';
const CREATE = '/STU3/v1/ReferralRequest/$ers.createReferral';
const DAY_MS = 24 * 60 * 60_000;

const bodyFor = (value: string, note = '') => ({
  resourceType: 'Parameters',
  parameter: [
    { name: 'patient', valueIdentifier: { system: 'http://fhir.nhs.net/Id/nhs-number', value } },
    { name: 'note', valueString: note },
  ],
});
const create: TestCall = {
  operation: 'A011',
  body: bodyFor(PATIENT_A),
  idempotencyKey: 'intent-1',
};
const created = json(201, referral(UBRN, PATIENT_A), { etag: 'W/"3"' });

let proxy: RunningProxy;
let page: Page;
beforeEach(async () => {
  proxy = await startProxy();
  page = await openPage(proxy);
});
afterEach(() => proxy.close());

async function intents(): Promise<Record<string, unknown>[]> {
  const answer = await page.call('/session/intents', { method: 'GET' });
  return ((await answer.json()) as { intents: Record<string, unknown>[] }).intents;
}

describe('P1: a write with a key', () => {
  it('is sent once, and its kept result is given again, marked', async () => {
    proxy.ers.on(CREATE, created);
    const first = await page.operation(create);
    const second = await page.operation({ ...create, correlationId: 'corr-2' });
    expect([first.headers.get('ers-proxy'), second.headers.get('ers-proxy')]).toEqual([
      null,
      'replayed',
    ]);
    expect([second.status, second.headers.get('etag'), await second.json()]).toEqual([
      201,
      'W/"3"',
      await first.json(),
    ]);
    expect(proxy.ers.calls()).toHaveLength(1);
  });

  it('is one POST for 20 clicks', async () => {
    const slow = held(created);
    proxy.ers.on(CREATE, slow.reply);
    const clicks = Array.from({ length: 20 }, () => page.operation(create));
    await Promise.race(clicks);
    slow.release();
    const marks = (await Promise.all(clicks)).map(({ headers }) => headers.get('ers-proxy'));
    expect(marks.filter((mark) => mark === null)).toHaveLength(1);
    expect(new Set(marks)).toContain('in-flight');
    expect(proxy.ers.calls()).toHaveLength(1);
  });

  it('answers in-flight while it is being sent', async () => {
    const slow = held(created);
    proxy.ers.on(CREATE, slow.reply);
    const first = page.operation(create);
    await expect.poll(() => proxy.ers.calls().length).toBe(1);
    const second = await page.operation(create);
    expect([second.status, second.headers.get('ers-proxy'), await second.json()]).toEqual([
      409,
      'in-flight',
      expect.objectContaining({ reason: 'still-in-flight' }),
    ]);
    slow.release();
    expect((await first).status).toBe(201);
  });

  it('is refused with another body', async () => {
    proxy.ers.on(CREATE, created);
    await page.operation(create);
    const answer = await page.operation({ ...create, body: bodyFor(PATIENT_A, 'other') });
    expect([answer.status, answer.headers.get('ers-proxy')]).toEqual([422, 'not-forwarded']);
    expect(proxy.ers.calls()).toHaveLength(1);
  });

  it('is refused without a key', async () => {
    const answer = await page.operation({ operation: 'A011', body: create.body });
    expect([answer.status, answer.headers.get('ers-proxy')]).toEqual([400, 'not-forwarded']);
    expect(proxy.ers.calls()).toEqual([]);
  });

  it('is kept for a day, and for this user after a new session', async () => {
    proxy.ers.on(CREATE, created);
    await page.operation(create);
    proxy.passTime(DAY_MS - 1);
    page = await openPage(proxy);
    expect((await page.operation(create)).headers.get('ers-proxy')).toBe('replayed');
    expect(proxy.ers.calls()).toHaveLength(1);
  });

  it('may be sent again with the same key where e-RS has refused it', async () => {
    proxy.ers.on(CREATE, json(422, { resourceType: 'OperationOutcome' }));
    expect((await page.operation(create)).status).toBe(422);
    proxy.ers.on(CREATE, created);
    expect((await page.operation(create)).status).toBe(201);
    expect(await intents()).toMatchObject([{ state: 'done' }]);
  });

  it('goes on to its end when the browser goes away, and its result waits', async () => {
    const slow = held(created);
    proxy.ers.on(CREATE, slow.reply);
    const abort = new AbortController();
    const first = page.operation(create, { signal: abort.signal });
    await expect.poll(() => proxy.ers.calls().length).toBe(1);
    abort.abort();
    await expect(first).rejects.toThrow();
    slow.release();
    await proxy.drained();
    const again = await page.operation(create);
    expect([again.status, again.headers.get('ers-proxy')]).toEqual([201, 'replayed']);
    expect(proxy.ers.calls()).toHaveLength(1);
  });
});

describe('P3: a write whose outcome nobody knows', () => {
  it.each([
    ['the answer is lost', hangUp, 504],
    ['e-RS answers 500', json(500, {}), 500],
    ['the answer names no UBRN', json(201, {}), 201],
  ])('is never sent again when %s', async (_, reply, status) => {
    proxy.ers.on(CREATE, reply);
    const first = await page.operation(create);
    expect([first.status, first.headers.get('ers-proxy')]).toEqual([status, null]);
    const second = await page.operation(create);
    expect([second.status, second.headers.get('ers-proxy')]).toEqual([status, 'replayed']);
    expect(proxy.ers.calls()).toHaveLength(1);
  });

  it('is listed, without patient and content, until it is known', async () => {
    proxy.ers.on(CREATE, hangUp);
    await page.operation(create);
    await page.bind('ctx-b', PATIENT_B);
    const [intent, ...others] = await intents();
    expect(others).toEqual([]);
    expect(intent).toEqual({
      idempotencyKey: 'intent-1',
      operation: 'A011',
      contextId: 'ctx-a',
      correlationId: 'corr-1',
      startedAt: expect.any(String),
      endedAt: expect.any(String),
      state: 'unknown',
      forCurrentPatient: false,
    });
  });

  it('is listed for its patient in another session of the user', async () => {
    proxy.ers.on(CREATE, hangUp);
    await page.operation(create);
    page = await openPage(proxy);
    expect(await intents()).toMatchObject([{ state: 'unknown', forCurrentPatient: true }]);
  });

  it('is listed as in flight while it is being sent', async () => {
    const slow = held(created);
    proxy.ers.on(CREATE, slow.reply);
    const first = page.operation(create);
    await expect.poll(intents).toMatchObject([{ state: 'in-flight' }]);
    slow.release();
    await first;
    expect(await intents()).toMatchObject([{ state: 'done', ubrn: UBRN, forCurrentPatient: true }]);
  });

  it('that ended well is listed for its patient alone, as long as its result is kept', async () => {
    proxy.ers.on(CREATE, created);
    await page.operation(create);
    await page.bind('ctx-b', PATIENT_B);
    expect(await intents()).toEqual([]);
    await page.bind('ctx-a', PATIENT_A);
    expect(await intents()).toMatchObject([{ state: 'done', ubrn: UBRN }]);
    proxy.passTime(48 * 3_600_000);
    page = await openPage(proxy);
    expect(await intents()).toEqual([]);
  });
});
