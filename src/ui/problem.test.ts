import { describe, expect, it } from 'vitest';
import type { Problem } from '../domain/problem.ts';
import { showFixture } from './fixture-frame.ts';
import { problemPart } from './problem.ts';

const refused: Problem = {
  reason: 'not-understood',
  source: 'e-rs',
  httpStatus: 422,
  ersCode: 'MOON_NOT_FULL',
  transactionId: '7f3a19c2-58d0-4b6e-9b5c-1f0d2e3a4b5c-1',
  correlationId: 'c04e77b1-2a9d-4f15-9d3e-0a4b6c1d2e3f',
  retry: 'never',
};

async function words(problem: Problem): Promise<string> {
  const frame = await showFixture(problemPart({ problem }));
  return (frame.renderRoot as ShadowRoot).textContent.replace(/\s+/g, ' ');
}

describe('a problem on screen', () => {
  it('shows a code of e-RS that nobody knows as it came, after the words', async () => {
    const text = await words(refused);
    expect(text).toContain('422, MOON_NOT_FULL');
    expect(text.indexOf('e-RS refused this')).toBeLessThan(text.indexOf('MOON_NOT_FULL'));
  });

  it('leaves it to the session to say that it has ended, and says what to do', async () => {
    const text = await words({ ...refused, reason: 'session-ended', ersCode: undefined });
    expect(text).toContain('This needs you to sign in again');
    expect(text).not.toContain('Your e-RS session has ended');
  });

  it('gives the transaction id where e-RS answered, and the correlation id always', async () => {
    expect(await words(refused)).toContain('7f3a19c2-58d0-4b6e-9b5c-1f0d2e3a4b5c-1');
    const unreached: Problem = {
      reason: 'proxy-unreachable',
      source: 'network',
      correlationId: refused.correlationId,
      retry: 'back-off',
    };
    const text = await words(unreached);
    expect(text).toContain(refused.correlationId);
    expect(text).not.toContain('transaction id');
  });

  it('advises to try again only where that cannot do something twice', async () => {
    const lost: Problem = { ...refused, reason: 'timed-out', source: 'network', retry: 'back-off' };
    expect(await words(lost)).toContain('Try again in a few minutes');
    expect(await words({ ...lost, retry: 'after-reread' })).not.toContain('Try again');
    expect(await words({ ...lost, retry: 'never' })).not.toContain('Try again');
  });

  it('leaves no doubt about a request that changes nothing', async () => {
    const lost: Problem = { ...refused, reason: 'no-answer', source: 'network', retry: 'back-off' };
    expect(await words(lost)).not.toContain('We do not know');
    expect(await words(lost)).toContain('Try again in a few minutes');
    expect(await words({ ...lost, retry: 'after-reread' })).toContain('We do not know');
  });

  it('does not put words of the proxy into the mouth of e-RS', async () => {
    const text = await words({ ...refused, source: 'proxy', reason: 'proxy-refused' });
    expect(text).toContain('Proxy said');
    expect(text).not.toContain('e-RS said');
  });
});
