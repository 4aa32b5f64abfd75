import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { BookSlotState } from '../../src/flows/book-slot.ts';
import { find, focused, settled, show, words } from './picker-scene.ts';
import { chosen, eastgate, northmoor, NOW, UBRN } from './sample-slots.ts';
import type { ErsSlotPicker } from './slot-picker.ts';

afterEach(() => document.body.replaceChildren());

const loading = { status: 'loading', since: NOW } as const;
const opening = { phase: { status: 'opening', ubrn: UBRN, since: NOW } } as const;

/** A flow that a stop brings into this state. */
async function reading(state: Partial<BookSlotState>, stopped: Partial<BookSlotState>) {
  const scene = await show({ state, actions: { stopReading: () => flow.become(stopped) } });
  const { flow } = scene;
  return scene;
}

async function stop(picker: ErsSlotPicker, button: HTMLElement): Promise<void> {
  button.focus();
  await userEvent.keyboard('{Enter}');
  await settled(picker);
}

const said = (root: ShadowRoot): string => words(root.querySelector('[role=status].ui-hidden'));

describe('F24, P13: in the slot picker, a read that is stopped by its button', () => {
  it('of the referral says so, with the focus there and a button that reads it again', async () => {
    const { picker, root } = await reading(opening, {
      phase: { status: 'open-stopped', ubrn: UBRN },
    });
    await stop(picker, find(root, '#ers-stop-reading-the-referral'));
    expect(focused(root)).toContain('You stopped reading referral 0000 4928 3317');
    expect(words(find(root, '#ers-try-again'))).toBe('Try again');
  });

  it('of the first slots leaves each service as not known, with the focus on asking again', async () => {
    const none = { ...eastgate, slots: [] };
    const { picker, root } = await reading(
      { services: [{ ...none, load: loading }] },
      { services: [{ ...none, load: { status: 'stopped' } }] },
    );
    expect(words(root.firstElementChild)).toContain(
      'Asking e-RS for free slots: 0 seconds so far.',
    );
    await stop(picker, find(root, '#ers-stop-asking-for-slots'));
    expect(words(root.firstElementChild)).toContain(
      'You stopped asking for its free slots: it may have some.',
    );
    expect(said(root)).toBe('You stopped asking for slots. Nothing was lost');
    expect(focused(root)).toContain('Check again');
  });

  it('of the slots that were asked for again leaves them and the choice on screen', async () => {
    const before = { status: 'loaded', at: NOW, total: 17 } as const;
    const { picker, flow, root } = await reading(
      { services: [{ ...eastgate, load: before }, northmoor], chosen },
      { services: [{ ...eastgate, load: { ...before, isStopped: true } }, northmoor] },
    );
    flow.become({ services: [{ ...eastgate, load: loading }, northmoor] });
    await settled(picker);
    await stop(picker, find(root, '#ers-stop-asking-for-slots'));
    expect(words(root.firstElementChild)).toContain(
      'You stopped asking again. The slots are as they were before.',
    );
    expect(root.querySelectorAll('[data-slot]').length).toBeGreaterThan(0);
    expect(flow.state.chosen).toEqual(chosen);
    expect(focused(root)).toContain('Check again');
  });

  it('of some days does not let a day without slots pass for one that has none', async () => {
    const { root } = await show({
      state: { services: [{ ...eastgate, load: { status: 'stopped' } }] },
    });
    expect(words(find(root, '[role=grid]'))).not.toMatch(/none/i);
  });
});
