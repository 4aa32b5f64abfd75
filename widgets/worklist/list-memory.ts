import type { DeskList, DeskRow } from '../../src/domain/provider-desk.ts';
import type { Ubrn } from '../../src/domain/ubrn.ts';
import type {
  ProviderWorklistFlow,
  ProviderWorklistState,
} from '../../src/flows/provider-worklist.ts';
import { NOTHING_FOUND, type FoundValues } from './found-values.ts';
import { RowHeights } from './row-heights.ts';

/** Of a row of two lines, in pixels, before any was measured. */
const USUAL_HEIGHT = 45;

/** Where the user is in a list. */
export interface Place {
  /** The row that has, or last had, the focus. */
  current: Ubrn | undefined;
  /** The row whose details are open. */
  details: Ubrn | undefined;
  /** Pixels of rows above what is in sight. */
  top: number;
  /** Of the list when its rows were measured. */
  width: number;
  readonly heights: RowHeights;
  /** What `heights` is of. */
  rows: readonly DeskRow[];
  /** How those rows were found and ordered: another way starts at the top. */
  arranged: Pick<ProviderWorklistState, 'order' | 'sought' | 'onlyNews'> | undefined;
  selected: ReadonlySet<Ubrn>;
}

/** What a worklist is remembered by while records are opened from it. */
export interface ListMemory {
  placeIn(list: DeskList): Place;
  readonly found: Map<DeskList, FoundValues>;
}

// It lasts as long as the session's list itself, which holds the same rows: nothing outlives that.
const memories = new WeakMap<ProviderWorklistFlow, ListMemory>();

export function memoryOf(flow: ProviderWorklistFlow): ListMemory {
  const memory = memories.get(flow) ?? newMemory();
  memories.set(flow, memory);
  return memory;
}

function newMemory(): ListMemory {
  const places = new Map<DeskList, Place>();
  return {
    found: new Map(),
    placeIn(list) {
      const place = places.get(list) ?? newPlace();
      places.set(list, place);
      return place;
    },
  };
}

function newPlace(): Place {
  return {
    current: undefined,
    details: undefined,
    top: 0,
    width: 0,
    heights: new RowHeights(USUAL_HEIGHT),
    rows: [],
    arranged: undefined,
    selected: new Set(),
  };
}

export function foundIn(memory: ListMemory, list: DeskList): FoundValues {
  return memory.found.get(list) ?? NOTHING_FOUND;
}
