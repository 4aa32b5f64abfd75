import type { Core } from './core.ts';
import type { Service, Slot } from './model.ts';
import type { SlotQuery } from './slots.ts';
import { freeSlots } from './slots.ts';
import { refuse } from './refusal.ts';

export interface SlotPageQuery extends SlotQuery {
  serviceId: string;
  ruleOrg: string;
  count: number;
  page: number;
}

export interface SlotPage {
  slots: readonly Slot[];
  total: number;
  pages: number;
}

function bookableService(core: Core, id: string): Service {
  const field = 'schedule.actor:HealthcareService';
  const service = core.directory.services.get(id);
  if (!service) return refuse('NO_SUCH_SERVICE', field, `names no service: ${id}.`);
  if (core.suspendedServices.has(id)) refuse('SERVICE_UNAVAILABLE', field, 'is not available now.');
  if (service.booking !== 'DBS') refuse('INVALID_STATE', field, 'is not directly bookable.');
  return service;
}

function requireActiveReferrer(core: Core, odsCode: string): void {
  const organisation = core.directory.organisations.get(odsCode);
  if (organisation?.kind === 'practice' && !organisation.closed) return;
  refuse('INVALID_VALUE', 'X-ERS-XAPI-COMM-RULE-ORG', 'is not an active referring organisation.');
}

/** One page of free slots, earliest first. */
export function retrieveSlots(core: Core, query: SlotPageQuery): SlotPage {
  const service = bookableService(core, query.serviceId);
  requireActiveReferrer(core, query.ruleOrg);
  if (query.clinician && !service.clinicians.includes(query.clinician)) {
    refuse(
      'INVALID_VALUE',
      'schedule.actor:Practitioner',
      'is not a named clinician of the service.',
    );
  }
  const free = freeSlots(core, service, query);
  const pages = Math.max(1, Math.ceil(free.length / query.count));
  if (query.page > pages) refuse('PAGE_OUT_OF_RANGE', 'page', `is past the last page, ${pages}.`);
  const first = (query.page - 1) * query.count;
  return { slots: free.slice(first, first + query.count), total: free.length, pages };
}
