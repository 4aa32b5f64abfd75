import type { DeskRow } from '../../src/domain/provider-desk.ts';
import type { ProviderWorklistFlow } from '../../src/flows/provider-worklist.ts';
import type { FilterForm } from './filter-fields.ts';
import type { ListBrowser } from './list-browser.ts';
import type { Place } from './list-memory.ts';
import type { RowOpening } from './list-view.ts';

/** What the acts of the widget work on: its list, and what it remembers of the screen. */
export interface ListDesk {
  readonly flow: ProviderWorklistFlow;
  readonly place: Place;
  readonly browser: ListBrowser;
  form: FilterForm;
  opening: RowOpening | undefined;
  letterKeys: 'on' | 'off';
  say(text: string, urgency?: 'polite' | 'assertive'): void;
  redraw(): void;
  /** Focus on the first match once it is drawn. */
  focusOn(selector: string): Promise<HTMLElement | null>;
  /** False where somebody else opens it. */
  asksToOpen(row: DeskRow): boolean;
  readonly openRow: ((row: DeskRow) => Promise<void>) | undefined;
}

export function currentRow({ place, browser }: ListDesk): DeskRow | undefined {
  return place.rows[browser.currentIndex(place)];
}
