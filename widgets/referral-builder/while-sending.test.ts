import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SceneParts } from './fake-flow.ts';
import { at, file, lettersState, referral, shortlisted } from './sample-states.ts';
import { find, show } from './shown-builder.ts';

afterEach(() => document.body.replaceChildren());

const since = at('09:46:52');
const uploaded = file('ECG.pdf', { status: 'uploaded', url: 'Binary/1', at: at('09:43:00') });

describe('while a write is on its way, no other step can be gone to', () => {
  it.each<[from: string, parts: SceneParts, ids: string[]]>([
    [
      'the create',
      {
        refer: { step: 'check' },
        find: shortlisted,
        create: { phase: { status: 'sending', since } },
      },
      ['ers-back-to-services', 'ers-change-the-shortlist', 'ers-change-the-search'],
    ],
    [
      'attaching',
      {
        refer: { step: 'letters', opened: { status: 'open', referral, at: since } },
        letters: { ...lettersState, files: [uploaded], phase: { status: 'attaching', since } },
      },
      ['go-on'],
    ],
  ])('from %s, and it says why', async (_from, parts, ids) => {
    const goTo = vi.fn();
    const { root } = await show({ ...parts, actions: { goTo } });
    for (const id of ids) {
      expect(find(root, `#${id}`).getAttribute('aria-disabled')).toBe('true');
      find(root, `#${id}`).click();
    }
    expect(find(root, '.ui-commit').textContent).toContain('Waiting for e-RS');
    expect(goTo).not.toHaveBeenCalled();
  });
});
