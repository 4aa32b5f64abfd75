import type { Priority } from '../../core/model.ts';
import { priorities } from '../../core/model.ts';
import { refuse } from '../../core/refusal.ts';
import type { SlotPageQuery } from '../../core/retrieve-slots.ts';
import { retrieveSlots } from '../../core/retrieve-slots.ts';
import type { Exchange, Interaction } from '../../http/interaction.ts';
import { referrers, onBoth } from '../../http/interaction.ts';
import { fhirJson } from '../../http/fhir-json.ts';
import { writeSlotBundle } from '../slot-bundle.ts';

const known = [
  'schedule.actor:HealthcareService',
  'schedule.actor:Practitioner',
  'appointmentType',
  'status',
  '_count',
  'page',
  '_include',
];
/** Slot statuses of FHIR STU3; only `free` may be asked for. */
const slotStatuses = ['busy', 'free', 'busy-unavailable', 'busy-tentative', 'entered-in-error'];

function mandatory(url: URL, name: string): string {
  const value = url.searchParams.get(name);
  return value || refuse('MISSING_PARAMETER', name, 'is missing.');
}

function wholeNumber(url: URL, name: string, most: number): number {
  const text = mandatory(url, name);
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= most) return value;
  return refuse('INVALID_VALUE', name, `is not a whole number from 1 to ${most}.`);
}

function priorityOf(url: URL): Priority {
  const code = mandatory(url, 'appointmentType');
  const found = priorities.find((priority) => priority === code);
  return found ?? refuse('INVALID_VALUE', 'appointmentType', 'is not a priority.');
}

function requireFree(status: string): void {
  if (!slotStatuses.includes(status)) refuse('INVALID_CODE', 'status', 'is not a slot status.');
  if (status !== 'free') refuse('INVALID_VALUE', 'status', 'is not free.');
}

function requireKnown({ core, url }: Exchange): void {
  if (!core.switches.slotParametersChecked) return;
  const unexpected = [...url.searchParams.keys()].find((name) => !known.includes(name));
  if (unexpected) refuse('UNEXPECTED_FIELD', unexpected, 'is unknown.');
}

function readQuery(exchange: Exchange): SlotPageQuery {
  const { request, url, variant } = exchange;
  const ruleOrgHeader = variant.headers.ruleOrg;
  requireKnown(exchange);
  const ruleOrg = request.headers.get(ruleOrgHeader);
  const serviceId = mandatory(url, 'schedule.actor:HealthcareService');
  const priority = priorityOf(url);
  requireFree(mandatory(url, 'status'));
  return {
    serviceId,
    priority,
    count: wholeNumber(url, '_count', 100),
    page: wholeNumber(url, 'page', Number.MAX_SAFE_INTEGER),
    clinician: url.searchParams.get('schedule.actor:Practitioner') ?? undefined,
    ruleOrg: ruleOrg ?? refuse('MISSING_PARAMETER', ruleOrgHeader, 'is missing.'),
  };
}

export const retrieveAppointmentSlots: Interaction = {
  id: 'A015',
  method: 'GET',
  on: onBoth({ paths: ['/Slot'], roles: referrers }),
  answer: (exchange) => {
    const query = readQuery(exchange);
    return fhirJson(writeSlotBundle(exchange, query, retrieveSlots(exchange.core, query)), 200);
  },
};
