import type { Instant, LocalDate } from '../../src/domain/instant.ts';
import type { Service } from '../../src/domain/service.ts';
import type { Slot } from '../../src/domain/slot.ts';
import type { BookSlotActions, BookSlotState, ServiceSlots } from '../../src/flows/book-slot.ts';
import type { ReadySession } from '../session/context.ts';

/** What every part of the picker draws from. */
export interface PickerView {
  state: BookSlotState;
  actions: BookSlotActions;
  session: ReadySession;
  /** Why nothing can be sent now, in words: the e-RS session has ended. */
  whyNotSend: string | undefined;
  now: Instant;
  today: LocalDate;
  /** When the oldest slots on screen were received. */
  slotsAt?: Instant | undefined;
  /** When the write left; kept while the referral is read back. */
  sentAt?: Instant | undefined;
  /** Since then. */
  elapsedSeconds: number;
  /** The referral was booked or deferred already when it was opened. */
  endedBefore: boolean;
  /** The choice that was no longer free when slots were asked for again. */
  lost?: Slot | undefined;
  /** The services as a search found them; empty where there was none. */
  found: readonly Service[];
  /** Opens the printer with what was read last. */
  onPrint: () => void;
}

/** The service of a slot; as the referral's shortlist has it where its slots were not asked for. */
export function serviceOf({ services, referral }: BookSlotState, serviceId: string): ServiceSlots {
  return (
    services.find((service) => service.serviceId === serviceId) ?? {
      serviceId,
      name: referral?.shortlist?.find(({ id }) => id === serviceId)?.name,
      wayToBook: 'unknown',
      slots: [],
      load: { status: 'not-asked' },
    }
  );
}

/** Nothing is to be booked: each service sees the referral first. */
export function isOnlyTriage({ services }: BookSlotState): boolean {
  return services.length > 0 && services.every(({ wayToBook }) => wayToBook === 'triage');
}

/** The services that can have slots, as far as is known. */
export function bookableServices({ services }: BookSlotState): ServiceSlots[] {
  return services.filter(({ wayToBook }) => wayToBook === 'book-here' || wayToBook === 'unknown');
}
