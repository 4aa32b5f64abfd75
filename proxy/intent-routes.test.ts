import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hangUp, held, json, referral, USER_ID } from './test/ers-server.ts';
import type { Page, TestCall } from './test/page.ts';
import {
  auditRows,
  openPage,
  PATIENT_A,
  PATIENT_B,
  startProxy,
  type RunningProxy,
} from './test/running-proxy.ts';

const UBRN = '000000000001';
const CREATE = '/STU3/v1/ReferralRequest/$ers.createReferral';
const create: TestCall = {
  operation: 'A011',
  body: {
    resourceType: 'Parameters',
    parameter: [
      {
        name: 'patient',
        valueIdentifier: { system: 'http://fhir.nhs.net/Id/nhs-number', value: PATIENT_A },
      },
    ],
  },
  idempotencyKey: 'intent-1',
};

let proxy: RunningProxy;
let page: Page;
beforeEach(async () => {
  proxy = await startProxy();
  page = await openPage(proxy);
});
afterEach(() => proxy.close());

const found = (ubrn: string | null): Promise<Response> =>
  page.call('/session/intents/found', { body: { idempotencyKey: 'intent-1', ubrn } });

async function listed(): Promise<unknown> {
  const answer = await page.call('/session/intents', { method: 'GET' });
  return ((await answer.json()) as { intents: unknown[] }).intents;
}

async function lost(): Promise<void> {
  proxy.ers.on(CREATE, hangUp);
  await page.operation(create);
}

describe('P3: what a person has found out about an unknown create', () => {
  it('ends it, by name in the audit log, once nothing can come of it any more', async () => {
    await lost();
    proxy.passTime(120_000);
    expect((await found(null)).status).toBe(204);
    expect(await listed()).toEqual([]);
    expect(auditRows(proxy).at(-1)).toMatchObject({
      auditType: 'Unknown outcome: none found',
      uuid: USER_ID,
      nhsNumber: PATIENT_A,
      ubrn: null,
      operation: 'A011',
      correlationId: 'corr-1',
    });
  });

  it('does not let the same write leave again', async () => {
    await lost();
    proxy.passTime(120_000);
    await found(null);
    proxy.ers.on(CREATE, json(201, referral(UBRN, PATIENT_A)));
    const again = await page.operation(create);
    expect([again.status, again.headers.get('ers-proxy')]).toEqual([504, 'replayed']);
    expect(proxy.ers.calls()).toHaveLength(1);
  });

  it('may be a referral, at any time', async () => {
    await lost();
    expect((await found(UBRN)).status).toBe(204);
    expect(await listed()).toMatchObject([{ state: 'done', ubrn: UBRN }]);
    expect(auditRows(proxy).at(-1)).toMatchObject({
      auditType: 'Unknown outcome: found',
      ubrn: UBRN,
    });
  });

  it('is not taken before e-RS has had two minutes to make it after all', async () => {
    await lost();
    proxy.passTime(119_000);
    expect((await found(null)).status).toBe(409);
    expect(await listed()).toMatchObject([{ state: 'unknown' }]);
  });

  it('is taken at once where the write names a referral, which tells', async () => {
    proxy.ers.on('/STU3/v1/ReferralRequest/', json(200, referral(UBRN, PATIENT_A)));
    proxy.ers.on(`/STU3/v1/ReferralRequest/${UBRN}/$ers.maintainReferralLetter`, hangUp);
    await page.operation({
      operation: 'A012',
      params: { ubrn: UBRN },
      body: { resourceType: 'Parameters', parameter: [] },
      ifMatch: '3',
      idempotencyKey: 'intent-1',
    });
    expect(await listed()).toMatchObject([{ state: 'unknown', ubrn: UBRN }]);
    expect((await found(null)).status).toBe(204);
    expect(await listed()).toEqual([]);
  });

  it('is not taken while it is still being sent', async () => {
    const slow = held(json(201, referral(UBRN, PATIENT_A)));
    proxy.ers.on(CREATE, slow.reply);
    const first = page.operation(create);
    await expect.poll(listed).toMatchObject([{ state: 'in-flight' }]);
    expect((await found(null)).status).toBe(409);
    slow.release();
    await first;
  });

  it('is taken for the patient that is open only', async () => {
    await lost();
    proxy.passTime(120_000);
    await page.bind('ctx-b', PATIENT_B);
    expect((await found(null)).status).toBe(409);
  });

  it.each([{}, { idempotencyKey: 'intent-1' }, { idempotencyKey: 'intent-1', ubrn: '12' }])(
    'is refused as %j',
    async (body) => {
      await lost();
      expect((await page.call('/session/intents/found', { body })).status).toBe(400);
    },
  );

  it('is noted by name also of a write that a restart made this proxy forget', async () => {
    expect((await found(null)).status).toBe(204);
    expect(auditRows(proxy).at(-1)).toMatchObject({
      auditType: 'Unknown outcome: none found',
      uuid: USER_ID,
      nhsNumber: PATIENT_A,
      operation: 'unknown',
      correlationId: 'intent-1',
    });
  });

  it('is not "none" where this proxy knows of a referral', async () => {
    proxy.ers.on(CREATE, json(201, referral(UBRN, PATIENT_A)));
    await page.operation(create);
    proxy.passTime(120_000);
    expect((await found(null)).status).toBe(409);
    expect(await listed()).toMatchObject([{ state: 'done', ubrn: UBRN }]);
  });

  it('is noted once when two windows say the same', async () => {
    await lost();
    await found(UBRN);
    const rows = auditRows(proxy).length;
    expect((await found(UBRN)).status).toBe(204);
    expect(auditRows(proxy)).toHaveLength(rows);
  });
});
