import { html, type TemplateResult } from 'lit';
import type { Slot } from '../../src/domain/slot.ts';
import type { ServiceSlots } from '../../src/flows/book-slot.ts';
import { button } from '../../src/ui/button.ts';
import { commitArea } from '../../src/ui/commit-area.ts';
import { bookableServices, serviceOf, type PickerView } from './picker-view.ts';
import { clinicianName, serviceName, slotTime } from './slot-words.ts';

/** What is about to be booked, for whom, and the one button that does it. */
export function bookingArea(view: PickerView): TemplateResult {
  const { state, session, today, actions } = view;
  const { chosen } = state;
  return commitArea({
    doing: 'You are booking',
    subject: chosen ? slotSubject(chosen, view) : 'No slot chosen yet',
    patient: session.patient,
    today,
    primary: button({
      kind: 'primary',
      id: 'ers-book',
      label: 'Book this appointment',
      onPress: () => void actions.book(),
      unavailable: whyNotBook(view),
    }),
    back: chosen
      ? button({
          kind: 'link',
          id: 'ers-unchoose',
          label: 'Undo the choice',
          onPress: () => actions.unchoose(),
        })
      : undefined,
    training: session.environment === 'training',
    inSight: chosen !== undefined,
  });
}

/** The slot chosen before e-RS refused: nothing holds it, and only this button sends it again. */
export function keptSlot(slot: Slot, view: PickerView, label: string): TemplateResult {
  const { session, today, actions, whyNotSend } = view;
  return commitArea({
    doing: 'You are booking',
    subject: slotSubject(slot, view),
    patient: session.patient,
    today,
    note: 'Your choice is kept here, but not held for you: it may have been taken meanwhile.',
    primary: button({
      kind: 'primary',
      id: 'ers-keep-slot',
      label,
      unavailable: whyNotSend,
      onPress: () => void actions.book(),
    }),
    back: button({
      kind: 'link',
      id: 'ers-back-to-slots',
      label: 'Choose another slot',
      onPress: () => void actions.backToSlots(),
    }),
    training: session.environment === 'training',
  });
}

function whyNotBook({ state, session, now, whyNotSend }: PickerView): string | undefined {
  if (!session.can('book-appointment'))
    return 'Not available for your role. A referring clinician or their admin can book.';
  if (state.chosen) return whyNotSend;
  const services = bookableServices(state);
  if (services.some(({ slots }) => slots.some(({ start }) => start > now)))
    return 'Choose a slot first.';
  const are = (status: ServiceSlots['load']['status']): boolean =>
    services.some(({ load }) => load.status === status);
  if (are('loading')) return 'The free slots are still being read.';
  return are('stopped') ? 'You stopped asking for slots.' : 'There is no slot to choose here.';
}

function slotSubject(slot: Slot, { state }: PickerView): TemplateResult {
  return html`<div>${slotTime(slot)}</div>
    <div class="subject__service">
      <strong>${serviceName(serviceOf(state, slot.serviceId))}</strong>,
      ${slot.clinician ? `with ${clinicianName(slot.clinician)}` : 'clinician not named'}
    </div>`;
}
