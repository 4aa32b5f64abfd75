import { describe, expect, it } from 'vitest';
import { addMilliseconds, type Instant } from '../domain/instant.ts';
import { asOf } from './as-of.ts';
import { showFixture } from './fixture-frame.ts';

const at = '2026-10-16T09:47:10.000Z' as Instant;

async function shown(minutes: number, onCheckAgain = () => {}) {
  const now = addMilliseconds(at, minutes * 60_000);
  const frame = await showFixture(asOf({ what: 'Slots', at, now, onCheckAgain }));
  return frame.renderRoot as ShadowRoot;
}

describe('the as-of line', () => {
  it('says when it was received, in the time of England, and how long ago', async () => {
    const text = (await shown(2)).textContent.replace(/\s+/g, ' ');
    expect(text).toContain('Slots as at 10:47 2 minutes ago');
  });

  it('stands out from 5 minutes on', async () => {
    expect((await shown(4)).querySelector('.ui-as-of--old')).toBeNull();
    expect((await shown(5)).querySelector('.ui-as-of--old')).not.toBeNull();
  });

  it('checks again when asked to', async () => {
    let checks = 0;
    const root = await shown(1, () => (checks += 1));
    root.querySelector('button')?.click();
    expect(checks).toBe(1);
  });
});
