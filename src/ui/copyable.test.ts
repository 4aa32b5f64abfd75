import { afterEach, describe, expect, it, vi } from 'vitest';
import { copyable } from './copyable.ts';
import { showFixture } from './fixture-frame.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

async function pressCopy(): Promise<string> {
  const frame = await showFixture(
    copyable({ value: '000049283317', shown: '0000 4928 3317', about: 'UBRN' }),
  );
  frame.renderRoot.querySelector('button')?.click();
  const said = frame.renderRoot.querySelector('[role=status]');
  await vi.waitFor(() => expect(said?.textContent).not.toBe(''));
  return said?.textContent ?? '';
}

describe('a value with Copy', () => {
  it('copies the value without the spaces it is shown with, and says so', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    expect(await pressCopy()).toBe('Copied');
    expect(write).toHaveBeenCalledWith('000049283317');
  });

  it('says how to copy by hand where the browser refuses', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('refused'));
    expect(await pressCopy()).toBe('Not copied: select it and press Ctrl+C');
  });
});
