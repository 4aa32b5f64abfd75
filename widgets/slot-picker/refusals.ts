import { html, nothing, type TemplateResult } from 'lit';
import type { Instant } from '../../src/domain/instant.ts';
import type { Slot } from '../../src/domain/slot.ts';
import {
  clinicalDay,
  clinicalMoment,
  ukDayOf,
  ukTime,
  ukTimeWithSeconds,
  ukZone,
} from '../../src/domain/uk-time.ts';
import type {
  BookPhase,
  BookSlotActions,
  BookSlotState,
  BookWrite,
} from '../../src/flows/book-slot.ts';
import { button, buttonRow } from '../../src/ui/button.ts';
import { counted } from '../../src/ui/format.ts';
import { factList } from '../../src/ui/facts.ts';
import { problemText } from '../../src/ui/problem-text.ts';
import type { Outcome } from './outcome.ts';
import { keptSlot } from './booking-area.ts';
import { serviceOf, type PickerView } from './picker-view.ts';
import { causeOf, deferButton, whyDeferral } from './service-notes.ts';
import { indexSlots, nearestSlots, slotsAfter, type SlotIndex } from './slot-index.ts';
import { clinicianName, serviceName, slotInLine, slotName, together } from './slot-words.ts';
import { WRITE_WORDS } from './write-words.ts';

type Phase<S extends BookPhase['status']> = Extract<BookPhase, { status: S }>;

/** Slots offered after one was lost. */
const NEAREST = 3;

export function slotGone({ slot, at }: Phase<'slot-gone'>, view: PickerView): Outcome {
  return {
    kind: 'warn',
    title: 'That slot has just been taken. Nothing is booked',
    content: html`${slotInFull(slot, view)} is no longer free. e-RS said so at
    ${ukTimeWithSeconds(at)}.`,
    rest: afterLoss(slot, at, view),
  };
}

export function providerRefused(
  { slot, at }: Phase<'provider-refused'>,
  view: PickerView,
): Outcome {
  return {
    kind: 'warn',
    title: 'The provider’s booking system refused the booking. Nothing is booked',
    content: html`We read the referral again at ${ukTimeWithSeconds(at)}: it is not booked. Refused
    was ${slotInFull(slot, view)}.`,
    rest: afterLoss(slot, at, view),
  };
}

export function slotUnsuitable({ slot }: Phase<'slot-unsuitable'>, view: PickerView): Outcome {
  return {
    kind: 'warn',
    title: 'e-RS says that this slot does not suit this referral. Nothing is booked',
    content: html`${slotInLine(slot)}. Another slot may suit. It is no reason to defer.`,
    rest: backToSlots('Choose another slot', view),
  };
}

/** The referral is held elsewhere. The choice stays, and only the user tries again. */
export function locked({ problem, at }: Phase<'locked'>, view: PickerView): Outcome {
  const { state } = view;
  const { chosen } = state;
  const isSlotKept = chosen && writeOf(state) === 'booking';
  const { title, text } = problemText(problem);
  return {
    kind: 'warn',
    title: `${title}. ${nothingDone(state)}`,
    content: text,
    rest: html`${factList({ facts: [{ label: 'Last tried', value: ukTimeWithSeconds(at) }] })}
    ${isSlotKept ? nothing : tryAgain(view)}`,
    commit: isSlotKept ? keptSlot(chosen, view, 'Try again') : undefined,
  };
}

const SENDS = {
  booking: 'book',
  deferral: 'defer',
  triage: 'sendForTriage',
} as const satisfies Record<BookWrite, keyof BookSlotActions>;

/** A form is there to go back to. */
function tryAgain({ state, actions, whyNotSend }: PickerView): TemplateResult {
  return buttonRow(
    button({
      kind: 'primary',
      id: 'ers-try-again',
      label: 'Try again',
      unavailable: whyNotSend,
      onPress: () => void actions[SENDS[writeOf(state)]](),
    }),
    button({
      kind: 'link',
      id: 'ers-back-to-slots',
      label: 'Back',
      onPress: () => void actions.backToSlots(),
    }),
  );
}

export function notAllowed({ problem }: Phase<'not-allowed'>, view: PickerView): Outcome {
  const { title, text, nextStep } = problemText(problem);
  return {
    kind: 'error',
    title: `${title}. ${nothingDone(view.state)}`,
    content: text,
    rest: html`<p>${nextStep}</p>
      ${backToSlots('Back to the slots', view)}`,
  };
}

export function nothingDone(state: BookSlotState): string {
  return WRITE_WORDS[writeOf(state)].nothing;
}

/** What was being done: with the form that is open, else with the slot. */
export function writeOf({ deferral, triage }: BookSlotState): BookWrite {
  if (deferral) return 'deferral';
  return triage ? 'triage' : 'booking';
}

function afterLoss(slot: Slot, at: Instant, view: PickerView): TemplateResult {
  const free = slotsAfter(indexSlots(view.state.services), view.now).filter(
    (placed) => placed.slot.id !== slot.id,
  );
  const nearest = nearestSlots(free, slot.start, NEAREST);
  const cause = causeOf(view.state, slot.serviceId);
  return html`${
    nearest.length > 0
      ? html`<h3>
            Nearest free slots <span class="ui-faint checked">${readWhen(nearest, at)}</span>
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
  ${cause ? html`<p>${whyDeferral(cause)}</p>` : nothing}`;
}

/** Only the service of the lost slot is read again: those of others may be older than the loss. */
function readWhen(nearest: SlotIndex, lostAt: Instant): string {
  const times = nearest.map(({ service: { load } }) =>
    load.status === 'loaded' ? load.at : undefined,
  );
  const oldest = times.includes(undefined) ? undefined : times.sort()[0];
  if (!oldest) return 'Being read again';
  const time = ukTimeWithSeconds(oldest);
  return oldest < lostAt
    ? `Read before that, at ${time}: some may be gone too`
    : `Read after that, at ${time}`;
}

function slotInFull(slot: Slot, { state }: PickerView): TemplateResult {
  return html`${together(clinicalMoment(slot.start))},
  ${serviceName(serviceOf(state, slot.serviceId))}, ${clinicianName(slot.clinician)}`;
}

function nearestItem(slot: Slot, view: PickerView): TemplateResult {
  const service = serviceOf(view.state, slot.serviceId);
  return html`<li class="list__slot">
    <button
      type="button"
      class="slot"
      part="slot"
      aria-label=${slotName(slot, service)}
      @click=${() => view.actions.choose(slot.id)}
    >
      ${ukTime(slot.start)}
    </button>
    <div>
      <div>
        ${together(`${clinicalDay(ukDayOf(slot.start))} ${ukZone(slot.start)}`)},
        ${clinicianName(slot.clinician)}
      </div>
      <div class="ui-faint">${serviceName(service)}</div>
    </div>
  </li>`;
}

export function backToSlots(label: string, { actions }: PickerView): TemplateResult {
  return button({
    kind: 'primary',
    id: 'ers-back-to-slots',
    label,
    onPress: () => void actions.backToSlots(),
  });
}
