import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAboutPatient, ubrnsIn } from './context-binding.ts';
import { parseNhsNumber } from '../src/domain/nhs-number.ts';
import { json, referral } from './test/ers-server.ts';
import type { Page, TestCall } from './test/page.ts';
import {
  openPage,
  PATIENT_A,
  PATIENT_B,
  startProxy,
  type RunningProxy,
} from './test/running-proxy.ts';

const UBRN = '000000000001';
const patient = (value: string | number, system = 'http://fhir.nhs.net/Id/nhs-number') => ({
  resourceType: 'Parameters',
  parameter: [{ name: 'patient', valueIdentifier: { system, value } }],
});

let proxy: RunningProxy;
let page: Page;
beforeEach(async () => {
  proxy = await startProxy();
  page = await openPage(proxy);
});
afterEach(() => proxy.close());

const create = (body: unknown): TestCall => ({ operation: 'A011', body, idempotencyKey: 'key-1' });
const letters: TestCall = {
  operation: 'A012',
  params: { ubrn: UBRN },
  body: { resourceType: 'Parameters', parameter: [] },
  ifMatch: '3',
  idempotencyKey: 'key-1',
};
const isOf = (nhsNumber: string, ubrn = UBRN): void =>
  proxy.ers.on(`/STU3/v1/ReferralRequest/${ubrn}`, json(200, referral(ubrn, nhsNumber)));

describe('P6: a write for another patient than the one bound (T17)', () => {
  it.each([
    ['by NHS number', patient(PATIENT_B)],
    ['by a grouped NHS number', patient('999 034 8715')],
    ['by a number', patient(Number(PATIENT_B))],
    ['under another system', patient(PATIENT_B, 'urn:elsewhere')],
    ['beside the right one', { a: patient(PATIENT_A), b: [[patient(PATIENT_B)]] }],
    ['with what is no NHS number', patient('x')],
    ['by no number at all', { resourceType: 'Parameters', parameter: [] }],
  ])('is refused %s, and e-RS is not called', async (_, body) => {
    const answer = await page.operation(create(body));
    expect([answer.status, answer.headers.get('ers-proxy'), await answer.json()]).toEqual([
      409,
      'not-forwarded',
      expect.objectContaining({ reason: 'wrong-patient', correlationId: 'corr-1' }),
    ]);
    expect(proxy.ers.calls()).toEqual([]);
  });

  it('goes through for the bound patient', async () => {
    proxy.ers.on(
      '/STU3/v1/ReferralRequest/$ers.createReferral',
      json(201, referral(UBRN, PATIENT_A)),
    );
    expect((await page.operation(create(patient(PATIENT_A)))).status).toBe(201);
  });

  it('is refused under a context that was never bound', async () => {
    const answer = await page.operation({ ...create(patient(PATIENT_A)), contextId: 'ctx-z' });
    expect([answer.status, await answer.json()]).toEqual([
      409,
      expect.objectContaining({ reason: 'context-changed' }),
    ]);
    expect(proxy.ers.calls()).toEqual([]);
  });
});

describe('a write that names a referral', () => {
  it('reads an unknown one first, and only once', async () => {
    isOf(PATIENT_A);
    expect((await page.operation(letters)).status).toBe(200);
    await page.operation({ ...letters, idempotencyKey: 'key-2' });
    expect(proxy.ers.calls().map(({ method }) => method)).toEqual(['GET', 'POST', 'POST']);
  });

  it('needs no reading of one that was shown under this context', async () => {
    isOf(PATIENT_A);
    await page.operation({ operation: 'A005', params: { ubrn: UBRN } });
    await page.operation(letters);
    expect(proxy.ers.calls().map(({ method }) => method)).toEqual(['GET', 'POST']);
  });

  it('knows one that this session has created', async () => {
    isOf(PATIENT_A);
    proxy.ers.on('/STU3/v1/ReferralRequest/$ers', json(201, referral(UBRN, PATIENT_A)));
    await page.operation(create(patient(PATIENT_A)));
    await page.operation({ ...letters, idempotencyKey: 'key-2' });
    expect(proxy.ers.calls().map(({ method }) => method)).toEqual(['POST', 'POST']);
  });

  it('P6: is refused for another patient’s', async () => {
    isOf(PATIENT_B);
    const answer = await page.operation(letters);
    expect([answer.status, answer.headers.get('ers-proxy')]).toEqual([409, 'not-forwarded']);
    expect(proxy.ers.calls().map(({ method }) => method)).toEqual(['GET']);
  });

  it('P6: is refused when it was shown under another patient’s context', async () => {
    isOf(PATIENT_A);
    await page.operation({ operation: 'A005', params: { ubrn: UBRN } });
    await page.bind('ctx-b', PATIENT_B);
    const answer = await page.operation({ ...letters, contextId: 'ctx-b' });
    expect(answer.status).toBe(409);
    expect(proxy.ers.calls().map(({ method }) => method)).toEqual(['GET', 'GET']);
  });

  it('P6: is refused for a booking that names the right patient and a wrong referral', async () => {
    isOf(PATIENT_B);
    const body = {
      ...patient(PATIENT_A),
      incomingReferral: [{ reference: `ReferralRequest/${UBRN}/_history/3` }],
    };
    const answer = await page.operation({ operation: 'A016', body, idempotencyKey: 'key-1' });
    expect(answer.status).toBe(409);
    expect(proxy.ers.calls().map(({ method }) => method)).toEqual(['GET']);
  });

  it('P6: is refused for a letter that was stored for another patient’s referral', async () => {
    isOf(PATIENT_A);
    isOf(PATIENT_B, '000000000002');
    const body = { content: [{ attachment: { url: 'Binary/att-2-7' } }] };
    expect((await page.operation({ ...letters, body })).status).toBe(409);
    expect(proxy.ers.calls().map(({ method }) => method)).toEqual(['GET', 'GET']);
  });

  it('P6: is refused for a file meant for another patient’s referral', async () => {
    isOf(PATIENT_B);
    const file = { name: 'a.pdf', ubrn: UBRN, mediaType: 'application/pdf' };
    const call = { operation: 'A020', idempotencyKey: 'key-1', file };
    expect((await page.upload(call, 'x')).status).toBe(409);
    expect(proxy.ers.calls().map(({ method }) => method)).toEqual(['GET']);
  });

  it.each([
    [404, 404],
    [403, 403],
    [401, 401],
    [500, 502],
  ])('is not forwarded when its reading gets %i', async (given, status) => {
    proxy.ers.on('/STU3/v1/ReferralRequest/', json(given, {}));
    const answer = await page.operation(letters);
    expect([answer.status, answer.headers.get('ers-proxy')]).toEqual([status, 'not-forwarded']);
    expect(proxy.ers.calls().map(({ method }) => method)).toEqual(['GET']);
    isOf(PATIENT_A);
    expect((await page.operation(letters)).status).toBe(200);
  });
});

describe('what a body names', () => {
  const a = parseNhsNumber(PATIENT_A);

  it('is not confused by a service id that happens to read as an NHS number', () => {
    const service = { system: 'http://fhir.nhs.net/Id/ers-service', value: PATIENT_B };
    expect(a && isAboutPatient({ patient: patient(PATIENT_A), service }, a, true)).toBe(true);
  });

  it('holds every referral, wherever it stands', () => {
    const found = ubrnsIn({
      operation: 'A016',
      params: { ubrn: '000000000001' },
      body: [
        { reference: 'https://host/STU3/v1/ReferralRequest/000000000002/_history/4' },
        { url: 'Binary/att-3-9' },
      ],
    });
    expect(found).toEqual(['000000000001', '000000000002', '000000000003']);
  });
});
