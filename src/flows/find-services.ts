import type { Coded, Priority, SearchCriteria, SortBy } from '../domain/criteria.ts';
import type { Instant } from '../domain/instant.ts';
import type { Problem } from '../domain/problem.ts';
import type { ClinicType, PriorityConcept, ReferenceConcept } from '../domain/reference-list.ts';
import type { Service } from '../domain/service.ts';
import type { Clinician } from '../domain/user.ts';
import type { FlowPorts } from './flow-ports.ts';
import { createStore, type Flow } from './flow.ts';
import { changeDraft, search, searchAgainSorted, stopSearch } from './find-services-search.ts';
import { loadLists, lookUp, stopLists } from './find-services-lists.ts';
import type { Finder } from './finder.ts';
import { newestRead } from './reading.ts';
import { moveOnShortlist, toggleOnShortlist } from './shortlist.ts';

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
  /** By the user. */
  | { status: 'stopped' }
  | { status: 'failed'; problem: Problem };

export interface ReferenceLists {
  /** Only what is effective now. */
  specialties: readonly ReferenceConcept[];
  clinicTypes: readonly ClinicType[];
  /** Empty where e-RS does not tell: then each of the three codes may be chosen. */
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
  /** The user has stopped the newest search: `search` is the one before it. */
  searchStopped?: boolean | undefined;
  /** The draft no longer says what was searched with. */
  stale: boolean;
  /** In the patient's order. */
  shortlist: readonly Service[];
  /** Ids on the shortlist that the newest search did not find: e-RS would refuse them. */
  vanished: readonly string[];
  /** Ids on the shortlist of a resumed draft that were not found again. */
  lost?: readonly string[] | undefined;
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
  stopLists(): void;
  change(change: Partial<CriteriaDraft>): void;
  /** Nothing to look up stops what is being looked up. */
  lookUp(field: LookUpField, text: string): Promise<void>;
  /** Checks the draft, and searches only when nothing is missing. */
  search(): Promise<void>;
  /** What was found before stands again; nothing that was typed or shortlisted is lost. */
  stopSearch(): void;
  sortBy(order: SortBy): Promise<void>;
  /** Adds to or takes from the shortlist; refuses the 21st and what cannot be shortlisted. */
  toggle(serviceId: string): void;
  move(serviceId: string, by: -1 | 1): void;
}

export type FindServicesFlow = Flow<FindServicesState, FindServicesActions>;

/** Where an earlier draft left off. */
export interface FindServicesStart {
  draft: CriteriaDraft;
  /** Ids, in the patient's order. Their facts are read again. */
  shortlist: readonly string[];
}

/** As the flow of referring a patient holds it. */
export interface StartableFindServices extends FindServicesFlow {
  /** Takes up an earlier draft, and finds its services again. */
  resume(start: FindServicesStart): Promise<void>;
  /** What to resume with, were it left now. */
  toResume(): FindServicesStart;
}

/** Reads the lists at once; searches only when asked, or to resume a shortlist. */
export function createFindServices(
  ports: FlowPorts,
  start?: FindServicesStart,
): StartableFindServices {
  const finder = startFinder(ports);
  const { store, reads } = finder;
  const flow: StartableFindServices = {
    get state() {
      return store.state;
    },
    subscribe: store.subscribe,
    actions: {
      loadLists: () => loadLists(finder),
      stopLists: () => stopLists(finder),
      change: (change) => changeDraft(finder, change),
      lookUp: (field, text) => lookUp(finder, field, text),
      search: () => search(finder),
      stopSearch: () => stopSearch(finder),
      sortBy: (order) => searchAgainSorted(finder, order),
      toggle: (serviceId) => toggleOnShortlist(finder, serviceId),
      move: (serviceId, by) => moveOnShortlist(store, serviceId, by),
    },
    resume: (earlier) => resume(finder, earlier),
    toResume: () => toResume(finder),
    dispose() {
      for (const read of Object.values(reads)) read.stop();
      store.close();
    },
  };
  void loadLists(finder);
  if (start) void flow.resume(start);
  return flow;
}

function startFinder(ports: FlowPorts): Finder {
  const state: FindServicesState = {
    lists: { status: 'loading', since: ports.clock.now() },
    draft: emptyDraft(ports),
    errors: [],
    search: { status: 'untouched' },
    stale: false,
    shortlist: [],
    vanished: [],
    lookUp: { status: 'idle' },
  };
  const reads = { lists: newestRead(), search: newestRead(), lookUp: newestRead() };
  return { ports, store: createStore(state), reads, wanted: [] };
}

/** Nothing that decides is chosen; the postcode is the patient's. */
export function emptyDraft({ patient }: Pick<FlowPorts, 'patient'>): CriteriaDraft {
  return {
    findBy: 'specialty',
    postcode: patient.postcode ?? '',
    waitLimit: '',
    ageAndGenderAppropriate: true,
    sortBy: 'DISTANCE',
  };
}

async function resume(finder: Finder, { draft, shortlist }: FindServicesStart): Promise<void> {
  changeDraft(finder, draft);
  finder.wanted = shortlist;
  if (shortlist.length === 0) return;
  await finder.loadingLists;
  if (finder.store.state.search.status === 'untouched') await search(finder);
}

function toResume({ store, wanted }: Finder): FindServicesStart {
  const { draft, shortlist } = store.state;
  return { draft, shortlist: [...new Set([...shortlist.map(({ id }) => id), ...wanted])] };
}
