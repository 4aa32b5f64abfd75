import { html, type TemplateResult } from 'lit';
import type { Slot } from '../../src/domain/slot.ts';
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
    note: 'A slot is not held for you until it is booked.',
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
  });
}

function whyNotBook({ state, session }: PickerView): string | undefined {
  if (!session.can('book-appointment'))
    return 'Not available for your role. A referring clinician or their admin can book.';
  if (state.chosen) return undefined;
  const none = bookableServices(state).every(
    ({ load, slots }) => load.status !== 'loading' && slots.length === 0,
  );
  return none ? 'There is no slot to choose here.' : 'Choose a slot first.';
}

function slotSubject(slot: Slot, { state }: PickerView): TemplateResult {
  return html`<div>${slotTime(slot)}</div>
    <div class="subject__service">
      <strong>${serviceName(serviceOf(state, slot.serviceId))}</strong>,
      ${slot.clinician ? `with ${clinicianName(slot.clinician)}` : 'clinician not named'}
    </div>`;
}
