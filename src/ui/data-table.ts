import { html, nothing, type TemplateResult } from 'lit';

type Cell = string | TemplateResult;

export interface TableRow {
  cells: readonly Cell[];
  /** The step that is going on: blue rule and ground. */
  current?: boolean | undefined;
  /** Grey words: not yet, or not any more. */
  faint?: boolean | undefined;
}

export interface DataTableOptions {
  caption: string;
  /** The caption is heard, not seen: a heading above says the same. */
  hideCaption?: boolean | undefined;
  /** An empty name is a column of actions, named by what is in it. */
  columns: readonly string[];
  rows: readonly TableRow[];
  /** Index of the cell that names its row: the first unless said. */
  rowHeader?: number | undefined;
}

/** A table; one cell of each row names it. Below 480 px each row is a block of labels and values. */
export function dataTable(options: DataTableOptions): TemplateResult {
  const { caption, hideCaption, columns, rows } = options;
  return html`<table class="ui-table" role="table">
    <caption class=${hideCaption ? 'ui-hidden' : 'ui-h3'}>
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((name) =>
          name
            ? html`<th role="columnheader" scope="col">${name}</th>`
            : html`<td role="cell"></td>`,
        )}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map((row) => tableRow(options, row))}
    </tbody>
  </table>`;
}

function tableRow({ columns, rowHeader = 0 }: DataTableOptions, row: TableRow): TemplateResult {
  const { cells, current, faint } = row;
  const look = `${current ? 'ui-table__row--current' : ''} ${faint ? 'ui-table__row--faint' : ''}`;
  return html`<tr role="row" class=${look} aria-current=${current ? 'step' : nothing}>
    ${cells.map((cell, index) =>
      index === rowHeader
        ? html`<th role="rowheader" scope="row">${cell}</th>`
        : dataCell(cell, columns[index]),
    )}
  </tr>`;
}

function dataCell(cell: Cell, column: string | undefined): TemplateResult {
  return html`<td role="cell">
    ${column ? html`<span class="ui-table__label" aria-hidden="true">${column}</span>` : nothing}
    <div>${cell}</div>
  </td>`;
}
