import type { Core } from './core.ts';
import { isKnownPostcode, milesBetween } from './distance.ts';
import type { Caller, Patient, SearchCriteria, Service } from './model.ts';
import { referablePatient, requireNamedClinician, responsibleClinician } from './people.ts';
import { refuse } from './refusal.ts';

/** e-RS cuts long answers at a number it does not publish. */
const RESULT_CAP = { on: 50, off: 10 } as const;

const KILOMETRES_A_MILE = 1.609;

export interface ServiceSearch {
  requestType: 'APPOINTMENT_REQUEST' | 'ADVICE_AND_GUIDANCE_REQUEST';
  sortBy: 'DISTANCE' | 'IWT';
  patient: string;
  referringClinician?: string | undefined;
  criteria: SearchCriteria;
}

export interface FoundService {
  service: Service;
  distance?: number;
}

/** Interactions catalogue §2: which criteria may stand together. */
function checkCombination(criteria: SearchCriteria): void {
  if (criteria.clinicType && !criteria.specialty) {
    refuse('FIELD_NOT_PERMITTED', 'clinicType', 'is only for use with a specialty.');
  }
  if (criteria.distanceLimit !== undefined && !criteria.postcode) {
    refuse('FIELD_NOT_PERMITTED', 'distanceLimit', 'is only for use with a postcode.');
  }
  const waitLimit = 'indicativeAppointmentWaitTimeLimit';
  if (criteria[waitLimit] !== undefined && criteria.priority === 'TWO_WEEK_WAIT') {
    refuse('FIELD_NOT_PERMITTED', waitLimit, 'is not for use with TWO_WEEK_WAIT.');
  }
  const { specialty, clinicType, clinicalTerm, namedClinician } = criteria;
  if (specialty && !clinicType) refuse('VALUE_IS_REQUIRED', 'clinicType', 'goes with a specialty.');
  if (!specialty && !clinicalTerm && !namedClinician) {
    refuse(
      'VALUE_IS_REQUIRED',
      'searchCriteria',
      'needs specialty and clinicType, clinicalTerm or namedClinician.',
    );
  }
  if (criteria.commissioningProvisioning === 'ALL_SERVICES') {
    refuse('INAPPROPRIATE_VALUE', 'commissioningProvisioning', 'may not be ALL_SERVICES.');
  }
}

function checkOrganisation(core: Core, odsCode: string): void {
  const organisation = core.directory.organisations.get(odsCode);
  const field = 'organisation';
  if (!organisation) return refuse('REFERENCE_NOT_FOUND', field, 'is not a known organisation.');
  if (organisation.closed) refuse('ORGANISATION_IS_CLOSED', field, 'is closed.');
  if (organisation.kind === 'practice') {
    refuse('ORGANISATION_NOT_APPROPRIATE', field, 'neither provides nor houses a service.');
  }
}

function checkReferences(core: Core, criteria: SearchCriteria): void {
  if (criteria.clinicalTerm && !core.directory.clinicalTerms.has(criteria.clinicalTerm)) {
    refuse('SNOMED_NOT_FOUND', 'clinicalTerm', 'is not a term that e-RS knows.');
  }
  if (criteria.namedClinician) requireNamedClinician(core, criteria.namedClinician);
  if (criteria.postcode && !isKnownPostcode(criteria.postcode)) {
    refuse('REFERENCE_NOT_FOUND', 'postcode', 'is not a known postcode.');
  }
  if (criteria.organisation) checkOrganisation(core, criteria.organisation);
}

export function checkCriteria(core: Core, criteria: SearchCriteria): void {
  checkCombination(criteria);
  checkReferences(core, criteria);
}

function ageInYears(birthDate: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5, 10) < birthDate.slice(5) ? years - 1 : years;
}

function fitsPatient(core: Core, service: Service, patient: Patient): boolean {
  const age = ageInYears(patient.birthDate, core.clock.iso());
  const { low = 0, high = Infinity } = service.ageTreated ?? {};
  const sex = service.sexTreated;
  return (
    age >= low && age <= high && (sex === 'MALE_AND_FEMALE' || sex.toLowerCase() === patient.gender)
  );
}

function matchesSubject(core: Core, service: Service, criteria: SearchCriteria): boolean {
  const term = core.directory.clinicalTerms.get(criteria.clinicalTerm ?? '');
  return (
    (!criteria.specialty || service.specialty === criteria.specialty) &&
    (!criteria.clinicType || service.clinicType === criteria.clinicType) &&
    (!term || (service.specialty === term.specialty && service.clinicType === term.clinicType)) &&
    (!criteria.namedClinician || service.clinicians.includes(criteria.namedClinician))
  );
}

function isCommissioned(service: Service, provisioning: string | undefined): boolean {
  if (provisioning === 'LOCALLY_COMMISSIONABLE') return service.commissioning === 'LOCAL';
  if (provisioning === 'NATIONALLY_AVAILABLE') return service.commissioning === 'NATIONAL';
  return true;
}

function matchesLimits(found: FoundService, criteria: SearchCriteria): boolean {
  const { service, distance } = found;
  const waitLimit = criteria.indicativeAppointmentWaitTimeLimit;
  const { distanceLimit, organisation } = criteria;
  return (
    (waitLimit === undefined ||
      typeof service.indicativeWait !== 'number' ||
      service.indicativeWait <= waitLimit) &&
    (distanceLimit === undefined || (distance !== undefined && distance <= distanceLimit)) &&
    (!organisation ||
      service.siteOdsCode === organisation ||
      service.providerOdsCode === organisation)
  );
}

/** In whole miles, or kilometres: no source gives the unit. */
function distanceBetween({ switches }: Core, from: string, to: Service): number | undefined {
  const miles = milesBetween(from, to.postcode);
  if (miles === undefined || switches.distanceInMiles) return miles;
  return Math.round(miles * KILOMETRES_A_MILE);
}

/** Every service that meets the criteria, unsorted and uncut. */
export function servicesMeeting(
  core: Core,
  criteria: SearchCriteria,
  patient: Patient,
): FoundService[] {
  const { searchFromPatient } = core.switches;
  const from = criteria.postcode ?? (searchFromPatient ? patient.postcode : '');
  return [...core.directory.services.values()]
    .filter((service) => matchesSubject(core, service, criteria))
    .filter((service) => service.priorities.includes(criteria.priority))
    .filter((service) => isCommissioned(service, criteria.commissioningProvisioning))
    .filter((service) => !criteria.ageAndGenderAppropriate || fitsPatient(core, service, patient))
    .map((service): FoundService => {
      const distance = distanceBetween(core, from, service);
      return { service, ...(distance !== undefined && { distance }) };
    })
    .filter((found) => matchesLimits(found, criteria));
}

function rank(found: FoundService, sortBy: ServiceSearch['sortBy']): number {
  if (sortBy === 'DISTANCE') return found.distance ?? Infinity;
  const wait = found.service.indicativeWait;
  if (typeof wait === 'number') return wait;
  return wait === 'NOT_APPLICABLE' ? 1_000 : 1_001;
}

/** Ties in the order of the service's name, or against it: e-RS promises none. */
function sorted(
  { switches }: Core,
  found: FoundService[],
  sortBy: ServiceSearch['sortBy'],
): FoundService[] {
  const way = switches.tiesByName ? 1 : -1;
  return found.sort(
    (one, other) =>
      rank(one, sortBy) - rank(other, sortBy) ||
      way * one.service.name.localeCompare(other.service.name),
  );
}

export function searchServices(core: Core, caller: Caller, search: ServiceSearch): FoundService[] {
  checkCombination(search.criteria);
  responsibleClinician(core, caller, search.referringClinician);
  const patient = referablePatient(core, search.patient);
  checkReferences(core, search.criteria);
  const wantsAdvice = search.requestType === 'ADVICE_AND_GUIDANCE_REQUEST';
  const found = servicesMeeting(core, search.criteria, patient).filter(
    ({ service }) => !wantsAdvice || service.givesAdvice,
  );
  const most = RESULT_CAP[core.switches.searchCutAtFifty ? 'on' : 'off'];
  return sorted(core, found, search.sortBy).slice(0, most);
}
