import { expect as expectThat } from '@open-wc/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { BookPhase, BookSlotState } from '../../src/flows/book-slot.ts';
import { showFixture } from '../../src/ui/fixture-frame.ts';
import type { ReadySession } from '../session/context.ts';
import { find, focused, settled, show, slot, words, type Scene } from './picker-scene.ts';
import {
  at,
  bookedReferral,
  chosen,
  eastgate,
  northmoor,
  NOW,
  problem,
  UBRN,
} from './sample-slots.ts';
import { fixtureSet } from './slot-picker.fixtures.ts';
import { ErsSlotPicker } from './slot-picker.ts';
import { stillFlow, stillSession } from './still-flow.ts';

afterEach(() => document.body.replaceChildren());

const first = '2001-555021854111-19T13:40';

describe.each(Object.entries(fixtureSet.fixtures))('%s', (name, content) => {
  async function shown(width: number): Promise<ErsSlotPicker> {
    const frame = await showFixture(content(), width);
    const picker = frame.renderRoot.querySelector<ErsSlotPicker>('ers-slot-picker');
    if (!picker) throw new Error('No picker.');
    await settled(picker);
    return picker;
  }

  it('has no fault that axe can find', async () => {
    await expectThat(await shown(1100)).to.be.accessible();
  });

  it('does not scroll sideways at 320 pixels', async () => {
    const picker = await shown(320);
    expect(picker.scrollWidth).toBeLessThanOrEqual(picker.clientWidth);
  });

  it('breaks no date, time or number over two lines at 320 pixels', async () => {
    expect(broken(await shown(320))).toEqual([]);
  });

  it('shows whose referral it is about', async () => {
    const picker = await shown(1100);
    const withoutPatient = name === 'no session' || name === 'no referral named';
    const seen = words(picker.renderRoot.querySelector('.picker'));
    expect(seen.includes('999 012 3454')).toBe(!withoutPatient);
  });
});

/** `Thu 22-Oct-2026 09:40 BST`, an UBRN, an NHS number. */
const WHOLE =
  /(?:[A-Z][a-z]{2} )?\d\d-[A-Z][a-z]{2}-\d{4}(?: \d\d:\d\d [A-Z]{3})?|\d{3,4} \d{3,4} \d{4}/g;

function broken({ renderRoot }: ErsSlotPicker): string[] {
  const walker = document.createTreeWalker(renderRoot, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest('.ui-hidden, option, style')) continue;
    for (const { 0: match, index } of node.textContent?.matchAll(WHOLE) ?? []) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + match.length);
      const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (tops.size > 1) found.push(match);
    }
  }
  return found;
}

describe('the slots', () => {
  it.each([1110, 1024, 800])('of a cell stand two to a line, %i pixels wide', async (width) => {
    const { root } = await show({ width });
    const tops = ['19T13:40', '19T14:00', '19T14:20'].map(
      (time) => slot(root, `2001-555021854111-${time}`).getBoundingClientRect().top,
    );
    expect(tops[1]).toBe(tops[0]);
    expect(tops[2]).toBeGreaterThan(tops[0] ?? Infinity);
  });

  it('are never all said to be shown, as a crowded day shows some of them', async () => {
    const { root } = await show({ width: 400 });
    expect(root.querySelector('[data-more]')).not.toBeNull();
    expect(words(root.querySelector('.filters__showing'))).toBe('29 free slots in these days.');
  });

  it('stand in a week of 7 days, in one of 5 with less room, and in a list with little', async () => {
    const columns = async (width: number): Promise<number> =>
      (await show({ width })).root.querySelectorAll('thead th').length;
    expect([await columns(1100), await columns(800), await columns(500)]).toEqual([8, 6, 0]);
  });

  it('have only the days on screen in the page', async () => {
    const { root } = await show();
    const days = [...root.querySelectorAll<HTMLElement>('[data-slot]')].map(
      ({ dataset }) => dataset['slot']?.split('-')[2]?.slice(0, 2) ?? '',
    );
    expect(days.length).toBeGreaterThan(20);
    expect(days.filter((day) => Number(day) > 25)).toEqual([]);
  });

  it('are named in full for those who do not see the table', async () => {
    const { root } = await show();
    expect(slot(root, chosen.id).getAttribute('aria-label')).toBe(
      '09:40, Thursday 22 October 2026, British Summer Time, Arrhythmia Clinic, Cardiology, Northmoor General Hospital, OKONKWO, Chidi (Dr)',
    );
  });

  it('say when the clocks change in the days on screen', async () => {
    const { root } = await show();
    expect(words(root.querySelector('.clock-change'))).toBe(
      'Clocks go back on Sun 25-Oct-2026 at 02:00. Times up to Sat 24-Oct-2026 are BST. Times from Sun 25-Oct-2026 are GMT.',
    );
  });

  it('of a day are not called "none free" while a service has not answered', async () => {
    const failed = { status: 'failed', problem: problem('timed-out') } as const;
    const heads = async (services: BookSlotState['services']): Promise<string> =>
      words((await show({ state: { services } })).root.querySelector('thead th:last-child'));
    expect(await heads([eastgate, northmoor])).toContain('None free');
    expect(await heads([eastgate, { ...northmoor, slots: [], load: failed }])).toContain(
      'Not known',
    );
  });

  it('that were asked for more than 5 minutes ago say their age on another ground', async () => {
    const load = { status: 'loaded', at: at('16T09:40:00'), total: 17 } as const;
    const { root } = await show({ state: { services: [{ ...eastgate, load }, northmoor] } });
    expect(words(root.querySelector('.ui-as-of--old'))).toContain('9 minutes ago');
  });

  it('are narrowed by service, clinician and time of day, and how many are hidden is said', async () => {
    const { picker, root } = await show();
    await userEvent.selectOptions(
      find(root, '#ers-service'),
      'Arrhythmia Clinic, Cardiology, Northmoor General Hospital',
    );
    await userEvent.selectOptions(find(root, '#ers-clinician'), 'HALLORAN, Siobhan (Dr)');
    await settled(picker);
    expect(words(root.querySelector('.filters__showing'))).toBe(
      '3 of 29 free slots in these days. Your filters hide 26.',
    );
    find(root, '#ers-afternoon').click();
    await settled(picker);
    expect(words(root.querySelector('.slots'))).toContain('Your filters hide every slot');
  });

  it('of a crowded cell are shown on demand, and focus goes to the first of them', async () => {
    const { picker, root } = await show();
    const more = find(root, '[data-more]');
    expect(words(more)).toBe('+3 more');
    more.click();
    await settled(picker);
    expect(focused(root)).toBe('2002-555021854222-22T10:40');
  });

  it('of another page of e-RS can be asked for, and up to when it gave them is said', async () => {
    const more = vi.fn(() => Promise.resolve());
    const load = { status: 'loaded', at: NOW, total: 240, nextPage: 2 } as const;
    const { root } = await show({
      state: { services: [eastgate, { ...northmoor, load }] },
      actions: { more },
    });
    expect(words(root.querySelector('.head'))).toContain('e-RS gave slots to Fri 30-Oct-2026');
    find(root, '#ers-more-2002').click();
    expect(more).toHaveBeenCalledWith('2002');
  });

  it('of a service that failed are not an empty row', async () => {
    const load = { status: 'failed', problem: problem('timed-out') } as const;
    const { root } = await show({ state: { services: [{ ...northmoor, slots: [], load }] } });
    expect(words(root.querySelector('.notes'))).toContain(
      'We do not know which slots are free at Arrhythmia Clinic',
    );
    expect(words(root.querySelector('.notes'))).toContain('7f3a19c2-58d0-4b6e');
  });
});

describe('by keyboard', () => {
  async function onFirst(scene: Scene = {}) {
    const shown = await show(scene);
    slot(shown.root, first).focus();
    return {
      ...shown,
      press: async (keys: string): Promise<string | undefined> => {
        await userEvent.keyboard(keys);
        await settled(shown.picker);
        return focused(shown.root);
      },
    };
  }

  it('the week is one tab stop, in which arrows go from slot to slot', async () => {
    const { press, root } = await onFirst();
    expect(root.querySelectorAll('[data-key][tabindex="0"]')).toHaveLength(1);
    expect(await press('{ArrowDown}')).toBe('2001-555021854111-19T14:00');
    expect(await press('{ArrowRight}')).toBe('2001-555021854111-21T08:20');
    expect(await press('{Home}')).toBe(first);
    expect(await press('{Control>}{End}{/Control}')).toBe('2002-0-21T15:10');
  });

  it('Page Down goes to the next days with slots and back', async () => {
    const { press } = await onFirst();
    expect(await press('{PageDown}')).toBe('2001-555021854111-27T09:00');
    expect(await press('{PageUp}')).toBe(first);
  });

  it('Page Up goes back to the slot that was left, in the week too', async () => {
    const { press } = await onFirst();
    const left = await press('{ArrowRight}{ArrowDown}');
    await press('{PageDown}');
    expect(await press('{PageUp}')).toBe(left);
    expect(left).not.toBe(first);
  });

  it('in the list arrows go from slot to slot, Page Down to the next day', async () => {
    const { press } = await onFirst({ width: 400 });
    expect(await press('{ArrowDown}')).toBe('2001-555021854111-19T14:00');
    expect(await press('{PageDown}')).toBe('2001-0-20T09:10');
  });

  it('in the list Page Up goes back to the slot that was left', async () => {
    const { press } = await onFirst({ width: 400 });
    const second = await press('{ArrowDown}');
    await press('{PageDown}');
    expect(await press('{PageUp}')).toBe(second);
    expect(second).not.toBe(first);
  });

  it('Enter chooses and a second Enter does not book', async () => {
    const book = vi.fn(() => Promise.resolve());
    const choose = vi.fn((id: string) => {
      flow.become({
        chosen: northmoor.slots.concat(eastgate.slots).find((each) => each.id === id),
      });
    });
    const { flow, press, root } = await onFirst({ actions: { book, choose } });
    expect(await press('{Enter}')).toBe(first);
    expect(slot(root, first).getAttribute('aria-pressed')).toBe('true');
    await press('{Enter}');
    expect(choose).toHaveBeenCalledTimes(2);
    expect(book).not.toHaveBeenCalled();
  });

  it('G goes to a date once the user has switched it on, and no longer once it is off', async () => {
    const { picker, press, root } = await onFirst();
    const goTo = find(root, '#ers-go-to');
    expect(await press('g')).toBe(first);
    goTo.click();
    await settled(picker);
    const tick = find(root, '#ers-letter-g');
    tick.click();
    goTo.click();
    await settled(picker);
    slot(root, first).focus();
    await press('g');
    expect(root.activeElement?.id).toBe('ers-go-to-day');
    expect(picker.letterKeys).toBe('on');
    expect(words(find(root, '#ers-slot-keys'))).toContain('G goes to a date');
    await userEvent.selectOptions(find(root, '#ers-go-to-day'), 'Tue 27-Oct-2026');
    find(root, '.go-to button').click();
    await settled(picker);
    expect(focused(root)).toBe('2001-555021854111-27T09:00');
    picker.letterKeys = 'off';
    await settled(picker);
    expect(await press('g')).toBe('2001-555021854111-27T09:00');
    expect(words(find(root, '#ers-slot-keys'))).not.toContain('G goes');
  });

  it('focus is on the same slot after Check again, or on the nearest later one', async () => {
    const gone = (id: string): BookSlotState['services'] =>
      [eastgate, northmoor].map((each) => ({
        ...each,
        slots: each.slots.filter((free) => free.id !== id),
      }));
    let services = gone('none');
    const checkAgain = (): Promise<void> => {
      flow.become({ services });
      return Promise.resolve();
    };
    const { flow, picker, root } = await onFirst({ actions: { checkAgain } });
    const again = async (): Promise<string | undefined> => {
      find(root, '#ers-check-again-slots').focus();
      find(root, '#ers-check-again-slots').click();
      await settled(picker);
      return focused(root);
    };
    expect(await again()).toBe(first);
    services = gone(first);
    expect(await again()).toBe('2001-555021854111-19T14:00');
    expect(words(root.querySelector('[role=status].ui-hidden'))).toContain('no longer free');
  });
});

describe('Check again that fails', () => {
  it('claims no number of free slots, and leaves the focus on the button', async () => {
    const load = { status: 'failed', problem: problem('timed-out') } as const;
    const checkAgain = (): Promise<void> => {
      flow.become({ services: [{ ...eastgate, load }, northmoor] });
      return Promise.resolve();
    };
    const { flow, picker, root } = await show({ actions: { checkAgain } });
    find(root, '#ers-check-again-slots').focus();
    find(root, '#ers-check-again-slots').click();
    await settled(picker);
    expect(words(root.querySelector('[role=status].ui-hidden'))).toBe(
      'The slots could not all be read again.',
    );
    expect(root.activeElement?.id).toBe('ers-check-again-slots');
  });

  it('for want of a session is told without a service desk', async () => {
    const load = { status: 'failed', problem: problem('session-ended') } as const;
    const { root } = await show({ state: { services: [{ ...eastgate, load }] } });
    const notes = words(root.querySelector('.notes'));
    expect(notes).toContain('as soon as you have signed in again');
    expect(notes).not.toContain('service desk');
  });
});

describe('standing alone', () => {
  function alone(session: ReadySession): ErsSlotPicker {
    const picker = new ErsSlotPicker();
    picker.ubrn = '0000 4928 3317';
    picker.session = session;
    document.body.append(picker);
    return picker;
  }

  it('makes a flow for its referral, opens it, and shows the bar', async () => {
    const open = vi.fn(() => Promise.resolve());
    const bookSlot = vi.fn(() =>
      stillFlow({ phase: { status: 'opening', ubrn: UBRN, since: NOW } }, { open }),
    );
    const picker = alone(stillSession({ flows: { ...stillSession().flows, bookSlot } }));
    await picker.updateComplete;
    expect(bookSlot).toHaveBeenCalledWith({ ubrn: UBRN, services: undefined });
    expect(open).toHaveBeenCalledTimes(1);
    expect(words(picker.renderRoot.querySelector('.ui-bar'))).toContain('e-Referral Service');
  });

  it('asks its flow for what was not read once the user has signed in again', async () => {
    const signedInAgain = vi.fn();
    const flow = stillFlow({}, { signedInAgain });
    const picker = alone(
      stillSession({ flows: { ...stillSession().flows, bookSlot: () => flow } }),
    );
    await picker.updateComplete;
    picker.signedInAgain();
    expect(signedInAgain).toHaveBeenCalledTimes(1);
  });

  it('is blank at once when the session asks, and forgets its flow', async () => {
    const flow = stillFlow({ chosen });
    const join = vi.fn(() => () => undefined);
    const picker = alone(
      stillSession({ join, flows: { ...stillSession().flows, bookSlot: () => flow } }),
    );
    await picker.updateComplete;
    expect(join).toHaveBeenCalledWith(picker);
    expect(picker.hasUnsavedInput()).toBe(true);
    picker.blank();
    expect(words(picker.renderRoot.querySelector('.picker'))).toBe('');
    expect(picker.shadowRoot?.innerHTML).not.toContain('9990123454');
    expect(flow.disposed).toBe(true);
    expect(picker.hasUnsavedInput()).toBe(false);
  });

  it('takes the patient off the page to be printed as well', async () => {
    const phase: BookPhase = { status: 'booked', at: NOW, confirmed: true };
    const flow = stillFlow({ referral: bookedReferral, phase });
    const picker = alone(
      stillSession({ flows: { ...stillSession().flows, bookSlot: () => flow } }),
    );
    await picker.updateComplete;
    picker.printPage = () => undefined;
    find(picker.renderRoot as ShadowRoot, '#ers-print-confirmation').click();
    expect(picker.renderRoot.querySelector('iframe')).not.toBeNull();
    picker.blank();
    expect(picker.renderRoot.querySelector('iframe')).toBeNull();
  });
});
