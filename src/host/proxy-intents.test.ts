import { describe, expect, it } from 'vitest';
import { PATIENT } from '../flows/testing/fake-records.ts';
import { createProxySession } from './proxy-session.ts';

const LISTED = {
  idempotencyKey: 'intent-1',
  operation: 'A011',
  contextId: 'context-0',
  correlationId: 'c-9',
  startedAt: '2026-10-16T09:30:00.000Z',
  state: 'unknown',
  forCurrentPatient: true,
};

function unresolved(...intents: object[]) {
  const proxy = createProxySession({
    base: '/proxy',
    newId: () => 'id-1',
    fetch: async () => Response.json({ intents }),
  });
  return proxy.unresolved(PATIENT.nhsNumber);
}

describe('what the proxy lists of earlier writes', () => {
  it('is what the journal calls it, with the reference of the first page', async () => {
    expect(await unresolved(LISTED)).toMatchObject([
      {
        id: 'intent-1',
        action: 'create-referral',
        patient: PATIENT.nhsNumber,
        state: 'unknown',
        problem: { reason: 'no-answer', correlationId: 'c-9' },
      },
    ]);
  });

  it('is left out for another patient, and where no desk here can send it', async () => {
    const others = [
      { ...LISTED, forCurrentPatient: false },
      { ...LISTED, operation: 'A034' },
    ];
    expect(await unresolved(...others)).toEqual([]);
  });

  it('has a UBRN where the proxy tells one', async () => {
    const booking = { operation: 'A016', state: 'in-flight', ubrn: '000049283317' };
    expect(await unresolved({ ...LISTED, ...booking })).toMatchObject([
      { action: 'book-appointment', state: 'sending', ubrn: '000049283317' },
    ]);
  });

  it('P11: that cannot be read is a failure, not an empty list', async () => {
    await expect(unresolved({ ...LISTED, startedAt: 'yesterday' })).rejects.toMatchObject({
      problem: { reason: 'answer-not-readable' },
    });
  });
});
