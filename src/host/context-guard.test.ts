import { describe, expect, it } from 'vitest';
import type { ErsCall, ErsResponse, ErsTransport } from '../ers/transport.ts';
import { guardContext } from './context-guard.ts';

const read: ErsCall = { operation: 'A005', params: {}, contextId: 'a', correlationId: '1' };
const write: ErsCall = { ...read, operation: 'A011', idempotencyKey: 'intent-1' };
const answer: ErsResponse = { status: 200, headers: {} };

const notSent = (): Error => new Error('not sent');

/** A transport whose answer comes when the test lets it. */
function slowTransport(): { transport: ErsTransport; calls: ErsCall[]; answerNow: () => void } {
  const calls: ErsCall[] = [];
  let answerNow = (): void => {};
  const transport: ErsTransport = {
    request(call) {
      calls.push(call);
      return new Promise((resolve) => {
        answerNow = () => resolve(answer);
      });
    },
  };
  return { transport, calls, answerNow: () => answerNow() };
}

describe('a transport tied to a patient context', () => {
  it('drops the answer to a read that arrives after the patient has changed', async () => {
    const { transport, answerNow } = slowTransport();
    let current = true;
    const reading = guardContext(transport, { isCurrent: () => current, notSent }).request(read);
    current = false;
    answerNow();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('lets a write on its way finish, so that its outcome is recorded', async () => {
    const { transport, answerNow } = slowTransport();
    let current = true;
    const writing = guardContext(transport, { isCurrent: () => current, notSent }).request(write);
    current = false;
    answerNow();
    await expect(writing).resolves.toBe(answer);
  });

  it('sends nothing more, read or write, for a patient who is no longer open', async () => {
    const { transport, calls } = slowTransport();
    const guarded = guardContext(transport, { isCurrent: () => false, notSent });
    await expect(guarded.request(read)).rejects.toMatchObject({ name: 'AbortError' });
    await expect(guarded.request(write)).rejects.toThrow('not sent');
    expect(calls).toEqual([]);
  });
});
