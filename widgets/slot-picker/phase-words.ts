import type { Instant } from '../../src/domain/instant.ts';
import type { Slot } from '../../src/domain/slot.ts';
import type { BookSlotState, ServiceSlots } from '../../src/flows/book-slot.ts';
import { FOUND } from './unanswered.ts';

/** Since when the time on screen runs, where one does. */
export function countsFrom(
  { phase, services }: BookSlotState,
  sentAt: Instant | undefined,
): Instant | undefined {
  switch (phase.status) {
    case 'opening':
    case 'sending':
      return phase.since;
    case 'reading-back':
      return sentAt ?? phase.since;
    case 'unanswered':
      return phase.settled ? undefined : phase.sentAt;
    default:
      return services.map(readingSince).sort()[0];
  }
}

/** An absent one is sorted last. */
function readingSince({ load }: ServiceSlots): Instant | undefined {
  return load.status === 'loading' ? load.since : undefined;
}

/** A slot that was chosen just now, not one that was chosen when this was first shown. */
export function newChoice(
  before: BookSlotState | undefined,
  { chosen }: BookSlotState,
): Slot | undefined {
  return before && chosen?.id !== before.chosen?.id ? chosen : undefined;
}

/** What a new reading of the referral said, once. */
export function newReading(
  before: BookSlotState | undefined,
  { phase }: BookSlotState,
): string | undefined {
  if (phase.status !== 'unanswered' || before?.phase.status !== 'unanswered') return undefined;
  if (phase.readings.length <= before.phase.readings.length) return undefined;
  const last = phase.readings.at(-1);
  return last && FOUND[last.found];
}
