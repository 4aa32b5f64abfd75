import type { LocalDate } from '../../src/domain/instant.ts';
import type { ServiceSlots } from '../../src/flows/book-slot.ts';
import type { PlacedSlot, SlotIndex } from './slot-index.ts';
import { clinicianKey, clinicianName } from './slot-words.ts';

/** The slots of one clinician, or of nobody by name, at one service: a row of the week. */
export interface SlotRow {
  key: string;
  clinician: string;
  /** One list a day, in the order of the days. */
  cells: readonly (readonly PlacedSlot[])[];
}

export interface ServiceRows {
  service: ServiceSlots;
  rows: readonly SlotRow[];
}

/** Services in the patient's order; named clinicians by name, then the row of nobody by name. */
export function serviceRows(
  services: readonly ServiceSlots[],
  { inPage, days }: { inPage: SlotIndex; days: readonly LocalDate[] },
): ServiceRows[] {
  const byService = groupBy(inPage, ({ slot }) => slot.serviceId);
  return services.map((service) => ({
    service,
    rows: rowsOf(byService.get(service.serviceId) ?? [], days),
  }));
}

function rowsOf(placed: SlotIndex, days: readonly LocalDate[]): SlotRow[] {
  const byClinician = groupBy(placed, ({ slot }) => clinicianKey(slot));
  return [...byClinician.values()]
    .map((slots) => rowOf(slots, days))
    .sort((a, b) => order(a) - order(b) || a.clinician.localeCompare(b.clinician, 'en-GB'));
}

function rowOf(slots: readonly PlacedSlot[], days: readonly LocalDate[]): SlotRow {
  const byDay = groupBy(slots, ({ day }) => day);
  const slot = slots[0]?.slot;
  return {
    key: slot ? `${slot.serviceId} ${clinicianKey(slot)}` : '',
    clinician: clinicianName(slot?.clinician),
    cells: days.map((day) => byDay.get(day) ?? []),
  };
}

/** Names a cell among all weeks. */
export function cellKey({ slot, day }: PlacedSlot): string {
  return `${slot.serviceId} ${clinicianKey(slot)} ${day}`;
}

function order({ key }: SlotRow): number {
  return key.endsWith(' not-named') ? 1 : 0;
}

/** Slots of a crowded cell that are shown, and how many are not. Never "+1 more": it has room. */
export function firstOf<T>(
  items: readonly T[],
  { limit, expanded }: { limit: number; expanded: boolean },
): { first: readonly T[]; more: number } {
  if (expanded || items.length <= limit) return { first: items, more: 0 };
  return { first: items.slice(0, limit - 1), more: items.length - limit + 1 };
}

/** Groups in the order in which each is met first. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
