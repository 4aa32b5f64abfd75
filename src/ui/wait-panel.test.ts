import { describe, expect, it } from 'vitest';
import { showFixture } from './fixture-frame.ts';
import { waitPanel } from './wait-panel.ts';

async function shown(elapsedSeconds: number) {
  const frame = await showFixture(
    waitPanel({ title: 'Booking in progress', text: 'Wait.', elapsedSeconds, steps: [] }),
  );
  const fill = frame.renderRoot.querySelector<HTMLElement>('.ui-wait__fill');
  return { words: frame.renderRoot.textContent.replace(/\s+/g, ' '), width: fill?.style.width };
}

describe('a long wait', () => {
  it('shows the time that has passed against its limit, in words and as a bar', async () => {
    const { words, width } = await shown(30);
    expect(words).toContain('30 seconds so far of up to 2 minutes');
    expect(width).toBe('25%');
  });

  it('says so when the limit has passed, and the bar does not leave its frame', async () => {
    const { words, width } = await shown(154);
    expect(words).toContain('2 minutes 34 seconds so far, longer than 2 minutes');
    expect(width).toBe('100%');
  });
});
