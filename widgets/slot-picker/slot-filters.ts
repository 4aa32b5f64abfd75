import type { LocalDate } from '../../src/domain/instant.ts';
import type { PlacedSlot, SlotIndex } from './slot-index.ts';
import { clinicianKey } from './slot-words.ts';

type TimeOfDay = 'Morning' | 'Afternoon' | 'Evening';

export const TIMES_OF_DAY: readonly TimeOfDay[] = ['Morning', 'Afternoon', 'Evening'];

/** What the user wants to see of what e-RS gave. Nothing of it is sent. */
export interface SlotFilters {
  serviceId?: string | undefined;
  clinician?: string | undefined;
  hiddenTimes: readonly TimeOfDay[];
  onOrAfter?: LocalDate | undefined;
}

export const NO_FILTERS: SlotFilters = { hiddenTimes: [] };

export function filterSlots(index: SlotIndex, filters: SlotFilters): SlotIndex {
  return filterCount(filters) === 0 ? index : index.filter((placed) => passes(placed, filters));
}

/** How many filters hide something. */
export function filterCount(filters: SlotFilters): number {
  const { serviceId, clinician, hiddenTimes, onOrAfter } = filters;
  return [serviceId, clinician, hiddenTimes.length > 0, onOrAfter].filter(Boolean).length;
}

function passes(placed: PlacedSlot, filters: SlotFilters): boolean {
  const { serviceId, clinician, hiddenTimes, onOrAfter } = filters;
  return (
    (!serviceId || placed.service.serviceId === serviceId) &&
    (!clinician || clinicianKey(placed.slot) === clinician) &&
    (!onOrAfter || placed.day >= onOrAfter) &&
    !hiddenTimes.includes(timeOfDay(placed.hour))
  );
}

function timeOfDay(hour: number): TimeOfDay {
  if (hour < 12) return 'Morning';
  return hour < 17 ? 'Afternoon' : 'Evening';
}
