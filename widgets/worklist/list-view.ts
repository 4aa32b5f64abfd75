import type { Instant, LocalDate } from '../../src/domain/instant.ts';
import type { DeskList, DeskRow } from '../../src/domain/provider-desk.ts';
import type { Ubrn } from '../../src/domain/ubrn.ts';
import type { Order } from '../../src/domain/worklist-order.ts';
import type { ProviderWorklistState } from '../../src/flows/provider-worklist.ts';
import type { FilterChoices, FilterField, FilterForm } from './filter-fields.ts';
import type { FoundValues } from './found-values.ts';
import type { Place } from './list-memory.ts';
import type { Room } from './room.ts';

/** What the user can do with a list; each part of the widget is given those that it offers. */
export interface ListActs {
  choose(list: DeskList): void;
  load(): void;
  stop(): void;
  /** A code of a list, `undefined` for all; `type` opens a field for another. */
  filter(field: FilterField, value: string | undefined): void;
  type(field: FilterField, text: string): void;
  clearFilter(): void;
  clearFilterAndLoad(): void;
  find(text: string): void;
  sort(order: readonly Order[]): void;
  showOnlyNews(onlyNews: boolean): void;
  markAllSeen(): void;
  switchLetterKeys(on: boolean): void;
  /** Asks the host to open the record of the row's patient. */
  openRecord(row: DeskRow): void;
  closeDetails(): void;
  copySelected(): void;
  clearSelected(): void;
}

/** What became of asking the host for a row's record. */
export interface RowOpening {
  ubrn: Ubrn;
  /** `failed` with the host's code, where it gave one. */
  status: 'asking' | 'failed';
  code?: string | undefined;
}

/** What every part of the widget draws from. */
export interface ListView {
  state: ProviderWorklistState;
  act: ListActs;
  lists: readonly DeskList[];
  place: Place;
  found: FoundValues;
  choices: FilterChoices;
  form: FilterForm;
  room: Room;
  now: Instant;
  today: LocalDate;
  /** Of the load that is under way. */
  elapsedSeconds: number;
  letterKeys: boolean;
  /** Whether the host can open records. */
  canOpenRecord: boolean;
  opening: RowOpening | undefined;
  /** Why nothing can be asked of e-RS now, in words. */
  whyNotAsk: string | undefined;
}
