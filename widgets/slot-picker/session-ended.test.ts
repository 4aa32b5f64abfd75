import { afterEach, describe, expect, it, vi } from 'vitest';
import { WHY_NOT_ENDED } from '../session/context.ts';
import { find, settled, show, type Scene } from './picker-scene.ts';
import { chosen, NOW, problem } from './sample-slots.ts';

afterEach(() => document.body.replaceChildren());

const cause = { serviceId: '2002', reason: 'NO_SLOTS_AT_SERVICE', seenAt: NOW } as const;
const deferral = { cause, comment: 'Phone after 14:00.' };
const locked = { status: 'locked', problem: problem('locked'), at: NOW } as const;

describe('while the e-RS session has ended', () => {
  it.each<[what: string, state: NonNullable<Scene['state']>, id: string]>([
    ['a booking', { chosen }, 'ers-book'],
    ['a booking of the slot that is kept', { chosen, phase: locked }, 'ers-keep-slot'],
    ['a deferral', { causes: [cause], deferral }, 'ers-defer'],
    ['another try', { phase: locked }, 'ers-try-again'],
  ])('%s cannot be sent, says why, and comes back with it', async (_what, state, id) => {
    const send = vi.fn(() => Promise.resolve());
    const { picker, root } = await show({ state, actions: { book: send, defer: send } });
    picker.sessionEnded = true;
    await settled(picker);
    const button = find(root, `#${id}`);
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(find(root, `#${id}-why`).textContent).toBe(WHY_NOT_ENDED);
    button.click();
    expect(send).not.toHaveBeenCalled();
    picker.sessionEnded = false;
    await settled(picker);
    find(root, `#${id}`).click();
    expect(send).toHaveBeenCalledTimes(1);
  });
});
