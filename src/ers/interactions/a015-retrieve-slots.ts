import type { Slot, SlotPage } from '../../domain/slot.ts';
import { nextPageOf } from '../../fhir/bundles.ts';
import { isOfSystem } from '../../fhir/identifiers.ts';
import type { SlotSearch } from '../verbs/booking.ts';
import { SDS_USER_SYSTEM, SERVICE_SYSTEM } from '../names.ts';
import { found, unreadableAt, type Reading } from '../shapes/reading.ts';
import {
  anyNumberOf,
  at,
  either,
  list,
  mapped,
  maybe,
  object,
  oneOf,
  resourceOf,
  text,
  wholeNumber,
  type Read,
} from '../shapes/shape.ts';
import { identifier, instant, reference } from '../shapes/values.ts';
import { ODS_CODE } from '../forms.ts';
import { bodyAs, type Interaction } from './interaction.ts';
import { formRule, missing } from './rules.ts';

const PAGE_LIMIT = 100;

const scheduleShape = resourceOf('Schedule', {
  id: text,
  actor: list(object({ display: maybe(text), identifier })),
});

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
  entry: anyNumberOf(
    at(
      'resource',
      either(
        mapped(scheduleShape, (schedule) => ({ schedule })),
        mapped(slotShape, (slot) => ({ slot })),
      ),
    ),
  ),
});

type Actor = Read<typeof scheduleShape>['actor'][number];

/** Free slots of one directly bookable service, one page of them. */
export const retrieveSlots: Interaction<SlotSearch, SlotPage> = {
  id: 'A015',
  kind: 'read',
  rules: ({ ruleOrganisation }, { headerNames }) => [
    missing(headerNames.commRuleOrg, ruleOrganisation === ''),
    formRule(headerNames.commRuleOrg, ruleOrganisation, ODS_CODE),
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
    // A triage service, or one that cannot be booked directly.
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
  const schedules = new Map<string, readonly Actor[]>();
  for (const one of entry) {
    if ('schedule' in one) schedules.set(`Schedule/${one.schedule.id}`, one.schedule.actor);
  }
  // Pages are no snapshot and a slot may come twice: the last one stands.
  const slots = new Map<string, Slot>();
  for (const [index, one] of entry.entries()) {
    if (!('slot' in one)) continue;
    const { id, start, end, schedule } = one.slot;
    const actors = schedules.get(schedule) ?? [];
    const serviceId = actorOf(actors, SERVICE_SYSTEM)?.identifier.value;
    if (!serviceId) return unreadableAt(`entry[${index}].resource.schedule`);
    slots.set(id, { id, serviceId, start, end, clinician: clinicianOf(actors) });
  }
  return found({ slots: [...slots.values()], total, nextPage });
}

function actorOf(actors: readonly Actor[], system: string): Actor | undefined {
  return actors.find((actor) => isOfSystem(actor.identifier, system));
}

function clinicianOf(actors: readonly Actor[]): Slot['clinician'] {
  const actor = actorOf(actors, SDS_USER_SYSTEM);
  return actor && { sdsUserId: actor.identifier.value, name: actor.display };
}
