import type { Slot, SlotPage } from '../../domain/slot.ts';
import { nextPageOf } from '../../fhir/bundles.ts';
import { ODS_CODE } from '../forms.ts';
import { actors, type Actors } from '../shapes/actors.ts';
import { anyResource, readThose } from '../shapes/contained.ts';
import { found, unreadableAt, type Reading } from '../shapes/reading.ts';
import { placeInSet } from '../shapes/search-results.ts';
import {
  anyNumberOf,
  at,
  object,
  oneOf,
  refined,
  resourceOf,
  text,
  wholeNumber,
  type Shape,
} from '../shapes/shape.ts';
import { instant, reference } from '../shapes/values.ts';
import type { SlotSearch } from '../verbs/booking.ts';
import { bodyAs, type Interaction } from './interaction.ts';
import { neededForm } from './rules.ts';

/** The most that e-RS gives at once (interactions.md §5). */
const PAGE_LIMIT = 100;

const scheduleShape = resourceOf('Schedule', { id: text, actor: actors });

const slotShape = resourceOf('Slot', {
  id: text,
  status: oneOf(['free']),
  schedule: reference,
  start: instant,
  end: instant,
});

const bundleShape = resourceOf('Bundle', {
  total: wholeNumber,
  link: anyNumberOf(object({ relation: text, url: text })),
  entry: anyNumberOf(at('resource', anyResource)),
});

/** Free slots of one directly bookable service, one page of them. */
export const retrieveSlots: Interaction<SlotSearch, SlotPage> = {
  id: 'A015',
  kind: 'read',
  // interactions.md §5; the header is api-platform.md's table of differences.
  rules: ({ ruleOrganisation }, { headerNames }) => [
    neededForm(headerNames.commRuleOrg, ruleOrganisation, ODS_CODE),
  ],
  build(search) {
    const { serviceId, priority, clinician, ruleOrganisation, page, count = PAGE_LIMIT } = search;
    const params = { serviceId, priority, count, page, ...(clinician && { clinician }) };
    return { params, commRuleOrg: ruleOrganisation };
  },
  parse: bodyAs(readSlots),
  mismatch: ({ slots }, asked) =>
    slots.every(
      ({ serviceId, clinician }) =>
        serviceId === asked.serviceId &&
        (!asked.clinician || clinician?.sdsUserId === asked.clinician),
    )
      ? undefined
      : { field: 'schedule' },
  failures: {
    // A triage service, or one that cannot be booked directly (hscn.md §7).
    INVALID_STATE: 'service-unavailable',
    'INVALID_VALUE page': 'page-out-of-range',
  },
};

function readSlots(body: unknown): Reading<SlotPage> {
  const bundle = bundleShape(body);
  if (!bundle.ok) return bundle;
  const { total, link, entry } = bundle.value;
  const nextPage = nextPageOf(link);
  if (Number.isNaN(nextPage)) return unreadableAt('link');
  const schedules = readThose(entry, 'Schedule', { shape: scheduleShape, placeOf: placeInSet });
  if (!schedules.ok) return schedules;
  const shape = slotOn(new Map(schedules.value.map(({ id, actor }) => [`Schedule/${id}`, actor])));
  const slots = readThose(entry, 'Slot', { shape, placeOf: placeInSet });
  if (!slots.ok) return slots;
  // Pages are no snapshot and a slot may come twice (hscn.md §4): the last one stands.
  const single = new Map(slots.value.map((slot) => [slot.id, slot]));
  return found({ slots: [...single.values()], total, nextPage });
}

/** A slot with the service and the clinician of its schedule, by what refers to that. */
function slotOn(schedules: ReadonlyMap<string, Actors>): Shape<Slot> {
  return refined(slotShape, ({ id, start, end, schedule }) => {
    const { service, clinician } = schedules.get(schedule) ?? {};
    if (!service) return unreadableAt('schedule');
    return found({ id, serviceId: service.id, start, end, clinician });
  });
}
