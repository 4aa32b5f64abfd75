import type { Core } from './core.ts';
import type { Caller, Patient, Referral, SearchCriteria, Service } from './model.ts';
import { refuse } from './refusal.ts';
import { servicesMeeting } from './search-services.ts';

const MOST_SERVICES = 20;

export interface WantedShortlist {
  shortlist: readonly string[];
  criteria: SearchCriteria;
}

export function checkShortlistSize(shortlist: readonly string[]): void {
  const field = 'shortlist';
  if (shortlist.length === 0) refuse('MISSING_VALUE', `${field}.entry`, 'is missing.');
  if (shortlist.length > MOST_SERVICES) {
    refuse('TOO_MANY_ITEMS', field, `has more than ${MOST_SERVICES} services.`);
  }
  if (new Set(shortlist).size < shortlist.length) {
    refuse('DUPLICATE_SERVICE', field, 'names a service twice.');
  }
}

/** The services named, each of which the criteria sent along still find. */
export function shortlistedServices(
  core: Core,
  wanted: WantedShortlist,
  patient: Patient,
): Service[] {
  const meeting = new Map(
    servicesMeeting(core, wanted.criteria, patient).map(({ service }) => [service.id, service]),
  );
  return wanted.shortlist.map((id) => {
    const why = `has a service the criteria do not find: ${id}.`;
    return meeting.get(id) ?? refuse('SHORTLISTED_SERVICE_NOT_IN_RESULTS', 'shortlist', why);
  });
}

/** Over HSCN a shortlist is for bookings only; the platform mixes them with triage. */
export function checkFlows(caller: Caller, services: readonly Service[]): void {
  const triage = services.find((service) => service.booking === 'TRIAGE');
  if (triage && caller.dialect === 'hscn') {
    const why = `has a service without appointment requests: ${triage.id}.`;
    refuse('INAPPROPRIATE_VALUE', 'shortlist', why);
  }
}

export interface LetterPlan {
  letterIntent: Referral['letterIntent'];
  /** A letter that is there needs no announcement. */
  hasLetter: boolean;
}

/** A letter is announced if a shortlisted service needs one; over HSCN only then (A011). */
export function checkLetterIntent(
  core: Core,
  caller: Caller,
  { services, plan }: { services: readonly Service[]; plan: LetterPlan },
): void {
  const field = 'intentionToAddReferralLetter';
  const needed = services.some((service) => service.letterRequired);
  if (needed && !plan.hasLetter && plan.letterIntent === 'NOT_INTENDING_TO_ADD') {
    refuse('INAPPROPRIATE_VALUE', field, 'must be NEED_TO_ADD_LATER: a service needs a letter.');
  }
  const strict = caller.dialect === 'hscn' && core.switches.letterIntentOnlyWhenRequired;
  if (strict && !needed && plan.letterIntent === 'NEED_TO_ADD_LATER') {
    refuse(
      'INAPPROPRIATE_VALUE',
      field,
      'must be NOT_INTENDING_TO_ADD: no service needs a letter.',
    );
  }
}
