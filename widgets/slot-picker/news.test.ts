import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { BookPhase, BookSlotState } from '../../src/flows/book-slot.ts';
import { find, focused, heard, sending, settled, show, slot, words } from './picker-scene.ts';
import {
  bookedReferral,
  chosen,
  eastgate,
  northmoor,
  NOW,
  phonesOrTriage,
  problem,
  referral,
  UBRN,
} from './sample-slots.ts';
import type { ErsSlotPicker } from './slot-picker.ts';
import { stillFlow } from './still-flow.ts';

afterEach(() => document.body.replaceChildren());

const booked: BookPhase = { status: 'booked', at: NOW, confirmed: true };
const said = (root: ShadowRoot): string => words(root.querySelector('[role=status].ui-hidden'));

/** A flow that takes up each choice, as the real one does. */
async function choosing(state: Partial<BookSlotState> = {}, width = 1100) {
  const scene = await show({
    state,
    width,
    actions: {
      choose: (id) => {
        const all = flow.state.services.flatMap(({ slots }) => slots);
        flow.become({ chosen: all.find((each) => each.id === id), phase: { status: 'choosing' } });
      },
      unchoose: () => flow.become({ chosen: undefined }),
    },
  });
  const { flow } = scene;
  return scene;
}

async function press(picker: ErsSlotPicker, element: HTMLElement): Promise<void> {
  element.focus();
  await userEvent.keyboard('{Enter}');
  await settled(picker);
}

describe('a choice', () => {
  it('is said in full, and its undoing too, with the focus on the slot again', async () => {
    const { picker, root } = await choosing();
    await press(picker, slot(root, chosen.id));
    expect(said(root)).toBe(
      'Chosen: 09:40, Thursday 22 October 2026, British Summer Time, Arrhythmia Clinic, Cardiology, Northmoor General Hospital, OKONKWO, Chidi (Dr)',
    );
    await press(picker, find(root, '#ers-unchoose'));
    expect(said(root)).toBe('No slot is chosen now.');
    expect(focused(root)).toBe(chosen.id);
  });

  it.each([1100, 340])('brings the commit area into sight, %i pixels wide', async (width) => {
    const services = [eastgate, northmoor];
    const { picker, root } = await choosing({ services }, width);
    const low = find(root, '[data-slot="2001-0-20T09:10"]');
    low.scrollIntoView({ block: 'end' });
    await userEvent.click(low);
    await settled(picker);
    const area = find(root, '.ui-commit').getBoundingClientRect();
    expect(area.bottom).toBeLessThanOrEqual(window.innerHeight + 1);
    expect(low.getBoundingClientRect().bottom).toBeLessThanOrEqual(area.top);
  });

  it('of the earliest slot takes the focus along, wherever the user had gone', async () => {
    const { picker, root } = await choosing();
    find(root, '#ers-next').click();
    await settled(picker);
    await press(picker, find(root, '#ers-choose-earliest'));
    expect(focused(root)).toBe('2001-555021854111-19T13:40');
    expect(said(root)).toContain('Chosen: 14:40, Monday 19 October 2026');
  });

  it('of one of the nearest slots puts the focus on that slot, wherever it is', async () => {
    const late = northmoor.slots.find(({ id }) => id.endsWith('30T10:00'));
    if (!late) throw new Error('There is no late slot.');
    const phase: BookPhase = {
      status: 'slot-gone',
      slot: chosen,
      problem: problem('slot-taken'),
      at: NOW,
    };
    const services = [{ ...northmoor, slots: [late] }];
    const { picker, root } = await choosing({ services, phase });
    await press(picker, find(root, '.nearest .slot'));
    expect(focused(root)).toBe(late.id);
    expect(said(root)).toContain('Chosen: 10:00, Friday 30 October 2026');
  });

  it('that has the focus looks different from a slot that has it', async () => {
    const { picker, root } = await choosing();
    const look = (id: string): string => getComputedStyle(slot(root, id)).backgroundColor;
    const other = '2001-555021854111-19T13:40';
    slot(root, other).focus();
    await userEvent.keyboard('{ArrowDown}{ArrowUp}');
    const unchosen = look(other);
    await press(picker, slot(root, other));
    expect(look(other)).not.toBe(unchosen);
  });
});

describe('what was said before', () => {
  it('is gone under the next step', async () => {
    const { flow, picker, root } = await show({ state: { chosen } });
    const elsewhere = document.body.appendChild(document.createElement('input'));
    elsewhere.focus();
    flow.become({
      chosen: undefined,
      phase: { status: 'slot-gone', slot: chosen, problem: problem('slot-taken'), at: NOW },
    });
    await settled(picker);
    expect(said(root)).toContain('just been taken');
    elsewhere.remove();
    flow.become({ phase: sending });
    find(root, '[data-focus-heading]').focus();
    await settled(picker);
    flow.become({ referral: bookedReferral, phase: booked });
    await settled(picker);
    expect(said(root)).not.toContain('taken');
  });

  it('of free slots is gone once the appointment is booked', async () => {
    const { flow, picker, root } = await show();
    find(root, '#ers-check-again-slots').focus();
    find(root, '#ers-check-again-slots').click();
    await settled(picker);
    expect(said(root)).toContain('free slots');
    flow.become({ referral: bookedReferral, phase: booked });
    await settled(picker);
    expect(said(root)).toBe('');
  });
});

describe('the last reading of a write without an answer', () => {
  const asked: Extract<BookPhase, { status: 'unanswered' }> = {
    status: 'unanswered',
    write: 'booking',
    problem: problem('no-answer'),
    sentAt: NOW,
    readings: [],
    nextReadingAt: NOW,
    settled: false,
  };
  const reading = { at: NOW, found: 'unbooked' } as const;

  it('is said by the heading that it leads to, not left over it', async () => {
    const { flow, picker, root } = await show({ state: { phase: asked } });
    find(root, '[data-focus-heading]').focus();
    flow.become({ phase: { ...asked, readings: [reading] } });
    await settled(picker);
    expect(said(root)).toBe('Read the referral: still not booked');
    const readings = [reading, reading];
    flow.become({ phase: { ...asked, readings, nextReadingAt: undefined, settled: true } });
    await settled(picker);
    expect(focused(root)).toBe('No answer came. e-RS shows nothing booked');
    expect(root.textContent).toMatch(
      /When we last read the referral, at [\d:]+, it was not booked/,
    );
    expect(said(root)).toBe('');
  });
});

describe('what comes late', () => {
  it('of Check again is not said once the picker is blank', async () => {
    const answer: { give: () => void } = { give: () => undefined };
    const checkAgain = (): Promise<void> =>
      new Promise((resolve) => {
        answer.give = resolve;
      });
    const { flow, picker, root } = await show({ actions: { checkAgain } });
    const load = { status: 'failed', problem: problem('timed-out') } as const;
    find(root, '#ers-check-again-slots').click();
    picker.blank();
    flow.become({ services: [{ ...eastgate, load }] });
    answer.give();
    await settled(picker);
    expect(said(root)).toBe('');
  });

  it('of a choice does not move the days of the next patient', async () => {
    const late = northmoor.slots.find(({ id }) => id.endsWith('30T10:00'));
    const gone: BookPhase = {
      status: 'slot-gone',
      slot: chosen,
      problem: problem('slot-taken'),
      at: NOW,
    };
    const { flow, picker, root } = await choosing({ phase: gone });
    find(root, '[data-focus-heading]').focus();
    flow.become({ chosen: late, phase: { status: 'choosing' } });
    await picker.updateComplete;
    picker.flow = stillFlow();
    await settled(picker);
    expect(words(root.querySelector('.page-bar h3'))).toBe('Mon 19-Oct to Sun 25-Oct-2026');
  });
});

describe('what an earlier visit sent', () => {
  const underWay: BookPhase = {
    status: 'unanswered',
    write: 'booking',
    isUnderWay: true,
    serviceId: '2002',
    problem: problem('no-answer'),
    sentAt: NOW,
    readings: [],
    nextReadingAt: NOW,
    settled: false,
  };

  it('is shown as under way, with its service and nothing that can be pressed', async () => {
    const { root } = await show({ state: { services: [], phase: underWay } });
    const seen = words(root.querySelector('.outcome'));
    expect(seen).toContain('A booking is still in progress');
    expect(seen).toContain('Arrhythmia Clinic, Cardiology, Northmoor General Hospital');
    expect(seen).not.toContain('No answer came');
    expect(root.querySelectorAll('.ui-button:not([aria-disabled])')).toHaveLength(0);
  });

  it('and was booked meanwhile is told to the user with its time, to the host once', async () => {
    const opening: BookPhase = { status: 'opening', ubrn: UBRN, since: NOW };
    const { flow, picker, root } = await show({ state: { phase: opening } });
    const details = heard(picker, 'ers-appointment-booked');
    const phase: BookPhase = { ...booked, sentAt: NOW };
    flow.become({ referral: bookedReferral, phase });
    await settled(picker);
    expect(words(root.querySelector('.outcome'))).toContain('It was sent at 10:49:40');
    flow.become({ phase: { ...opening } });
    await settled(picker);
    flow.become({ phase });
    await settled(picker);
    expect(details).toEqual([{ ubrn: UBRN, appointmentId: 'appointment-70001' }]);
  });
});

describe('an outcome that keeps the choice', () => {
  const changed: BookPhase = {
    status: 'referral-changed',
    before: referral,
    problem: problem('referral-changed'),
    at: NOW,
  };
  const locked: BookPhase = { status: 'locked', problem: problem('locked'), at: NOW };

  it.each([
    ['Keep this slot and book', changed],
    ['Try again', locked],
  ])('names slot, service and patient above "%s"', async (label, phase) => {
    const book = vi.fn(() => Promise.resolve());
    const { root } = await show({ state: { chosen, phase }, actions: { book } });
    const area = find(root, '.ui-commit');
    for (const part of ['Thu 22-Oct-2026 09:40 BST', 'Arrhythmia Clinic', 'HARGREAVES', label])
      expect(words(area)).toContain(part);
    find(root, '#ers-keep-slot').click();
    expect(book).toHaveBeenCalledTimes(1);
  });
});

describe('a service whose way to book only e-RS knew', () => {
  it('is no error and no bookable service, and has its word', async () => {
    const { root } = await show({ state: { services: [eastgate, phonesOrTriage] } });
    expect(root.querySelector('.ui-message--error')).toBeNull();
    expect(words(root.querySelector('#ers-service'))).toContain('All (1 bookable)');
    expect(words(root.querySelector('.notes'))).toContain('e-RS gives no slots of it here');
  });

  it('is not counted as bookable before it has answered', async () => {
    const asked = { status: 'loading', since: NOW } as const;
    const unknown = { ...phonesOrTriage, wayToBook: 'unknown', load: asked } as const;
    const { root } = await show({ state: { services: [eastgate, unknown] } });
    expect(words(root.querySelector('#ers-service option'))).toBe('All services');
  });

  it('alone leaves nothing to choose, and no order to choose', async () => {
    const { root } = await show({ state: { services: [phonesOrTriage] } });
    expect(words(root.querySelector('.ui-commit'))).not.toContain('Choose a slot first');
    expect(words(root.querySelector('.ui-commit'))).toContain('There is no slot to choose here');
  });
});

describe('slots that are still being read', () => {
  it('are waited for, not to be chosen', async () => {
    const load = { status: 'loading', since: NOW } as const;
    const { root } = await show({ state: { services: [{ ...eastgate, slots: [], load }] } });
    expect(words(root.querySelector('#ers-book-why'))).toBe('The free slots are still being read.');
  });
});
