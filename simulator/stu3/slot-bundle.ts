import type { Bundle, BundleEntry, BundleLink, Schedule, Slot as FhirSlot } from 'fhir/r3';
import type { Slot } from '../core/model.ts';
import { uuid } from '../core/random.ts';
import type { SlotPage, SlotPageQuery } from '../core/retrieve-slots.ts';
import type { Writing } from '../http/interaction.ts';
import { serviceSystem, userSystem } from './names.ts';

const careConnect = (name: string): string =>
  `https://fhir.hl7.org.uk/STU3/StructureDefinition/CareConnect-${name}-1`;

function scheduleId(slot: Slot): string {
  return slot.clinician ? `${slot.serviceId}-${slot.clinician}` : slot.serviceId;
}

function slotEntry(base: string, slot: Slot): BundleEntry<FhirSlot> {
  return {
    fullUrl: `${base}/Slot/${slot.id}`,
    resource: {
      id: slot.id,
      meta: { profile: [careConnect('Slot')] },
      resourceType: 'Slot',
      identifier: [{ system: 'https://fhir.nhs.uk/Id/alternative-slot', value: slot.usrn }],
      schedule: { reference: `Schedule/${scheduleId(slot)}` },
      status: 'free',
      start: slot.start,
      end: slot.end,
    },
    search: { mode: 'match' },
  };
}

function scheduleEntry(base: string, slot: Slot): BundleEntry<Schedule> {
  const id = scheduleId(slot);
  const clinician = slot.clinician
    ? [{ identifier: { system: userSystem, value: slot.clinician } }]
    : [];
  return {
    fullUrl: `${base}/Schedule/${id}`,
    resource: {
      id,
      meta: { profile: [careConnect('Schedule')] },
      resourceType: 'Schedule',
      identifier: [{ system: 'https://fhir.nhs.uk/Id/ers-schedule', value: id }],
      actor: [{ identifier: { system: serviceSystem, value: slot.serviceId } }, ...clinician],
    },
    search: { mode: 'include' },
  };
}

function pageLink(query: SlotPageQuery, relation: string, page: number): BundleLink {
  const parameters = new URLSearchParams({
    'schedule.actor:HealthcareService': query.serviceId,
    ...(query.clinician && { 'schedule.actor:Practitioner': query.clinician }),
    appointmentType: query.priority,
    _count: String(query.count),
    status: 'free',
    _include: 'Slot:schedule',
    page: String(page),
  });
  return { relation, url: `/Slot?${parameters}` };
}

function links(base: string, query: SlotPageQuery, pages: number): BundleLink[] {
  const { page } = query;
  const found = [
    pageLink(query, 'self', page),
    ...(page > 1 ? [pageLink(query, 'previous', page - 1)] : []),
    ...(page < pages ? [pageLink(query, 'next', page + 1)] : []),
  ];
  return found.map(({ relation, url }) => ({ relation, url: base + url }));
}

/** What A015 answers: the slots of a page, then each Schedule they name. */
export function writeSlotBundle(
  { core, variant: { base } }: Writing,
  query: SlotPageQuery,
  found: SlotPage,
): Bundle {
  const schedules = new Map(found.slots.map((slot) => [scheduleId(slot), slot]));
  return {
    id: uuid(core.random),
    meta: {
      lastUpdated: core.clock.iso(),
      profile: ['http://hl7.org/fhir/STU3/StructureDefinition/Bundle'],
    },
    resourceType: 'Bundle',
    type: 'searchset',
    total: found.total,
    link: links(base, query, found.pages),
    entry: [
      ...found.slots.map((slot) => slotEntry(base, slot)),
      ...[...schedules.values()].map((slot) => scheduleEntry(base, slot)),
    ],
  };
}
