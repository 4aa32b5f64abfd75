import type { Instant } from '../domain/instant.ts';
import type { NhsNumber } from '../domain/nhs-number.ts';
import type { Patient } from '../domain/patient.ts';
import type { Permission } from '../domain/permission.ts';
import type { Problem } from '../domain/problem.ts';
import { isReferrerList, type DeskList, type DeskRow } from '../domain/provider-desk.ts';
import type { Role } from '../domain/user.ts';
import type { Ubrn } from '../domain/ubrn.ts';
import type { WorklistFilter } from '../domain/worklist-filter.ts';
import { FIRST_ORDER, type Order } from '../domain/worklist-order.ts';
import { NOTHING_SINCE, type SinceLast } from '../domain/worklist-since.ts';
import type { ListSize } from '../domain/worklist-size.ts';
import type { DialectFacts } from '../ers/open-client.ts';
import type { AdvisingVerbs } from '../ers/verbs/advising.ts';
import type { ListingVerbs } from '../ers/verbs/listing.ts';
import type { FlowPorts } from './flow-ports.ts';
import { createStore, update, type Flow, type Store } from './flow.ts';
import { arrange, loadList, stopLoad, type LastLoads } from './provider-worklist-load.ts';
import { askAnew, namesToAsk, showNames, type NameAsker } from './provider-worklist-names.ts';
import { openPermission } from './provider-worklist-permission.ts';
import { newestRead, type NewestRead } from './reading.ts';

// not-asked → loading → loaded | failed | too-large | stopped; the list that came last stays in all.

export type ListLoad =
  | { status: 'not-asked' }
  | { status: 'loading'; since: Instant }
  | { status: 'loaded' }
  /** By the user. */
  | { status: 'stopped' }
  | { status: 'failed'; problem: Problem; at: Instant }
  /** e-RS sends no list of over 10 MB. How sure that is, its answer tells. */
  | { status: 'too-large'; problem: Problem; isCertain: boolean; at: Instant };

/** What e-RS answered last for the list, and with which filter. */
export interface LoadedList {
  filter: WorklistFilter;
  /** In the order of e-RS. */
  rows: readonly DeskRow[];
  at: Instant;
  size: ListSize;
  /** Against the load before, of the same list with the same filter; absent where there was none. */
  since?: (SinceLast & { at: Instant }) | undefined;
}

/** A patient of a row. Absent: not asked for yet. */
export type RowPatient =
  | { status: 'known'; patient: Patient }
  | { status: 'looking-up' }
  /** The host has no such record, cannot look it up, or did not answer in time. */
  | { status: 'unavailable' };

/** What was decided here since the list was loaded: its row stays until the next load. */
export interface Finished {
  action: string;
  at: Instant;
}

export interface ProviderWorklistState {
  list: DeskList;
  /** Goes to e-RS with the next load. */
  filter: WorklistFilter;
  load: ListLoad;
  /** Stays when a later load fails; then `isStale`. */
  loaded?: LoadedList | undefined;
  /** The newest load failed: nothing is to be done on these rows before one succeeds. */
  isStale: boolean;
  order: readonly Order[];
  sought: string;
  onlyNews: boolean;
  /** What of the loaded list is shown: found, in order. Nothing moves it but the user and a load. */
  rows: readonly DeskRow[];
  /** Rows that were not found and have no name yet. */
  withoutName: number;
  patients: ReadonlyMap<NhsNumber, RowPatient>;
  finished: ReadonlyMap<Ubrn, Finished>;
  /** Whether this role may open what a row names. */
  opening: Permission;
}

export interface ProviderWorklistActions {
  /** Another list: as it was loaded last, if it was. Loads nothing. */
  choose(list: DeskList): void;
  /**
   * Changes some of the filter; an explicit `undefined` takes it away. Loads nothing. A referrer's
   * list has no filter.
   */
  changeFilter(change: WorklistFilter): void;
  clearFilter(): void;
  load(): Promise<void>;
  /** The list stays as it was. */
  stop(): void;
  sort(order: readonly Order[]): void;
  find(text: string): void;
  showOnlyNews(onlyNews: boolean): void;
  /** What is new or changed is seen: the marks go. */
  markAllSeen(): void;
  /** These rows are in sight, from 0, `to` not among them: their patients are asked of the host. */
  show(from: number, to: number): Promise<void>;
  /** Something was decided on a referral of the list. */
  finish(ubrn: Ubrn, action: string): void;
  /** The session is there again: a list that was refused for want of it is loaded. */
  signedInAgain(): void;
}

export type ProviderWorklistFlow = Flow<ProviderWorklistState, ProviderWorklistActions>;

/** No patient is bound here: it is a screen of many. */
export interface ProviderWorklistPorts extends Pick<FlowPorts, 'clock' | 'newId'> {
  client: DialectFacts & ListingVerbs & Pick<AdvisingVerbs, 'retrieveAdviceWorklist'>;
  lookUps: Pick<FlowPorts['lookUps'], 'resolvePatients'>;
  role: Role;
}

/** What the parts of the worklist work on together. */
export interface WorklistDesk {
  ports: ProviderWorklistPorts;
  store: Store<ProviderWorklistState>;
  reading: NewestRead;
  lastLoads: LastLoads;
  names: NameAsker;
}

/** Loads nothing before it is told to. */
export function createProviderWorklist(
  ports: ProviderWorklistPorts,
  list: DeskList = 'REFERRALS_FOR_REVIEW',
): ProviderWorklistFlow {
  const store = createStore<ProviderWorklistState>({
    list,
    filter: {},
    load: { status: 'not-asked' },
    isStale: false,
    order: FIRST_ORDER[list],
    sought: '',
    onlyNews: false,
    rows: [],
    withoutName: 0,
    patients: new Map(),
    finished: new Map(),
    opening: openPermission(ports, list),
  });
  const names = namesToAsk();
  const desk: WorklistDesk = { ports, store, reading: newestRead(), lastLoads: new Map(), names };
  return {
    get state() {
      return store.state;
    },
    subscribe: store.subscribe,
    actions: actionsOf(desk),
    dispose() {
      desk.reading.stop();
      names.life.abort();
      desk.lastLoads.clear();
      store.close();
    },
  };
}

function actionsOf(desk: WorklistDesk): ProviderWorklistActions {
  const { store } = desk;
  return {
    choose: (list) => choose(desk, list),
    changeFilter(change) {
      if (isReferrerList(store.state.list)) return;
      update(store, { filter: { ...store.state.filter, ...change } });
    },
    clearFilter: () => update(store, { filter: {} }),
    load: () => loadList(desk),
    stop: () => stopLoad(desk),
    sort: (order) => rearrange(desk, { order }),
    find: (sought) => rearrange(desk, { sought }),
    showOnlyNews: (onlyNews) => rearrange(desk, { onlyNews }),
    markAllSeen: () => markAllSeen(desk),
    show: (from, to) => showNames(desk, { from, to }),
    finish(ubrn, action) {
      const at = desk.ports.clock.now();
      update(store, { finished: new Map(store.state.finished).set(ubrn, { action, at }) });
    },
    signedInAgain() {
      const { load } = store.state;
      if (load.status === 'failed' && load.problem.reason === 'session-ended') void loadList(desk);
    },
  };
}

function choose(desk: WorklistDesk, list: DeskList): void {
  const { ports, store, lastLoads } = desk;
  if (list === store.state.list) return;
  stopLoad(desk);
  const loaded = lastLoads.get(list)?.shown;
  update(store, {
    list,
    filter: loaded?.filter ?? {},
    load: loaded ? { status: 'loaded' } : { status: 'not-asked' },
    loaded,
    isStale: false,
    order: FIRST_ORDER[list],
    sought: '',
    onlyNews: false,
    opening: openPermission(ports, list),
  });
  arrange(desk);
}

function rearrange(
  desk: WorklistDesk,
  change: Partial<Pick<ProviderWorklistState, 'order' | 'sought' | 'onlyNews'>>,
): void {
  update(desk.store, change);
  arrange(desk);
  askAnew(desk);
}

function markAllSeen(desk: WorklistDesk): void {
  const { store, lastLoads } = desk;
  const { loaded, list } = store.state;
  if (!loaded?.since) return;
  const seen = { ...loaded, since: { ...loaded.since, ...NOTHING_SINCE } };
  const last = lastLoads.get(list);
  if (last) lastLoads.set(list, { ...last, shown: seen });
  update(store, { loaded: seen, onlyNews: false });
  arrange(desk);
}
