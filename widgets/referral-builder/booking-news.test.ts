import { afterEach, describe, expect, it, vi } from 'vitest';
import type { BookSlotState } from '../../src/flows/book-slot.ts';
import { at, booked, lettersState, problem, referral, UBRN } from './sample-states.ts';
import { find, heard, settled, show } from './shown-builder.ts';
import { fakeSession, type SceneParts } from './fake-flow.ts';

afterEach(() => document.body.replaceChildren());

const unanswered: BookSlotState = {
  referral,
  services: [],
  causes: [],
  phase: {
    status: 'unanswered',
    write: 'booking',
    problem: problem('provider-silent'),
    sentAt: at('09:40:00'),
    readings: [],
    settled: false,
  },
};

const found: Partial<BookSlotState> = {
  referral: booked,
  phase: { status: 'booked', at: at('09:47:00'), confirmed: true },
};

async function shown(step: 'letters' | 'book', booking = unanswered) {
  const parts: SceneParts = { refer: { step }, letters: lettersState, booking };
  const scene = await show(parts);
  await settled(scene.builder);
  return { ...scene, bookings: heard(scene.builder, 'ers-appointment-booked') };
}

async function pickerIn(root: ShadowRoot) {
  return vi.waitFor(() => {
    const picker = root.querySelector('ers-slot-picker');
    if (!picker) throw new Error('There is no picker yet.');
    return picker;
  });
}

describe('what was said before', () => {
  it('of a letter is not left over the booked appointment', async () => {
    const { flow, builder, root } = await shown('book');
    const said = (): string => find(root, '[role=status].ui-hidden').textContent.trim();
    const state = { status: 'uploaded', url: 'Binary/a', at: at('09:43:00') } as const;
    flow.letters?.become({
      files: [{ id: 'a', name: 'letter.pdf', size: 40_000, source: 'computer', state }],
    });
    await settled(builder);
    expect(said()).toBe('letter.pdf: uploaded, not attached yet');
    flow.booking?.become(found);
    await settled(builder);
    expect(said()).toBe('');
  });
});

describe('a booking without an answer', () => {
  it('that is found booked while another step is open is told to the host, once', async () => {
    const { flow, builder, bookings } = await shown('letters');
    flow.booking?.become(found);
    await settled(builder);
    flow.become({
      step: 'record',
      opened: { status: 'open', referral: booked, at: at('09:47:00') },
    });
    await settled(builder);
    expect(bookings).toEqual([{ ubrn: UBRN, appointmentId: '70001' }]);
  });

  it('is told by the picker alone while that is on screen', async () => {
    const { flow, builder, root, bookings } = await shown('book');
    const picker = await pickerIn(root);
    // No session element stands around this builder to give the picker its session.
    picker.session = fakeSession(flow);
    await picker.updateComplete;
    flow.booking?.become(found);
    await settled(builder);
    await picker.updateComplete;
    expect(bookings).toEqual([{ ubrn: UBRN, appointmentId: '70001' }]);
  });

  it('is told when the record, opened again, shows it', async () => {
    const { flow, builder, bookings } = await shown('letters');
    Object.assign(flow, { booking: undefined });
    flow.become({ opened: { status: 'opening', ubrn: UBRN, since: at('09:47:00') } });
    await settled(builder);
    flow.become({
      step: 'record',
      opened: { status: 'open', referral: booked, at: at('09:47:00') },
    });
    await settled(builder);
    expect(bookings).toHaveLength(1);
  });

  it('is no news where nothing was on its way', async () => {
    const { flow, builder, bookings } = await shown('letters', {
      ...unanswered,
      phase: { status: 'choosing' },
    });
    flow.booking?.become(found);
    await settled(builder);
    expect(bookings).toEqual([]);
  });
});
