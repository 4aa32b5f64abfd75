import { html, type TemplateResult } from 'lit';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { button } from './button.ts';
import { dialog } from './dialog.ts';
import { showFixture } from './fixture-frame.ts';

// A modal that is left open makes the rest of the page inert.
afterEach(() => document.body.replaceChildren());

async function opened() {
  let closings = 0;
  const page = (open: boolean): TemplateResult =>
    html`${button({ label: 'Cancel the referral', id: 'opener', onPress: () => {} })}${
      open
        ? dialog({
            title: 'Cancel this referral?',
            content: 'The appointment is cancelled too.',
            actions: button({ label: 'Keep it', onPress: () => {} }),
            onClose: () => (closings += 1),
          })
        : ''
    }`;
  const frame = await showFixture(page(false));
  const root = frame.renderRoot as ShadowRoot;
  const show = async (open: boolean): Promise<void> => {
    frame.content = page(open);
    await frame.updateComplete;
    await Promise.resolve();
  };
  root.getElementById('opener')?.focus();
  await show(true);
  return { root, show, closings: () => closings };
}

describe('a dialog', () => {
  it('is modal, and its title has the focus, not a button', async () => {
    const { root } = await opened();
    expect(root.querySelector('dialog')?.matches(':modal')).toBe(true);
    expect(root.activeElement?.textContent).toBe('Cancel this referral?');
  });

  it('asks its owner to close on Esc and does not close by itself', async () => {
    const { root, closings } = await opened();
    await userEvent.keyboard('{Escape}');
    expect(closings()).toBe(1);
    expect(root.querySelector('dialog')?.open).toBe(true);
  });

  it('gives the focus back to what opened it', async () => {
    const { root, show } = await opened();
    await show(false);
    expect(root.querySelector('dialog')).toBeNull();
    expect(root.activeElement?.id).toBe('opener');
  });
});
