import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { button } from './button.ts';
import { showFixture } from './fixture-frame.ts';

async function shown(options: Partial<Parameters<typeof button>[0]>) {
  let presses = 0;
  const frame = await showFixture(
    button({ label: 'Create referral', onPress: () => (presses += 1), ...options }),
  );
  const element = frame.renderRoot.querySelector('button') as HTMLButtonElement;
  return { element, root: frame.renderRoot as ShadowRoot, presses: () => presses };
}

describe('a button', () => {
  it('acts on a click, on Enter and on Space', async () => {
    const { element, presses } = await shown({});
    element.click();
    element.focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard(' ');
    expect(presses()).toBe(3);
  });

  it('that takes the place of a pressed one is not pressed by the same double click', async () => {
    const pressed: string[] = [];
    const label = (name: string, next?: () => void) =>
      button({ label: name, id: name, onPress: () => (pressed.push(name), next?.()) });
    const frame = await showFixture(
      label('book', () => {
        frame.content = label('again');
        frame.requestUpdate();
      }),
    );
    const root = frame.renderRoot as ShadowRoot;
    await userEvent.dblClick(root.querySelector('button') as HTMLButtonElement);
    expect(pressed).toEqual(['book']);
    await userEvent.click(root.querySelector('button') as HTMLButtonElement);
    expect(pressed).toEqual(['book', 'again']);
  });

  it('that stays can be pressed twice in a row', async () => {
    const { element, presses } = await shown({});
    await userEvent.dblClick(element);
    expect(presses()).toBe(2);
  });

  it('that is busy keeps the focus, says what goes on, and does nothing', async () => {
    const { element, root, presses } = await shown({ busy: 'Creating…' });
    element.focus();
    await userEvent.keyboard('{Enter}');
    element.click();
    expect(presses()).toBe(0);
    expect(root.activeElement).toBe(element);
    expect(element.textContent.trim()).toBe('Creating…');
  });

  it('that is unavailable takes the focus, gives its reason, and does nothing', async () => {
    const { element, root, presses } = await shown({ unavailable: 'Not available for your role.' });
    element.focus();
    await userEvent.keyboard('{Enter}');
    expect(presses()).toBe(0);
    expect(root.activeElement).toBe(element);
    const reason = root.getElementById(element.getAttribute('aria-describedby') ?? '');
    expect(reason?.textContent).toBe('Not available for your role.');
  });
});
