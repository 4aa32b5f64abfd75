import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NhsNumber } from '../domain/nhs-number.ts';
import type { WriteResult } from '../domain/problem.ts';
import type { Referral } from '../domain/referral.ts';
import type { Problem } from '../domain/problem.ts';
import type { Ubrn } from '../domain/ubrn.ts';
import { ok, proxySays, referralBody, refused } from './answers.fixtures.ts';
import type { NewReferral } from './verbs/referring.ts';
import { createDesk, type Desk, type Step } from './desk.fixtures.ts';
import { adviceAsRead } from './interactions/advice.fixtures.ts';
import { TransportError, type ErsResponse } from './transport.ts';

const referral: NewReferral = {
  patient: '9990123454' as NhsNumber,
  criteria: {
    priority: 'ROUTINE',
    clinicalTerm: { code: '698247007' },
    ageAndGenderAppropriate: true,
  },
  services: ['11008'],
  letterIntention: 'NEED_TO_ADD_LATER',
  reminderDays: 0,
};
const created: ErsResponse = { ...ok(referralBody()), status: 201 };

async function create(step: Step): Promise<{ desk: Desk; result: WriteResult<Referral> }> {
  const desk = createDesk(step);
  const result = desk.client.createReferral(referral, { intentId: 'intent-1' });
  await desk.clock.pass(210_000);
  return { desk, result: await result };
}

describe('a write', () => {
  it('goes once, under the id of its intent', async () => {
    const { desk, result } = await create(created);
    expect(result).toMatchObject({ outcome: 'done', value: { ubrn: '000049283317' } });
    expect(desk.calls).toHaveLength(1);
    expect(desk.calls[0]?.call).toMatchObject({
      operation: 'A011',
      contextId: 'x-1',
      correlationId: 'c-1',
      idempotencyKey: 'intent-1',
    });
    expect(desk.calls[0]?.options?.signal).toBeUndefined();
  });

  it.each<[string, Step]>([
    ['a lost answer', new TransportError('no-answer', 'maybe')],
    ['a proxy that cannot be reached', new TransportError('proxy-unreachable', 'maybe')],
    ['an error of any other kind', new RangeError('?')],
    ['an abort of the transport itself', new DOMException('Too slow', 'AbortError')],
    ['a 500', refused(500)],
    ['a 503', refused(503)],
    ['a 504 of the provider', refused(504, 'PAS_NOT_RESPONDING')],
    ['a 504 of the proxy after sending', proxySays(504, 'no-answer')],
    ['an earlier one still in flight', proxySays(409, 'still-in-flight', 'in-flight')],
    ['a 201 that broke off', { ...created, body: undefined, unreadable: true }],
    ['a 201 without a UBRN', { ...created, body: referralBody({ id: undefined }) }],
    ['a 201 about somebody else', { ...created, body: withPatient('9990348715') }],
    ['an empty 200', { status: 200, headers: {} }],
    ['a redirect', refused(302)],
  ])('has an unknown outcome after %s, and is not sent again', async (_, step) => {
    const { desk, result } = await create(step);
    expect(result).toMatchObject({ outcome: 'unknown', problem: { retry: 'after-reread' } });
    expect(desk.calls).toHaveLength(1);
  });

  it.each<[string, Step, Partial<Problem>]>([
    ['the network is lost', new TransportError('no-answer', 'maybe'), { reason: 'no-answer' }],
    ['nobody answers in time', new TransportError('timed-out', 'maybe'), { reason: 'timed-out' }],
    ['its JSON breaks off', { ...created, body: undefined, unreadable: true }, { field: '(body)' }],
    [
      'a page of HTML comes back',
      { ...created, body: { kind: 'binary', mediaType: 'text/html', blob: new Blob(['<p>']) } },
      { field: 'resourceType' },
    ],
    ['a 201 has no UBRN', { ...created, body: referralBody({ id: undefined }) }, { field: 'id' }],
  ])('tells what was the matter when %s', async (_, step, problem) => {
    const { result } = await create(step);
    expect(result).toMatchObject({ outcome: 'unknown', problem });
  });

  it.each<[string, Step, string]>([
    ['e-RS refuses it', refused(422, 'PATIENT_ERROR'), 'patient-error'],
    ['e-RS is busy', refused(429), 'too-many-requests'],
    ['a refusal broke off', { ...refused(422), unreadable: true }, 'not-understood'],
    ['the proxy refuses it', proxySays(409, 'wrong-patient', 'not-forwarded'), 'wrong-patient'],
    [
      'the proxy cannot reach e-RS',
      proxySays(502, 'ers-unreachable', 'not-forwarded'),
      'ers-unreachable',
    ],
    ['provably nothing left', new TransportError('no-answer', 'no'), 'no-answer'],
  ])('is not done when %s', async (_, step, reason) => {
    const { desk, result } = await create(step);
    expect(result).toMatchObject({ outcome: 'not-done', problem: { reason } });
    expect(desk.calls).toHaveLength(1);
  });

  it('that the proxy had kept is done', async () => {
    const headers = { ...created.headers, 'ers-proxy': 'replayed' };
    expect((await create({ ...created, headers })).result.outcome).toBe('done');
  });

  it('is unanswered only after 210 s', async () => {
    const desk = createDesk('silence');
    let outcome = 'waiting';
    void desk.client.createReferral(referral, { intentId: 'i' }).then((result) => {
      outcome = result.outcome === 'unknown' ? result.problem.reason : result.outcome;
    });
    await desk.clock.pass(209_999);
    expect(outcome).toBe('waiting');
    await desk.clock.pass(1);
    expect(outcome).toBe('timed-out');
  });

  it('that breaks a rule is not sent', async () => {
    const { client, calls } = createDesk(created);
    const result = await client.createReferral({ ...referral, services: [] }, { intentId: 'i' });
    expect(result).toMatchObject({
      outcome: 'not-done',
      problem: { reason: 'field-required', source: 'local', field: 'shortlist' },
    });
    expect(calls).toHaveLength(0);
  });

  it('of advice is told as that when it is lost or refused here', async () => {
    const { client } = createDesk(new TransportError('no-answer', 'maybe'));
    const question = { outcome: 'REQUIRE_FURTHER_INFORMATION', priority: 'ROUTINE' } as const;
    const send = (text: string) =>
      client.sendAdvice({ ...adviceAsRead, ...question, text }, { intentId: 'i' });
    expect(await send('Which dose?')).toMatchObject({ problem: { about: 'advice' } });
    expect(await send('')).toMatchObject({ problem: { source: 'local', about: 'advice' } });
  });

  it('does not wait behind reads', async () => {
    const { client, clock, calls } = createDesk(created);
    for (let i = 0; i < 20; i += 1) {
      client.retrieveReferral('000049283317' as Ubrn).catch(() => undefined);
    }
    void client.createReferral(referral, { intentId: 'i' });
    await clock.pass(0);
    expect(calls.filter(({ call }) => call.operation === 'A011')).toHaveLength(1);
  });

  it('is never done by any answer that does not name the patient it was for', async () => {
    const answers = fc.record({
      status: fc.integer({ min: 200, max: 599 }),
      headers: fc.dictionary(fc.constantFrom('ers-proxy', 'content-type', 'etag'), fc.string()),
      body: fc.jsonValue() as fc.Arbitrary<never>,
    });
    await fc.assert(
      fc.asyncProperty(answers, async (answer) => {
        const { client } = createDesk(answer);
        const { outcome } = await client.createReferral(referral, { intentId: 'i' });
        return outcome !== 'done';
      }),
    );
  });
});

describe('an upload', () => {
  const ubrn = '000049283317' as Ubrn;
  const file = new File(['%PDF'], 'Letter.pdf');
  const stored = { status: 201, headers: { location: 'Binary/att-49283317-7' } };

  it('tells its progress and gives the place of the file', async () => {
    const { client, calls } = createDesk(stored);
    const seen: number[][] = [];
    const onProgress = (...bytes: number[]): void => void seen.push(bytes);
    const result = await client.uploadFile(ubrn, file, { intentId: 'i', onProgress });
    expect(result).toEqual({ outcome: 'done', value: { url: 'Binary/att-49283317-7' } });
    calls[0]?.options?.onUploadProgress?.(2, 4);
    expect(seen).toEqual([[2, 4]]);
  });

  it('that was stopped before it left is not done', async () => {
    const { client, calls } = createDesk('silence');
    const signal = AbortSignal.abort();
    const result = await client.uploadFile(ubrn, file, { intentId: 'i', signal });
    expect(result).toMatchObject({ outcome: 'not-done' });
    expect(calls).toEqual([]);
  });

  it('can be stopped; whether the file arrived is then unknown', async () => {
    const { client, clock, calls } = createDesk('silence');
    const stop = new AbortController();
    const result = client.uploadFile(ubrn, file, { intentId: 'i', signal: stop.signal });
    await clock.pass(0);
    stop.abort();
    expect(await result).toMatchObject({ outcome: 'unknown' });
    expect(calls[0]?.options?.signal?.aborted).toBe(true);
  });
});

function withPatient(value: string) {
  return referralBody({ subject: { identifier: { value } } });
}
