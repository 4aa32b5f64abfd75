import type { Core } from './core.ts';
import type { Priority, Service, Slot } from './model.ts';

const WEEKS = 8;
const DAY = 86_400_000;
const MINUTE = 60_000;

/** Minutes after midnight, London time, at which each kind of clinic day starts its slots. */
const clinicDays = [
  { first: 9 * 60, last: 12 * 60, length: 20 },
  { first: 13 * 60 + 30, last: 16 * 60 + 30, length: 30 },
  { first: 9 * 60 + 10, last: 15 * 60, length: 30 },
  { first: 10 * 60, last: 12 * 60 + 30, length: 20 },
] as const;

const londonOffset = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** Midnight in London of the UTC day given; only clinic hours are added, so 02:00 changes do not matter. */
function londonDay(utcMidnight: number): number {
  const noon = utcMidnight + 12 * 60 * MINUTE;
  const shownHour = Number(londonOffset.format(noon));
  return utcMidnight - (shownHour - 12) * 60 * MINUTE;
}

/** The first working days and every fourth slot are kept for those who cannot wait. */
function prioritiesOf(workingDay: number, place: number): readonly Priority[] {
  if (workingDay < 4 || place % 4 === 0) return ['URGENT', 'TWO_WEEK_WAIT'];
  return ['ROUTINE', 'URGENT'];
}

function workingDays(from: number): number[] {
  const midnight = Math.floor(from / DAY) * DAY;
  return Array.from({ length: WEEKS * 7 }, (_, day) => midnight + (day + 1) * DAY).filter((day) => {
    const weekday = new Date(day).getUTCDay();
    return weekday !== 0 && weekday !== 6;
  });
}

function stamp(instant: number, part: 'day' | 'time'): string {
  const iso = new Date(instant).toISOString();
  return part === 'day' ? iso.slice(0, 10).replaceAll('-', '') : iso.slice(11, 16).replace(':', '');
}

function slotAt(service: Service, place: { start: number; length: number; number: number }): Slot {
  const end = place.start + place.length * MINUTE;
  const clinicians = [undefined, ...service.clinicians];
  const clinician = clinicians[place.number % clinicians.length];
  return {
    id: `${service.id}${String(place.number).padStart(4, '0')}`,
    usrn: `${stamp(place.start, 'day')}-${stamp(place.start, 'time')}-${stamp(end, 'time')}-0001-${service.id.padStart(12, '0')}`,
    serviceId: service.id,
    ...(clinician && { clinician }),
    start: new Date(place.start).toISOString(),
    end: new Date(end).toISOString(),
    priorities: [],
    status: 'free',
  };
}

function publish(service: Service, from: number): Slot[] {
  if (!service.publishesSlots) return [];
  const serviceNumber = Number(service.id);
  const slots: Slot[] = [];
  for (const [workingDay, day] of workingDays(from).entries()) {
    const clinic = clinicDays[(workingDay + serviceNumber) % (clinicDays.length + 1)];
    if (!clinic) continue;
    for (
      let minute = clinic.first;
      minute + clinic.length <= clinic.last;
      minute += clinic.length
    ) {
      const start = londonDay(day) + minute * MINUTE;
      const slot = slotAt(service, { start, length: clinic.length, number: slots.length + 1 });
      slots.push({ ...slot, priorities: prioritiesOf(workingDay, slots.length) });
    }
  }
  return slots;
}

/** All slots a service ever published, in time order. */
export function slotsOf(core: Core, service: Service): Slot[] {
  const known = core.slots.get(service.id);
  if (known) return known;
  const published = publish(service, core.slotsFrom);
  core.slots.set(service.id, published);
  return published;
}

/** Slot ids begin with the five digits of their service. */
export function findSlot(core: Core, id: string): Slot | undefined {
  const service = core.directory.services.get(id.slice(0, 5));
  return service && slotsOf(core, service).find((slot) => slot.id === id);
}

export interface SlotQuery {
  priority: Priority;
  clinician?: string | undefined;
}

export function freeSlots(core: Core, service: Service, query: SlotQuery): Slot[] {
  const now = core.clock.iso();
  return slotsOf(core, service).filter(
    (slot) =>
      slot.status === 'free' &&
      slot.start > now &&
      slot.priorities.includes(query.priority) &&
      (!query.clinician || slot.clinician === query.clinician),
  );
}
