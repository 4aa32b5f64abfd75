import type { Instant, LocalDate } from '../../src/domain/instant.ts';
import type { Slot } from '../../src/domain/slot.ts';
import { ukDayOf, ukTime } from '../../src/domain/uk-time.ts';
import type { ServiceSlots } from '../../src/flows/book-slot.ts';

/** A slot with where it stands on screen: its day and hour in England, and its service. */
export interface PlacedSlot {
  slot: Slot;
  day: LocalDate;
  /** 0 to 23. */
  hour: number;
  service: ServiceSlots;
}

/** In order of time. */
export type SlotIndex = readonly PlacedSlot[];

/** Every slot of every service. Days are worked out once an hour, as zones differ by whole hours. */
export function indexSlots(services: readonly ServiceSlots[]): SlotIndex {
  const hours = new Map<string, { day: LocalDate; hour: number }>();
  const place = (slot: Slot): { day: LocalDate; hour: number } => {
    const key = slot.start.slice(0, 13);
    const known = hours.get(key);
    if (known) return known;
    const placed = { day: ukDayOf(slot.start), hour: Number(ukTime(slot.start).slice(0, 2)) };
    hours.set(key, placed);
    return placed;
  };
  return services
    .flatMap((service) => service.slots.map((slot) => ({ slot, service, ...place(slot) })))
    .sort((a, b) => compare(a.slot.start, b.slot.start));
}

/** The slots that start after a moment. */
export function slotsAfter(index: SlotIndex, moment: Instant): SlotIndex {
  return index.slice(countBefore(index, ({ slot }) => slot.start <= moment));
}

/** The slots of some days, both ends included. */
export function slotsOfDays(index: SlotIndex, from: LocalDate, to: LocalDate): SlotIndex {
  const start = countBefore(index, ({ day }) => day < from);
  return index.slice(
    start,
    countBefore(index, ({ day }) => day <= to),
  );
}

/** The first slot at or after a moment, else the last before it. */
export function nearestLater(index: SlotIndex, moment: Instant): PlacedSlot | undefined {
  return index[countBefore(index, ({ slot }) => slot.start < moment)] ?? index.at(-1);
}

/** The nearest few to a moment, in order of time. */
export function nearestSlots(index: SlotIndex, moment: Instant, count: number): SlotIndex {
  const distance = ({ slot }: PlacedSlot): number =>
    Math.abs(Date.parse(slot.start) - Date.parse(moment));
  const at = countBefore(index, ({ slot }) => slot.start < moment);
  return index
    .slice(Math.max(0, at - count), at + count)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, count)
    .sort((a, b) => compare(a.slot.start, b.slot.start));
}

/** Binary search: how many at the head pass a test that no later one passes again. */
function countBefore(index: SlotIndex, isBefore: (placed: PlacedSlot) => boolean): number {
  let low = 0;
  let high = index.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const placed = index[middle];
    if (placed && isBefore(placed)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
