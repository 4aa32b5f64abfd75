import { html, nothing, type TemplateResult } from 'lit';
import type { Slot } from '../../src/domain/slot.ts';
import {
  clinicalDay,
  ukDayOf,
  ukTime,
  ukTimeWithSeconds,
  ukZone,
} from '../../src/domain/uk-time.ts';
import type { BookPhase } from '../../src/flows/book-slot.ts';
import { button, buttonRow } from '../../src/ui/button.ts';
import { counted } from '../../src/ui/format.ts';
import { factList } from '../../src/ui/facts.ts';
import { message } from '../../src/ui/message.ts';
import { problemReferences } from '../../src/ui/problem.ts';
import { problemText } from '../../src/ui/problem-text.ts';
import { serviceOf, type PickerView } from './picker-view.ts';
import { causeOf, deferButton } from './service-notes.ts';
import { indexSlots, nearestSlots, slotsAfter } from './slot-index.ts';
import { clinicianName, serviceName, slotAndClinician, slotName } from './slot-words.ts';

type Phase<S extends BookPhase['status']> = Extract<BookPhase, { status: S }>;

/** Slots offered after one was lost. */
const NEAREST = 3;

export function slotGone(
  { slot, at, problem }: Phase<'slot-gone'>,
  view: PickerView,
): TemplateResult {
  return html`${message({
    kind: 'warn',
    title: 'That slot has just been taken. Nothing is booked',
    content: `${slotAndClinician(slot)}, is no longer free.`,
    takesFocus: true,
  })}
  ${afterLoss({ slot, checkedAt: ukTimeWithSeconds(view.slotsAt ?? at) }, view)}
  ${factList({ facts: problemReferences(problem) })}`;
}

export function providerRefused(
  { slot, at, problem }: Phase<'provider-refused'>,
  view: PickerView,
): TemplateResult {
  const name = serviceName(serviceOf(view.state, slot.serviceId));
  return html`${message({
    kind: 'warn',
    title: 'The provider’s booking system refused the booking. Nothing is booked',
    content: `We read the referral again: it is not booked. ${name} refused ${slotAndClinician(slot)}.`,
    takesFocus: true,
  })}
  ${afterLoss({ slot, checkedAt: ukTimeWithSeconds(view.slotsAt ?? at) }, view)}
  ${factList({ facts: problemReferences(problem) })}`;
}

export function slotUnsuitable(
  { slot, problem }: Phase<'slot-unsuitable'>,
  view: PickerView,
): TemplateResult {
  return html`${message({
    kind: 'warn',
    title: 'e-RS says that this slot does not suit this referral. Nothing is booked',
    content: `${slotAndClinician(slot)}. Another slot may suit. It is no reason to defer.`,
    takesFocus: true,
  })}
  ${buttonRow(backToSlots('Choose another slot', view))}
  ${factList({ facts: problemReferences(problem) })}`;
}

/** The referral is held elsewhere. The choice stays, and only the user tries again. */
export function locked({ problem, at }: Phase<'locked'>, view: PickerView): TemplateResult {
  const { state, actions } = view;
  const { chosen, deferral } = state;
  return html`${message({
    kind: 'warn',
    title: `This referral is in use. ${deferral ? 'Nothing is deferred' : 'Nothing is booked'}`,
    content:
      'Someone has it open in e-RS. e-RS does not tell us who. The lock usually clears when they close it.',
    takesFocus: true,
  })}
  ${factList({
    facts: [
      ...(chosen && !deferral
        ? [
            {
              label: 'Your choice',
              value: `${slotAndClinician(chosen)}. Kept here, but not held for you`,
            },
          ]
        : []),
      { label: 'Last tried', value: ukTimeWithSeconds(at) },
    ],
  })}
  ${buttonRow(
    button({
      kind: 'primary',
      id: 'ers-try-again',
      label: 'Try again',
      onPress: () => void (deferral ? actions.defer() : actions.book()),
    }),
    button({
      kind: 'link',
      id: 'ers-back-to-slots',
      label: deferral ? 'Back' : 'Choose another slot',
      onPress: () => void actions.backToSlots(),
    }),
  )}
  ${factList({ facts: problemReferences(problem) })}`;
}

export function notAllowed({ problem }: Phase<'not-allowed'>, view: PickerView): TemplateResult {
  const { title, text, nextStep } = problemText(problem);
  const done = view.state.deferral ? 'Nothing is deferred' : 'Nothing is booked';
  return html`${message({
      kind: 'error',
      title: `${title}. ${done}`,
      content: text,
      takesFocus: true,
    })}
    <p>${nextStep}</p>
    ${buttonRow(backToSlots('Back to the slots', view))}
    ${factList({ facts: problemReferences(problem) })}`;
}

function afterLoss(
  { slot, checkedAt }: { slot: Slot; checkedAt: string },
  view: PickerView,
): TemplateResult {
  const free = slotsAfter(indexSlots(view.state.services), view.now).filter(
    (placed) => placed.slot.id !== slot.id,
  );
  const nearest = nearestSlots(free, slot.start, NEAREST);
  const cause = causeOf(view.state, slot.serviceId);
  return html`${
    nearest.length > 0
      ? html`<h3>
            Nearest free slots <span class="ui-faint checked">Checked at ${checkedAt}</span>
          </h3>
          <ul class="ui-plain-list nearest">
            ${nearest.map((placed) => nearestItem(placed.slot, view))}
          </ul>`
      : html`<p>No other free slots are known here.</p>`
  }
  ${buttonRow(
    backToSlots(
      free.length > 0 ? `See all ${counted(free.length, 'slot')}` : 'Check for slots',
      view,
    ),
    cause ? deferButton(cause, view) : nothing,
  )}
  ${cause ? html`<p class="ui-hint">Deferring is allowed now, because the slot was lost.</p>` : nothing}`;
}

function nearestItem(slot: Slot, view: PickerView): TemplateResult {
  const service = serviceOf(view.state, slot.serviceId);
  return html`<li class="list__slot">
    <button
      type="button"
      class="slot"
      part="slot"
      aria-label=${slotName(slot, service)}
      @click=${() => void chooseInstead(slot, view)}
    >
      ${ukTime(slot.start)}
    </button>
    <div>
      <div>
        ${clinicalDay(ukDayOf(slot.start))} ${ukZone(slot.start)}, ${clinicianName(slot.clinician)}
      </div>
      <div class="ui-faint">${serviceName(service)}</div>
    </div>
  </li>`;
}

/** Slots are asked for again first, so that what is chosen is free as far as e-RS knows. */
async function chooseInstead(slot: Slot, { actions }: PickerView): Promise<void> {
  await actions.backToSlots();
  actions.choose(slot.id);
}

export function backToSlots(label: string, { actions }: PickerView): TemplateResult {
  return button({
    kind: 'primary',
    id: 'ers-back-to-slots',
    label,
    onPress: () => void actions.backToSlots(),
  });
}
