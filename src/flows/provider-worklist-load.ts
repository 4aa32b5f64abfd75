import type { Problem } from '../domain/problem.ts';
import type { DeskList, DeskRow, NamedPatients } from '../domain/provider-desk.ts';
import type { WorklistFilter } from '../domain/worklist-filter.ts';
import { findRows } from '../domain/worklist-find.ts';
import { inOrder } from '../domain/worklist-order.ts';
import { sinceLast } from '../domain/worklist-since.ts';
import { failedForSize, sizeOfList } from '../domain/worklist-size.ts';
import { update } from './flow.ts';
import { askAnew } from './provider-worklist-names.ts';
import type {
  ListLoad,
  LoadedList,
  ProviderWorklistState,
  WorklistDesk,
} from './provider-worklist.ts';
import { readProblem } from './reading.ts';

/** What was loaded in this session: of each list what is shown, and the newest load of each filter. */
export type LastLoads = Map<
  DeskList,
  { shown: LoadedList; byFilter: ReadonlyMap<string, LoadedList> }
>;

/** Loads the chosen list with its filter. A newer load gives up the one before. */
export async function loadList(desk: WorklistDesk): Promise<void> {
  const { ports, store, reading } = desk;
  if (!store.isOpen) return;
  const { list, filter } = store.state;
  const signal = reading.start();
  update(store, { load: { status: 'loading', since: ports.clock.now() } });
  try {
    const rows = await read(desk, { list, filter }, signal);
    if (!signal.aborted) takeRows(desk, { filter, rows });
  } catch (error) {
    const problem = signal.aborted ? undefined : readProblem(error, ports);
    if (problem) update(store, { load: failureOf(desk, problem), isStale: !!store.state.loaded });
  }
}

async function read(
  { ports: { client } }: WorklistDesk,
  { list, filter }: Pick<ProviderWorklistState, 'list' | 'filter'>,
  signal: AbortSignal,
): Promise<DeskRow[]> {
  if (list === 'ADVICE_AND_GUIDANCE_REQUESTS') {
    const rows = await client.retrieveAdviceWorklist(filter, { signal });
    return rows.map((row) => ({ ...row, list }));
  }
  const rows = await client.retrieveWorklist({ ...filter, list }, { signal });
  return rows.filter((row): row is DeskRow & typeof row => row.list === list);
}

function takeRows(
  desk: WorklistDesk,
  { filter, rows }: { filter: WorklistFilter; rows: readonly DeskRow[] },
): void {
  const { ports, store, lastLoads } = desk;
  const { list, patients } = store.state;
  const last = lastLoads.get(list);
  const before = last?.byFilter.get(keyOf(filter));
  const loaded: LoadedList = {
    filter,
    rows,
    at: ports.clock.now(),
    size: sizeOfList(list, rows.length),
    since: before && { at: before.at, ...sinceLast(before.rows, rows) },
  };
  const byFilter = new Map(last?.byFilter).set(keyOf(filter), loaded);
  lastLoads.set(list, { shown: loaded, byFilter });
  const isThere = new Set(rows.map(({ patient }) => patient));
  update(store, {
    load: { status: 'loaded' },
    loaded,
    isStale: false,
    finished: new Map(),
    // A look-up that failed is tried again, and who is on the list no longer is forgotten.
    patients: new Map(
      [...patients].filter(
        ([number, { status }]) => isThere.has(number) && status !== 'unavailable',
      ),
    ),
  });
  arrange(desk);
  askAnew(desk);
}

function failureOf(desk: WorklistDesk, problem: Problem): ListLoad {
  const { ports, store, lastLoads } = desk;
  const { list, filter } = store.state;
  const at = ports.clock.now();
  const last = lastLoads.get(list)?.byFilter.get(keyOf(filter));
  const forSize = failedForSize(problem, last?.size);
  if (forSize === 'no') return { status: 'failed', problem, at };
  return { status: 'too-large', problem, isCertain: forSize === 'certain', at };
}

/** A list that was there stays as it was, and its time with it. */
export function stopLoad({ store, reading }: WorklistDesk): void {
  if (store.state.load.status !== 'loading') return;
  reading.stop();
  update(store, { load: { status: 'stopped' } });
}

/** Finds and orders what is loaded. Names that come later move no row. */
export function arrange({ store }: WorklistDesk): void {
  const { loaded, order, sought, onlyNews, patients } = store.state;
  const named: NamedPatients = new Map(
    [...patients].flatMap(([number, each]) =>
      each.status === 'known' ? [[number, each.patient] as const] : [],
    ),
  );
  const { marks } = loaded?.since ?? {};
  const all = loaded?.rows ?? [];
  const news = onlyNews ? all.filter(({ ubrn }) => marks?.has(ubrn)) : all;
  const { rows, withoutName } = findRows(news, sought, named);
  update(store, { rows: inOrder(rows, order, named), withoutName });
}

/** The same filter in whatever order it was typed. */
function keyOf({ serviceId, specialty, location, clinician }: WorklistFilter): string {
  return JSON.stringify([serviceId, specialty, location, clinician]);
}
