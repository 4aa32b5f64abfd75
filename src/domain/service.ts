import type { Coded } from './criteria.ts';

export type BookableType = 'DIRECTLY_BOOKABLE' | 'INDIRECTLY_BOOKABLE' | 'UNSPECIFIED';

export type RequestFlow = 'APPOINTMENT_REQUEST' | 'TRIAGE_REQUEST' | 'ADVICE_AND_GUIDANCE_REQUEST';

/** Days, or a word of e-RS: `LIMITED_AVAILABILITY`, `NOT_APPLICABLE` (triage). */
export type Wait = { days: number } | { code: string };

export interface AgeRange {
  low?: number | undefined;
  high?: number | undefined;
  unit: 'YEARS' | 'MONTHS';
}

/** One service of a search, with every safety field as the service wrote it. */
export interface Service {
  id: string;
  name: string;
  specialty: Coded;
  location: { name: string; odsCode?: string | undefined };
  bookableType: BookableType;
  flows: readonly RequestFlow[];
  appointmentType?: string | undefined;
  sexTreated: string;
  ageTreated?: AgeRange | undefined;
  letterRequired: boolean;
  wait: Wait;
  treatmentWait?: Wait | undefined;
  /** Whole miles (the unit is an assumption that e-RS does not state). */
  distance?: number | undefined;
  displayProminently: boolean;
  referrerAlert?: string | undefined;
  exclusions?: string | undefined;
  suggestedInvestigations?: string | undefined;
  conditionsTreated?: string | undefined;
  additionalRequirements: readonly string[];
  /** Its page on the NHS website, `http(s)://…`. */
  website?: string | undefined;
}

/** How a patient gets an appointment at a service. */
export type WayToBook = 'book-here' | 'patient-phones' | 'triage' | 'not-bookable';

export function wayToBook(service: Pick<Service, 'bookableType' | 'flows'>): WayToBook {
  if (service.flows.includes('TRIAGE_REQUEST')) return 'triage';
  if (service.bookableType === 'DIRECTLY_BOOKABLE') return 'book-here';
  return service.bookableType === 'INDIRECTLY_BOOKABLE' ? 'patient-phones' : 'not-bookable';
}

/** The most services that e-RS allows on one shortlist (interactions.md §3). */
export const SHORTLIST_LIMIT = 20;
