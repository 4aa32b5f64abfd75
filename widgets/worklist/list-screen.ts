import { html, nothing, type TemplateResult } from 'lit';
import { filterBar } from './filter-bar.ts';
import { listFoot } from './list-foot.ts';
import { listHead } from './list-head.ts';
import { listLine, selectionBar } from './list-line.ts';
import type { ListView } from './list-view.ts';
import { loadState, noRows } from './load-state.ts';
import { newsBar } from './news-bar.ts';
import type { Drawn } from './row-window.ts';
import { rowTable, type RowTableOptions } from './row-table.ts';

/** All of the widget, from the title to the keys. */
export interface ScreenOptions extends Omit<RowTableOptions, 'view' | 'drawn' | 'current'> {
  view: ListView;
  drawn: readonly Drawn[];
  current: number;
}

export function listScreen(options: ScreenOptions): TemplateResult {
  const { view, current } = options;
  const { state } = view;
  const hasRows = state.rows.length > 0;
  return html`<div class="list" part="list">
    ${listHead(view)} ${filterBar(view)}
    <div class="part">${loadState(view)}</div>
    ${newsBar(view)} ${listLine(view)} ${selectionBar(view)}
    ${hasRows ? rowTable(options) : html`<div class="part">${noRows(view)}</div>`}
    ${hasRows ? listFoot(view, current) : nothing}
  </div>`;
}
