import { afterEach, describe, expect, it, vi } from 'vitest';
import { WHY_NOT_ENDED } from '../session/context.ts';
import type { SceneParts } from './fake-flow.ts';
import { lostScene, several } from './sample-lost.ts';
import { at, file, lettersState, problem, referral, shortlisted } from './sample-states.ts';
import { find, settled, show } from './shown-builder.ts';

afterEach(() => document.body.replaceChildren());

const opened = { status: 'open', referral, at: at('09:46:00') } as const;
const act = vi.fn(async () => {});
const uploaded = file('ECG.pdf', { status: 'uploaded', url: 'Binary/1', at: at('09:43:00') });
const notSent = file('X-ray.pdf', { status: 'not-uploaded', problem: problem('session-ended') });
const atLetters: SceneParts = {
  refer: { step: 'letters', opened },
  letters: { ...lettersState, files: [uploaded, notSent] },
  letterActions: { attach: act, retry: act },
};
const found = { ...lostScene({ status: 'ask-person' }), lostActions: { choose: act } };

describe('while the e-RS session has ended', () => {
  it.each<[what: string, parts: SceneParts, id: string]>([
    [
      'the create',
      {
        refer: { step: 'check' },
        find: shortlisted,
        create: { letterIntention: 'NEED_TO_ADD_LATER' },
        createActions: { create: act },
      },
      'create',
    ],
    ['attaching', atLetters, 'attach'],
    ['uploading again', atLetters, `try-again-${notSent.id}`],
    ['what was found', found, 'lost-found-lost-1'],
    [
      'the choice of what was found',
      { ...lostScene(several), lostActions: { choose: act } },
      `lost-choose-${referral.ubrn}`,
    ],
  ])('%s cannot be pressed, says why, and comes back with it', async (_what, parts, id) => {
    act.mockClear();
    const { builder, root } = await show(parts);
    builder.sessionEnded = true;
    await settled(builder);
    const pressed = find(root, `[id="${id}"]`);
    expect(pressed.getAttribute('aria-disabled')).toBe('true');
    expect(pressed.getAttribute('aria-describedby')).toBe(`${id}-why`);
    expect(find(root, `[id="${id}-why"]`).textContent).toBe(WHY_NOT_ENDED);
    pressed.click();
    expect(act).not.toHaveBeenCalled();
    builder.sessionEnded = false;
    await settled(builder);
    expect(find(root, `[id="${id}"]`)).toBe(pressed);
    expect(pressed.getAttribute('aria-disabled')).toBeNull();
  });

  it('a UBRN that was found is not noted by Enter, and stays as it was typed', async () => {
    act.mockClear();
    const { builder, root } = await show(found);
    builder.sessionEnded = true;
    await settled(builder);
    const field = find(root, '#lost-ubrn-lost-1') as HTMLInputElement;
    field.value = '000049283317';
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await settled(builder);
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await settled(builder);
    expect(act).not.toHaveBeenCalled();
    expect(field.value).toBe('000049283317');
  });
});
