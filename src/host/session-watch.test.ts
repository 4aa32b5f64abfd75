import { describe, expect, it } from 'vitest';
import type { ErsCall, ErsResponse } from '../ers/transport.ts';
import { watchSession } from './session-watch.ts';

const CALL: ErsCall = {
  operation: 'A005',
  params: { ubrn: '000049283317' },
  contextId: 'context-1',
  correlationId: 'corr-1',
};

/** One question that is answered when told, in a session that may be replaced meanwhile. */
async function ended(
  answer: ErsResponse,
  { signInAgain = false, endsByBare403 = true } = {},
): Promise<number> {
  let sessions = 1;
  let told = 0;
  const transport = watchSession(
    {
      request: async () => {
        if (signInAgain) sessions += 1;
        return answer;
      },
    },
    {
      sessionNumber: () => sessions,
      onEnded: () => void (told += 1),
      endsByBare403: () => endsByBare403,
    },
  );
  expect(await transport.request(CALL)).toBe(answer);
  return told;
}

describe('the end of a session', () => {
  it('is told by a 401, and over HSCN by a 403 that gives no reason', async () => {
    expect(await ended({ status: 401, headers: {} })).toBe(1);
    expect(await ended({ status: 403, headers: {} })).toBe(1);
    expect(await ended({ status: 403, headers: {} }, { endsByBare403: false })).toBe(0);
  });

  it('is not told by a 403 with a reason, or any other answer', async () => {
    const body = { resourceType: 'OperationOutcome' };
    expect(await ended({ status: 403, headers: {}, body })).toBe(0);
    expect(await ended({ status: 500, headers: {} })).toBe(0);
  });

  it('is not told by a late answer to a question of the session before', async () => {
    expect(await ended({ status: 401, headers: {} }, { signInAgain: true })).toBe(0);
  });
});
