import type { SearchCriteria, SortBy } from '../domain/criteria.ts';
import type { Service } from '../domain/service.ts';
import { checkCriteria, refusedField, searchKey, type CriteriaCheck } from './criteria-rules.ts';
import type { CriteriaDraft, CriteriaField, FindServicesState } from './find-services.ts';
import type { Finder } from './finder.ts';
import { update } from './flow.ts';
import { readProblem } from './reading.ts';
import { foundAgain, shortlistAfter } from './shortlist.ts';

/** The field of the form that a part of the draft stands in. */
const FIELD: Readonly<Partial<Record<keyof CriteriaDraft, CriteriaField>>> = {
  specialty: 'specialty',
  clinicType: 'clinicType',
  clinicalTerm: 'clinicalTerm',
  namedClinician: 'namedClinician',
  priority: 'priority',
  postcode: 'postcode',
  distance: 'distance',
  waitLimit: 'waitLimit',
  referringClinician: 'referringClinician',
};

export function changeDraft(finder: Finder, change: Partial<CriteriaDraft>): void {
  const { store } = finder;
  const before = store.state.draft;
  const draft = { ...before, ...change };
  if (draft.specialty !== before.specialty && change.clinicType === undefined) {
    draft.clinicType = undefined;
  }
  update(store, {
    draft,
    errors: errorsAfter(store.state, change),
    stale: isStale(finder, draft),
  });
}

/**
 * A changed field is no longer in error, unless it was only emptied; another way of finding leaves
 * those of the first.
 */
function errorsAfter(
  { errors, draft }: FindServicesState,
  change: Partial<CriteriaDraft>,
): FindServicesState['errors'] {
  const changed = new Set(Object.keys(change).map((key) => FIELD[key as keyof CriteriaDraft]));
  if (changed.has('distance') && change.distance === undefined) changed.add('postcode');
  const otherWay = change.findBy !== undefined && change.findBy !== draft.findBy;
  const ofWay: readonly CriteriaField[] = otherWay
    ? ['specialty', 'clinicType', 'clinicalTerm', 'namedClinician']
    : [];
  return errors.filter(({ field, error }) => {
    if (ofWay.includes(field)) return false;
    return !changed.has(field) || (error === 'missing' && change[field] === undefined);
  });
}

function isStale(finder: Finder, draft: CriteriaDraft): boolean {
  if (finder.asked === undefined) return false;
  const checked = check(finder, draft);
  return !checked.ok || searchKey(checked.search) !== finder.asked;
}

function check({ ports, store }: Finder, draft: CriteriaDraft): CriteriaCheck {
  const { lists } = store.state;
  return checkCriteria(draft, {
    patient: ports.patient,
    role: ports.role,
    lists: lists.status === 'ready' ? lists.value : undefined,
  });
}

/** Searches with the draft as it stands. A newer search makes an older one count no more. */
export async function search(finder: Finder): Promise<void> {
  const { ports, store, reads } = finder;
  if (!store.isOpen) return;
  const checked = check(finder, store.state.draft);
  if (!checked.ok) {
    update(store, { errors: checked.errors });
    return;
  }
  const { criteria } = checked.search;
  const last = store.state.search;
  if (last.status !== 'searching') finder.before = { search: last, asked: finder.asked };
  const signal = reads.search.start();
  finder.asked = searchKey(checked.search);
  const since = ports.clock.now();
  update(store, {
    errors: [],
    stale: false,
    searchStopped: undefined,
    search: { status: 'searching', criteria, since },
  });
  try {
    const services = await ports.client.searchServices(checked.search, { signal });
    if (!signal.aborted) showFound(finder, criteria, services);
  } catch (error) {
    if (!signal.aborted) showFailure(finder, criteria, error);
  }
}

export function stopSearch(finder: Finder): void {
  const { store, reads, before } = finder;
  if (!before || store.state.search.status !== 'searching') return;
  reads.search.stop();
  finder.asked = before.asked;
  const stale = isStale(finder, store.state.draft);
  update(store, { search: before.search, stale, searchStopped: true });
}

/** The order decides which services e-RS gives at all, so that it is asked again. */
export async function searchAgainSorted(finder: Finder, order: SortBy): Promise<void> {
  changeDraft(finder, { sortBy: order });
  if (finder.asked !== undefined) await search(finder);
}

function showFound(finder: Finder, criteria: SearchCriteria, services: readonly Service[]): void {
  const { ports, store, wanted } = finder;
  const at = ports.clock.now();
  const again = foundAgain(finder, services);
  finder.wanted = [];
  const { shortlist } = store.state;
  update(store, {
    search:
      services.length === 0
        ? { status: 'none-found', criteria, at }
        : { status: 'found', criteria, services, at },
    ...shortlistAfter(shortlist.length > 0 ? shortlist : again, services),
    lost: wanted.filter((id) => !again.some((service) => service.id === id)),
  });
}

function showFailure(finder: Finder, criteria: SearchCriteria, error: unknown): void {
  const { ports, store } = finder;
  const problem = readProblem(error, ports);
  if (!problem) return;
  const field = refusedField(problem);
  update(store, {
    search: { status: 'failed', criteria, problem },
    errors: field ? [{ field, error: 'refused-by-ers' }] : [],
  });
}
