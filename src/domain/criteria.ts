/** e-RS priority codes. There is never a default: a person chooses. */
export type Priority = 'ROUTINE' | 'URGENT' | 'TWO_WEEK_WAIT';

export const PRIORITIES: readonly Priority[] = ['ROUTINE', 'URGENT', 'TWO_WEEK_WAIT'];

export interface Coded {
  code: string;
  display?: string | undefined;
}

export type SortBy = 'DISTANCE' | 'IWT';

/**
 * What services were searched with. The same criteria go into the referral unchanged, as e-RS
 * refuses a shortlisted service that they would not find.
 */
export interface SearchCriteria {
  priority: Priority;
  specialty?: Coded | undefined;
  clinicType?: Coded | undefined;
  /** SNOMED CT. */
  clinicalTerm?: Coded | undefined;
  /** 12-digit SDS user id. */
  namedClinician?: Coded | undefined;
  postcode?: string | undefined;
  /** As the e-RS application took it instead of a postcode: shown, never sent. */
  place?: string | undefined;
  /** Whole miles; only with a postcode. The unit is an assumption that e-RS does not state. */
  distanceLimit?: number | undefined;
  /** Whole days; never with TWO_WEEK_WAIT. */
  waitLimit?: number | undefined;
  /** ODS code. */
  organisation?: string | undefined;
  ageAndGenderAppropriate: boolean;
  /** HSCN only; the code as it came or is to be sent. */
  commissioningProvisioning?: string | undefined;
}
