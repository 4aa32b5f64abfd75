import type { Instant } from '../../src/domain/instant.ts';
import type { Slot } from '../../src/domain/slot.ts';
import type { BookPhase, BookSlotState } from '../../src/flows/book-slot.ts';
import { bookableServices } from './picker-view.ts';

/** Which screen a state is shown as. A change of it is a step, to whose heading focus moves. */
export type Screen = BookPhase['status'] | 'waiting' | 'under-way' | 'settled' | Form;

/** A form that is open instead of the slots. */
type Form = 'deferral' | 'triage';

/** What one state alone does not say: it follows from the one before. */
export class PhaseMemory {
  /** When the write left; kept while the referral is read back. */
  sentAt: Instant | undefined;
  /** When the oldest slots on screen were received; kept while they are asked for again. */
  slotsAt: Instant | undefined;
  /** The referral was booked or deferred already when it was opened. */
  endedBefore = false;
  /** The choice that was no longer free when slots were asked for again. */
  lost: Slot | undefined;
  private hasWritten = false;
  private formOpenedIn: BookPhase | undefined;
  private before: BookSlotState | undefined;

  follow(state: BookSlotState): void {
    const { before } = this;
    if (before === state) return;
    const { phase } = state;
    if (phase.status === 'sending') this.sentAt = phase.since;
    if (phase.status === 'sending' || phase.status === 'unanswered') this.hasWritten = true;
    const opened = before?.phase.status === 'opening' && phase.status !== 'opening';
    if (opened) this.endedBefore = hasEnded(phase) && !('sentAt' in phase) && !this.hasWritten;
    this.slotsAt = oldestAnswer(state) ?? this.slotsAt;
    const form = formOf(state);
    // One that was there before this picker stands behind what came of sending it.
    if (before && form && form !== formOf(before)) this.formOpenedIn = phase;
    if (state.chosen) this.lost = undefined;
    else if (before?.chosen && isStillChoosing(before, state) && !isGiven(before.chosen, state))
      this.lost = before.chosen;
    this.before = state;
  }

  screen(state: BookSlotState): Screen {
    const { phase } = state;
    const { status } = phase;
    if (status === 'sending' || status === 'reading-back') return 'waiting';
    const form = this.openForm(state);
    if (form) return form;
    if (status !== 'unanswered') return status;
    if (phase.isUnderWay) return 'under-way';
    return phase.settled ? 'settled' : status;
  }

  /** A form stays behind an outcome of its own sending, and stands before the one it was opened in. */
  private openForm(state: BookSlotState): Form | undefined {
    const { phase } = state;
    const isShown = phase.status === 'choosing' || phase === this.formOpenedIn;
    return isShown ? formOf(state) : undefined;
  }
}

function formOf({ deferral, triage }: BookSlotState): Form | undefined {
  if (deferral) return 'deferral';
  return triage && 'triage';
}

export function hasEnded({ status }: BookPhase): boolean {
  return status === 'booked' || status === 'deferred' || status === 'sent-for-triage';
}

function oldestAnswer(state: BookSlotState): Instant | undefined {
  const times = bookableServices(state).flatMap(({ load }) =>
    load.status === 'loaded' ? [load.at] : [],
  );
  return times.sort()[0];
}

function isStillChoosing(before: BookSlotState, now: BookSlotState): boolean {
  return before.phase.status === 'choosing' && now.phase.status === 'choosing';
}

function isGiven({ id, serviceId }: Slot, { services }: BookSlotState): boolean {
  return services.some(
    (service) => service.serviceId === serviceId && service.slots.some((slot) => slot.id === id),
  );
}
