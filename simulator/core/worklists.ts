import type { AdviceRequest } from './advice.ts';
import { statusOfAdvice } from './advice.ts';
import type { Core } from './core.ts';
import { specialties } from '../seed/clinic-types.ts';
import type { Caller, Referral, Service } from './model.ts';
import { refuse } from './refusal.ts';
import { isMember } from './workgroups.ts';
import type { ProviderList, ReferrerList, WorklistName } from './worklist-rules.ts';
import { isOnList, providerLists, referrerLists } from './worklist-rules.ts';

/** What a provider narrows a list to. */
export interface WorklistFilter {
  service?: string | undefined;
  specialty?: string | undefined;
  /** ODS code of the site. */
  location?: string | undefined;
  /** SDS id; `NOT_ASSIGNED` for no clinician. */
  clinician?: string | undefined;
}

function checkFilter(core: Core, filter: WorklistFilter): void {
  const { directory } = core;
  const { service, specialty, location, clinician } = filter;
  if (service && !directory.services.has(service)) {
    refuse('NO_SUCH_SERVICE', 'service', 'names no service.');
  }
  if (specialty && !specialties.some(({ code }) => code === specialty)) {
    refuse('NO_SUCH_SPECIALTY', 'specialty', 'is not a specialty.');
  }
  if (location && directory.organisations.get(location)?.kind !== 'site') {
    refuse('NO_SUCH_LOCATION', 'location', 'is not a place of a service.');
  }
  if (clinician && clinician !== 'NOT_ASSIGNED' && !directory.clinicians.has(clinician)) {
    refuse('NO_SUCH_CLINICIAN', 'clinician', 'is not a known user.');
  }
}

function fits(service: Service, { service: id, specialty, location }: WorklistFilter): boolean {
  return (
    (!id || service.id === id) &&
    (!specialty || service.specialty === specialty) &&
    (!location || service.siteOdsCode === location)
  );
}

/** The services whose requests the caller sees; none at all is a refusal. */
function servicesSeen(core: Core, caller: Caller, filter: WorklistFilter): ReadonlySet<string> {
  checkFilter(core, filter);
  const seen = [...core.directory.services.values()]
    .filter((service) => fits(service, filter) && isMember(core, caller, service))
    .map(({ id }) => id);
  if (seen.length === 0) {
    refuse('NO_RELATIONSHIP', 'service', 'is of no workgroup of yours.');
  }
  return new Set(seen);
}

/** The clinician who has the appointment, or whom the referrer named. */
function namedClinicianOf({ appointment, criteria }: Referral): string | undefined {
  return appointment?.clinician ?? criteria.namedClinician;
}

function fitsClinician(named: string | undefined, { clinician }: WorklistFilter): boolean {
  if (!clinician) return true;
  return clinician === 'NOT_ASSIGNED' ? named === undefined : named === clinician;
}

function providerRows(
  core: Core,
  caller: Caller,
  { list, filter }: { list: ProviderList; filter: WorklistFilter },
): Referral[] {
  const seen = servicesSeen(core, caller, filter);
  return [...core.referrals.values()].filter(
    (referral) =>
      isOnList(core, list, referral) &&
      seen.has(referral.appointment?.serviceId ?? '') &&
      fitsClinician(namedClinicianOf(referral), filter),
  );
}

function referrerRows(core: Core, caller: Caller, list: ReferrerList): Referral[] {
  return [...core.referrals.values()].filter(
    (referral) => referral.referringOrg === caller.odsCode && isOnList(core, list, referral),
  );
}

function requireNoFilter(filter: WorklistFilter): void {
  for (const [name, value] of Object.entries(filter)) {
    if (value !== undefined) refuse('UNEXPECTED_FIELD', name, 'is only for lists of a provider.');
  }
}

/** A008: the referrals of a list, oldest first; e-RS promises no order. */
export function worklist(
  core: Core,
  caller: Caller,
  { list, filter }: { list: WorklistName; filter: WorklistFilter },
): Referral[] {
  const provider = caller.role.startsWith('SERVICE_PROVIDER');
  const providerList = providerLists.find((known) => known === list);
  if (provider && providerList) {
    return providerRows(core, caller, { list: providerList, filter });
  }
  const referrerList = referrerLists.find((known) => known === list);
  if (provider || !referrerList || caller.dialect === 'hscn') {
    const code = core.switches.otherSidesListIs422 ? 'INVALID_VALUE' : 'FORBIDDEN';
    return refuse(code, 'listType', 'is not a list of this role.');
  }
  requireNoFilter(filter);
  return referrerRows(core, caller, referrerList);
}

/** In progress; whether one that waits for the referrer is among them, the sources disagree. */
function isOnAdviceList({ switches }: Core, advice: AdviceRequest): boolean {
  return switches.answeredStaysOnAdviceList
    ? statusOfAdvice(advice) === 'active'
    : advice.category === 'PROVIDER_RESPONSE_REQUIRED';
}

/** A023: the conversations in progress. */
export function adviceWorklist(
  core: Core,
  caller: Caller,
  filter: WorklistFilter,
): AdviceRequest[] {
  const seen = servicesSeen(core, caller, filter);
  return [...core.advice.values()].filter(
    (advice) =>
      isOnAdviceList(core, advice) &&
      seen.has(advice.serviceId) &&
      fitsClinician(advice.criteria.namedClinician, filter),
  );
}
