import type { Coded, Priority, SearchCriteria, SortBy } from '../domain/criteria.ts';
import type { Instant } from '../domain/instant.ts';
import type { Problem } from '../domain/problem.ts';
import type { ClinicType, PriorityConcept, ReferenceConcept } from '../domain/reference-list.ts';
import type { Service } from '../domain/service.ts';
import type { Clinician } from '../domain/user.ts';
import type { Flow } from './flow.ts';

// Search: untouched → searching → found | none-found | failed; a change makes what was found stale.

export type FindBy = 'specialty' | 'clinical-term' | 'named-clinician';

/** What the user has typed and chosen so far, right or wrong. */
export interface CriteriaDraft {
  findBy: FindBy;
  specialty?: string | undefined;
  clinicType?: string | undefined;
  clinicalTerm?: Coded | undefined;
  namedClinician?: Coded | undefined;
  priority?: Priority | undefined;
  postcode: string;
  /** Miles. */
  distance?: number | undefined;
  /** Days, as typed. */
  waitLimit: string;
  ageAndGenderAppropriate: boolean;
  sortBy: SortBy;
  /** Named by a referring clinician admin. */
  referringClinician?: Clinician | undefined;
}

export type CriteriaField =
  | 'specialty'
  | 'clinicType'
  | 'clinicalTerm'
  | 'namedClinician'
  | 'priority'
  | 'postcode'
  | 'distance'
  | 'waitLimit'
  | 'referringClinician';

export interface CriteriaError {
  field: CriteriaField;
  error: 'missing' | 'not-a-whole-number' | 'needs-postcode' | 'refused-by-ers' | 'wrong-code';
}

export type LoadState<T> =
  | { status: 'loading'; since: Instant }
  | { status: 'ready'; value: T; at: Instant }
  | { status: 'failed'; problem: Problem };

export interface ReferenceLists {
  /** Only what is effective now. */
  specialties: readonly ReferenceConcept[];
  clinicTypes: readonly ClinicType[];
  priorities: readonly PriorityConcept[];
}

export type SearchState =
  | { status: 'untouched' }
  | { status: 'searching'; criteria: SearchCriteria; since: Instant }
  | { status: 'found'; criteria: SearchCriteria; services: readonly Service[]; at: Instant }
  | { status: 'none-found'; criteria: SearchCriteria; at: Instant }
  | { status: 'failed'; criteria: SearchCriteria; problem: Problem };

export interface FindServicesState {
  lists: LoadState<ReferenceLists>;
  draft: CriteriaDraft;
  /** In the order of the form; set by a search that could not be sent, cleared field by field. */
  errors: readonly CriteriaError[];
  search: SearchState;
  /** The draft no longer says what was searched with. */
  stale: boolean;
  /** In the patient's order. */
  shortlist: readonly Service[];
  /** Ids on the shortlist that the newest search did not find: e-RS would refuse them. */
  vanished: readonly string[];
  /** Asked for by the last look-up in a picker field; empty `found` is an honest "none". */
  lookUp: LookUpState;
}

export type LookUpField = 'clinicalTerm' | 'namedClinician' | 'referringClinician';

export type LookUpState =
  | { status: 'idle' }
  | { status: 'looking'; field: LookUpField }
  | { status: 'found'; field: LookUpField; options: readonly Required<Coded>[] }
  /** The host lacks the look-up or it failed: the field then takes the code itself. */
  | { status: 'unavailable'; field: LookUpField };

export interface FindServicesActions {
  loadLists(): Promise<void>;
  change(change: Partial<CriteriaDraft>): void;
  lookUp(field: LookUpField, text: string): Promise<void>;
  /** Checks the draft, and searches only when nothing is missing. */
  search(): Promise<void>;
  sortBy(order: SortBy): Promise<void>;
  /** Adds to or takes from the shortlist; refuses the 21st and what cannot be shortlisted. */
  toggle(serviceId: string): void;
  move(serviceId: string, by: -1 | 1): void;
}

export type FindServicesFlow = Flow<FindServicesState, FindServicesActions>;
