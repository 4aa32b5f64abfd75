import type { Booking, Service } from '../core/model.ts';
import type { ClinicType } from './clinic-types.ts';
import { clinicTypes } from './clinic-types.ts';
import { clinicians } from './clinicians.ts';
import { namedServices } from './named-services.ts';
import type { Site } from './organisations.ts';
import { furtherSites, serviceSites } from './organisations.ts';
import type { SeedSize } from './sizes.ts';

const FIRST_GENERATED_ID = 70_100;
const SITES_PER_CLINIC_TYPE = 5;
const FURTHER_SITES_PER_CLINIC_TYPE = 9;
/** Ofcom keeps 03069 990000 to 990999 for made-up numbers. */
const FIRST_PHONE = 500;
const PHONES = 500;

const bookings: readonly Booking[] = ['DBS', 'DBS', 'IBS', 'DBS', 'TRIAGE', 'DBS', 'DBS'];
const appointmentTypes = ['FIRST_OUTPATIENT', 'NURSE_CLINIC', 'GPSI', 'FIRST_OUTPATIENT'] as const;
const ages = [
  { low: 16, high: 120 },
  { low: 18, high: 120 },
  undefined,
  { low: 0, high: 120 },
] as const;

/** Clinic types that treat one sex, or children too. */
const sexTreated: Readonly<Record<string, Service['sexTreated']>> = {
  GYNAECOLOGY: 'FEMALE',
  PROSTATE: 'MALE',
  VASECTOMY: 'MALE',
  PREGNANCY_AND_MATERNAL: 'FEMALE',
  GYNAECOLOGICAL_ENDOCRINOLOGY: 'FEMALE',
};

/** The element of a list that a running number falls on. */
function pick<T>(list: readonly T[], number: number): T {
  return list[number % list.length] as T;
}

function nameOf(clinic: ClinicType, site: Site, booking: Booking): string {
  const kind = booking === 'TRIAGE' ? 'Referral Assessment Service' : 'Clinic';
  return `${clinic.display} ${kind}, ${site.name}`;
}

function textsOf(clinic: ClinicType, number: number): Partial<Service> {
  if (number % 9 === 4) return {};
  return {
    ...(clinic.alert && number % 2 === 0 && { referrerAlert: clinic.alert }),
    exclusions: clinic.exclusions,
    suggestedInvestigations: clinic.investigations,
    conditionsTreated: clinic.conditions,
  };
}

function waitOf(booking: Booking, number: number): Service['indicativeWait'] {
  if (booking === 'TRIAGE') return 'NOT_APPLICABLE';
  if (booking === 'IBS' && number % 3 === 0) return 'LIMITED_AVAILABILITY';
  return 5 + ((number * 17) % 90);
}

function cliniciansOf(site: Site, number: number): string[] {
  const here = clinicians
    .filter((clinician) => clinician.kind === 'provider' && !clinician.inactive)
    .filter((clinician) => clinician.odsCode === site.providerOdsCode)
    .map((clinician) => clinician.sdsUserId);
  if (number % 3 === 0) return [];
  return [...new Set([pick(here, number), pick(here, number + 1)])];
}

function prioritiesOf(clinic: ClinicType, number: number): Service['priorities'] {
  if (clinic.specialty === '2WW') return ['TWO_WEEK_WAIT'];
  return number % 4 === 0 ? ['ROUTINE', 'URGENT', 'TWO_WEEK_WAIT'] : ['ROUTINE', 'URGENT'];
}

function generate(clinic: ClinicType, site: Site, number: number): Service {
  const booking = pick(bookings, number);
  const age = pick(ages, number);
  return {
    id: String(FIRST_GENERATED_ID + number),
    name: nameOf(clinic, site, booking),
    specialty: clinic.specialty,
    clinicType: clinic.code,
    siteOdsCode: site.odsCode,
    providerOdsCode: site.providerOdsCode,
    location: site.location,
    postcode: site.postcode,
    phone: `03069 990${FIRST_PHONE + (number % PHONES)}`,
    booking,
    givesAdvice: number % 6 === 1,
    ...(booking !== 'TRIAGE' && { appointmentType: pick(appointmentTypes, number) }),
    sexTreated: sexTreated[clinic.code] ?? sexTreated[clinic.specialty] ?? 'MALE_AND_FEMALE',
    ...(age && { ageTreated: age }),
    letterRequired: booking === 'TRIAGE' || number % 3 !== 2,
    indicativeWait: waitOf(booking, number),
    ...textsOf(clinic, number),
    priorities: prioritiesOf(clinic, number),
    clinicians: cliniciansOf(site, number),
    commissioning: number % 5 === 3 ? 'NATIONAL' : 'LOCAL',
    displayProminently: number % 11 === 0,
    publishesSlots: booking === 'DBS' && number % 13 !== 5,
  };
}

const generatedClinics = clinicTypes.filter((clinic) => clinic.code !== 'ARRHYTHMIA');

/** So many sites for each clinic type, one service at each, numbered from `first`. */
function atSites(sites: readonly Site[], each: { sites: number; stride: number; first: number }) {
  return generatedClinics.flatMap((clinic, row) =>
    Array.from({ length: each.sites }, (_, step) => {
      const site = pick(sites, row + step * each.stride);
      return generate(clinic, site, each.first + row * each.sites + step);
    }),
  );
}

/** The named ones, then five sites for each other clinic type; in the largest seed nine more. */
export function buildServices(size: SeedSize): Service[] {
  const usual = atSites(serviceSites, { sites: SITES_PER_CLINIC_TYPE, stride: 7, first: 0 });
  const services = [...namedServices, ...usual];
  if (size !== 'trust') return services;
  const further = { sites: FURTHER_SITES_PER_CLINIC_TYPE, stride: 5, first: usual.length };
  return [...services, ...atSites(furtherSites, further)];
}
