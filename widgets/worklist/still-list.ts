import type { Clock } from '../../src/domain/instant.ts';
import type { NhsNumber } from '../../src/domain/nhs-number.ts';
import type { DeskList, DeskRow } from '../../src/domain/provider-desk.ts';
import { FIRST_ORDER } from '../../src/domain/worklist-order.ts';
import { sizeOfList } from '../../src/domain/worklist-size.ts';
import type {
  LoadedList,
  ProviderWorklistActions,
  ProviderWorklistFlow,
  ProviderWorklistState,
  RowPatient,
} from '../../src/flows/provider-worklist.ts';
import type { ListingSession } from '../session/context.ts';
import { named, NOW, reviewRow } from './sample-rows.ts';

const later = (): Promise<void> => Promise.resolve();
const nothing = (): void => undefined;

const FAMILIES = [
  ['Featherstone-Williamson', 'Alexandra', 'Dr'],
  ['Hollingworth', 'Jean', 'Mrs'],
  ['Abernethy', 'Colin', 'Mr'],
  ['Oyelaran', 'Folasade', 'Ms'],
  ['Da Costa', 'Inês', 'Mrs'],
  ['St John', 'Rupert', 'Rev'],
] as const;

/** Most have a name; one is being looked up, one is not to be had. */
function patientsOf(rows: readonly DeskRow[]): Map<NhsNumber, RowPatient> {
  return new Map(
    rows.map(({ patient }, nth): [NhsNumber, RowPatient] => {
      if (nth === 1) return [patient, { status: 'unavailable' }];
      if (nth === 6) return [patient, { status: 'looking-up' }];
      const name = FAMILIES[nth % FAMILIES.length] ?? FAMILIES[0];
      return [patient, { status: 'known', patient: { ...named(nth, name), nhsNumber: patient } }];
    }),
  );
}

/** A list as it was loaded, with all names. */
export function loadedState(
  list: DeskList,
  rows: readonly DeskRow[],
  facts: Partial<LoadedList> = {},
): Partial<ProviderWorklistState> {
  return {
    list,
    load: { status: 'loaded' },
    loaded: { filter: {}, rows, at: NOW, size: sizeOfList(list, rows.length), ...facts },
    filter: facts.filter ?? {},
    rows,
    order: FIRST_ORDER[list],
    patients: patientsOf(rows),
  };
}

const untouched: ProviderWorklistState = {
  list: 'REFERRALS_FOR_REVIEW',
  filter: {},
  load: { status: 'not-asked' },
  isStale: false,
  order: FIRST_ORDER.REFERRALS_FOR_REVIEW,
  sought: '',
  onlyNews: false,
  rows: [],
  withoutName: 0,
  patients: new Map(),
  finished: new Map(),
  opening: { allowed: true },
};

/** A list that stands still: its state is what it was given, its actions do what they were given. */
export function stillList(
  change: Partial<ProviderWorklistState> = {},
  actions: Partial<ProviderWorklistActions> = {},
) {
  const listeners = new Set<() => void>();
  return {
    state: { ...untouched, ...change },
    actions: {
      choose: nothing,
      changeFilter: nothing,
      clearFilter: nothing,
      load: later,
      stop: nothing,
      sort: nothing,
      find: nothing,
      showOnlyNews: nothing,
      markAllSeen: nothing,
      show: later,
      finish: nothing,
      signedInAgain: nothing,
      ...actions,
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    disposed: false,
    dispose() {
      this.disposed = true;
      listeners.clear();
    },
    /** Another state, as an answer would make it. */
    become(next: Partial<ProviderWorklistState>) {
      this.state = { ...this.state, ...next };
      for (const listener of [...listeners]) listener();
    },
  };
}

/** A clock that stands still. */
export const clock: Clock = {
  now: () => NOW,
  wait: (_milliseconds, signal) =>
    new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
    }),
};

export const PROVIDER = {
  businessFunction: 'SERVICE_PROVIDER_CLINICIAN',
  organisation: { odsCode: 'RWX01', name: 'Wexcombe General Hospital' },
};

export function listingSession(
  flow: ProviderWorklistFlow,
  change: Partial<ListingSession> = {},
): ListingSession {
  return {
    status: 'listing',
    user: { sdsUserId: '555036671101', name: 'OKAFOR, Adaeze (Dr)' },
    role: PROVIDER,
    environment: 'live',
    clock,
    can: (action) => action === 'see-provider-worklist' || action === 'see-advice-worklist',
    join: () => nothing,
    worklist: () => Promise.resolve(flow),
    openRow: later,
    ...change,
  };
}

export function manyRows(count: number): DeskRow[] {
  return Array.from({ length: count }, (_, nth) => reviewRow(nth));
}
