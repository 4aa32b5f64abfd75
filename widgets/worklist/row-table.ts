import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { DeskRow } from '../../src/domain/provider-desk.ts';
import type { Order } from '../../src/domain/worklist-order.ts';
import { columnsOf, type Column, type RowView, type ShownColumn } from './columns.ts';
import type { ListView } from './list-view.ts';
import { LIST_NAMES } from './list-words.ts';
import { rowDetails } from './row-details.ts';
import type { Drawn } from './row-window.ts';

export interface RowTableOptions {
  view: ListView;
  drawn: readonly Drawn[];
  current: number;
  onKeydown: (event: KeyboardEvent) => void;
  onClick: (event: Event) => void;
  onFocusin: (event: Event) => void;
  onScroll: () => void;
  onPointerMove: (event: Event) => void;
  onPointerLeave: () => void;
}

/**
 * The rows. A grid, as a reader that walks through a page by itself would find no more rows than are
 * drawn: in a grid it leaves the keys to us.
 */
export function rowTable(options: RowTableOptions): TemplateResult {
  const { view, drawn } = options;
  const { state, room } = view;
  const columns = columnsOf(state.list, room);
  const known: Known = { options, columns };
  const count = state.rows.length;
  return html`<div
    class="rows ${state.isStale ? 'rows--stale' : ''}"
    data-scroller
    @scroll=${options.onScroll}
    @pointermove=${options.onPointerMove}
    @pointerleave=${options.onPointerLeave}
  >
    <table
      role="grid"
      class="grid grid--${state.list.toLowerCase().replaceAll('_', '-')} grid--${room}"
      aria-label=${LIST_NAMES[state.list]}
      aria-rowcount=${count + 1}
      @keydown=${options.onKeydown}
      @click=${options.onClick}
      @focusin=${options.onFocusin}
    >
      <thead role="rowgroup">
        <tr role="row" aria-rowindex="1">
          ${columns.map((column) => head(column, view))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${repeat(
          drawn,
          (each) => ('gap' in each ? each.key : (state.rows[each.index]?.ubrn ?? each.index)),
          (each) => ('gap' in each ? gapRow(columns.length) : drawnRow(each.index, known)),
        )}
      </tbody>
    </table>
  </div>`;
}

/** Its height is set from the script, where no policy of styles stands in the way. */
function gapRow(columns: number): TemplateResult {
  return html`<tr class="gap" aria-hidden="true" data-gap>
    <td colspan=${columns}></td>
  </tr>`;
}

interface Known {
  options: RowTableOptions;
  columns: readonly ShownColumn[];
}

function drawnRow(index: number, { options, columns }: Known): unknown {
  const { view, current } = options;
  const { state, place, today, room } = view;
  const row = state.rows[index];
  if (!row) return nothing;
  const seen: RowView = {
    row,
    today,
    patient: state.patients.get(row.patient),
    mark: state.loaded?.since?.marks.get(row.ubrn),
    finished: state.finished.get(row.ubrn),
    isSelected: place.selected.has(row.ubrn),
    isCurrent: index === current,
  };
  const isOpen = place.details === row.ubrn;
  const { patient, mark, finished, isSelected, isCurrent } = seen;
  const on = [row, index, isCurrent, isOpen, room, today, state.isStale];
  return html`${guard([...on, patient, mark, finished, isSelected], () =>
    tableRow({ seen, index, isOpen }, columns),
  )}${isOpen ? detailsRow(row, { index, columns: columns.length, view }) : nothing}`;
}

interface Standing {
  seen: RowView;
  index: number;
  isOpen: boolean;
}

function tableRow(
  { seen, index, isOpen }: Standing,
  columns: readonly ShownColumn[],
): TemplateResult {
  const { row, mark, finished, isSelected, isCurrent } = seen;
  const look = [
    'row',
    isCurrent && 'row--current',
    mark && 'row--marked',
    finished && 'row--finished',
    isOpen && 'row--open',
  ].filter((each) => typeof each === 'string');
  return html`<tr
    role="row"
    class=${look.join(' ')}
    data-row=${row.ubrn}
    data-index=${index}
    aria-rowindex=${index + 2}
    aria-selected=${row.list === 'APPOINTMENT_SLOT_ISSUES' ? String(isSelected) : nothing}
  >
    ${columns.map((column) => cell(column, seen))}
  </tr>`;
}

function cell(column: ShownColumn, seen: RowView): TemplateResult {
  const own = column.cell(seen);
  const joined = column.joined.map((each) => joinedCell(each, seen));
  const isEmpty = [own, ...joined].every((content) => content === nothing);
  return html`<td role="gridcell" class="c-${column.key} ${isEmpty ? 'none' : ''}">
    <span class="label" aria-hidden="true">${column.name}</span>
    <div class="cell">${own}${joined}</div>
  </td>`;
}

/** What has no column of its own now keeps its name in front. */
function joinedCell(column: Column, seen: RowView): TemplateResult | typeof nothing {
  const content = column.cell(seen);
  if (content === nothing) return nothing;
  return html`<div class="joined"><span class="joined__name">${column.name}</span>${content}</div>`;
}

function detailsRow(
  row: DeskRow,
  { index, columns, view }: { index: number; columns: number; view: ListView },
): TemplateResult {
  return html`<tr role="row" class="details" data-index=${index} aria-rowindex=${index + 2}>
    <td role="gridcell" colspan=${columns}>${rowDetails(row, view)}</td>
  </tr>`;
}

function head(column: ShownColumn, { state, act }: ListView): TemplateResult {
  const { key, name, hideName, under, by } = column;
  const at = state.order.findIndex((each) => each.by === by);
  const order = by === undefined ? undefined : state.order[at];
  const shown = hideName ? html`<span class="ui-hidden">${name}</span>` : name;
  const words = html`${shown}${under ? html`<span class="under">${under}</span>` : nothing}`;
  return html`<th
    role="columnheader"
    scope="col"
    class="c-${key}"
    aria-sort=${order && at === 0 ? sortOf(order) : nothing}
  >
    ${
      by === undefined
        ? words
        : html`<button type="button" class="sort" @click=${() => act.sort(nextOrder(by, order))}>
            ${words}${order ? html`<span class="arrow" aria-hidden="true">${order.isDescending ? '▲' : '▼'}${at + 1}</span>` : nothing}
          </button>`
    }
  </th>`;
}

function sortOf({ isDescending }: Order): 'ascending' | 'descending' {
  return isDescending ? 'descending' : 'ascending';
}

/** A second press turns it round. */
function nextOrder(by: Order['by'], order: Order | undefined): Order[] {
  return [{ by, isDescending: order !== undefined && !order.isDescending }];
}
