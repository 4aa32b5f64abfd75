import { describe, expect, it } from 'vitest';
import { ErsError } from '../domain/problem.ts';
import type { Ubrn } from '../domain/ubrn.ts';
import { ok, proxySays, referralBody, refused } from './answers.fixtures.ts';
import { createDesk, type Desk } from './desk.fixtures.ts';
import { TransportError } from './transport.ts';

const ubrn = '000049283317' as Ubrn;
const referral = ok(referralBody());
const lost = new TransportError('no-answer', 'maybe');

/** What becomes of a reading of the referral while so much time passes. */
async function outcomeOf({ client, clock }: Desk, milliseconds: number): Promise<string> {
  let outcome = 'waiting';
  client.retrieveReferral(ubrn).then(
    ({ version }) => (outcome = `version ${version}`),
    (error: unknown) => {
      outcome = error instanceof ErsError ? error.problem.reason : String(error);
    },
  );
  await clock.pass(milliseconds);
  return outcome;
}

describe('a read', () => {
  it('goes with its context and a correlation id, and without a key of a write', async () => {
    const desk = createDesk(referral);
    expect(await outcomeOf(desk, 0)).toBe('version 6');
    expect(desk.calls.map(({ call }) => call)).toEqual([
      { operation: 'A005', params: { ubrn }, contextId: 'x-1', correlationId: 'c-1' },
    ]);
  });

  it('is asked again after 1 s and after 2 s, under the same correlation id', async () => {
    const desk = createDesk(lost, refused(503), referral);
    expect(await outcomeOf(desk, 2_999)).toBe('waiting');
    expect(desk.calls).toHaveLength(2);
    await desk.clock.pass(1);
    expect(desk.calls.map(({ call }) => call.correlationId)).toEqual(['c-1', 'c-1', 'c-1']);
  });

  it('is asked a last time after 4 s more, then given up', async () => {
    const desk = createDesk(refused(502));
    expect(await outcomeOf(desk, 6_999)).toBe('waiting');
    expect(desk.calls).toHaveLength(3);
    expect(await outcomeOf(createDesk(refused(502)), 7_000)).toBe('upstream-failed');
  });

  it.each([
    [refused(404), 'not-found'],
    [refused(422, 'NO_RELATIONSHIP'), 'no-relationship'],
    [refused(401), 'session-ended'],
    [proxySays(409, 'wrong-patient', 'not-forwarded'), 'wrong-patient'],
    [ok({}), 'answer-not-readable'],
  ])('that was understood and refused is not asked again', async (answer, reason) => {
    const desk = createDesk(answer);
    expect(await outcomeOf(desk, 10_000)).toBe(reason);
    expect(desk.calls).toHaveLength(1);
  });

  it('whose answer broke off is asked again', async () => {
    const desk = createDesk({ ...referral, body: undefined, unreadable: true }, referral);
    expect(await outcomeOf(desk, 1_000)).toBe('version 6');
  });

  it('F11, P20: waits as long as it is told to', async () => {
    const busy = { ...refused(429), headers: { 'retry-after': '7' } };
    const desk = createDesk(busy, referral);
    expect(await outcomeOf(desk, 6_999)).toBe('waiting');
    await desk.clock.pass(1);
    expect(desk.calls).toHaveLength(2);
  });

  it('is given up at once when it is told to wait for long', async () => {
    const busy = { ...refused(429), headers: { 'retry-after': '31' } };
    expect(await outcomeOf(createDesk(busy), 0)).toBe('too-many-requests');
  });

  it('has timed out after 30 s, is stopped then and not asked again', async () => {
    const desk = createDesk('silence');
    expect(await outcomeOf(desk, 29_999)).toBe('waiting');
    expect(desk.calls[0]?.options?.signal?.aborted).toBe(false);
    await desk.clock.pass(1);
    expect(desk.calls[0]?.options?.signal?.aborted).toBe(true);
    expect(await outcomeOf(createDesk('silence'), 30_000)).toBe('timed-out');
  });

  it('can be given up, also while it waits, and rejects with an AbortError', async () => {
    for (const step of ['silence', refused(503)] as const) {
      const { client, clock } = createDesk(step);
      const stop = new AbortController();
      const reading = client.retrieveReferral(ubrn, { signal: stop.signal });
      const rejected = expect(reading).rejects.toMatchObject({ name: 'AbortError' });
      await clock.pass(500);
      stop.abort(new Error('The person went elsewhere'));
      await rejected;
    }
  });

  it('that was given up before does not leave', async () => {
    const { client, calls } = createDesk(referral);
    const reading = client.retrieveReferral(ubrn, { signal: AbortSignal.abort() });
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(calls).toHaveLength(0);
  });

  it('of a context that has passed rejects with an AbortError', async () => {
    const passed = new DOMException('The patient context has changed', 'AbortError');
    expect(await outcomeOf(createDesk(passed), 0)).toContain('AbortError');
  });

  it('that breaks a rule is not sent', async () => {
    const { client, calls } = createDesk(referral);
    const reading = client.retrieveReferral('12' as Ubrn);
    await expect(reading).rejects.toMatchObject({
      problem: { reason: 'field-wrong', source: 'local', correlationId: 'c-1' },
    });
    expect(calls).toHaveLength(0);
  });

  it('of advice is told as that when it is lost or refused here', async () => {
    const { client, clock } = createDesk(lost);
    const rejected = expect(client.retrieveAdviceRequest(ubrn)).rejects.toMatchObject({
      problem: { reason: 'no-answer', about: 'advice' },
    });
    await clock.pass(10_000);
    await rejected;
    await expect(client.retrieveAdviceRequest('12' as Ubrn)).rejects.toMatchObject({
      problem: { source: 'local', about: 'advice' },
    });
  });

  it('waits its turn when many are asked for at once', async () => {
    const desk = createDesk(referral);
    for (let i = 0; i < 8; i += 1) void desk.client.retrieveReferral(ubrn);
    await desk.clock.pass(0);
    expect(desk.calls).toHaveLength(5);
    await desk.clock.pass(1_000);
    expect(desk.calls).toHaveLength(7);
  });

  it('lets one that is only made ahead wait for those that are looked at', async () => {
    const desk = createDesk(referral);
    for (let i = 0; i < 6; i += 1) void desk.client.retrieveReferral(ubrn, { urgency: 'ahead' });
    void desk.client.retrieveSpecialties().catch(() => undefined);
    await desk.clock.pass(500);
    expect(desk.calls.map(({ call }) => call.operation).slice(5)).toEqual(['A004']);
  });

  it('is held off while e-RS has asked another to wait', async () => {
    const busy = { ...refused(429), headers: { 'retry-after': '7' } };
    const desk = createDesk(busy, referral);
    void desk.client.retrieveReferral(ubrn);
    await desk.clock.pass(0);
    expect(await outcomeOf(desk, 6_999)).toBe('waiting');
    expect(desk.calls).toHaveLength(1);
    await desk.clock.pass(1);
    expect(desk.calls).toHaveLength(3);
  });

  it('of the patient letter is left to the person to repeat', async () => {
    const { client, clock, calls } = createDesk(refused(503));
    const rejected = expect(client.retrievePatientLetter(ubrn)).rejects.toMatchObject({
      problem: { reason: 'ers-unavailable', retry: 'back-off' },
    });
    await clock.pass(10_000);
    await rejected;
    expect(calls).toHaveLength(1);
  });
});
