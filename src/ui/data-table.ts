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
}

/** A table whose first cell heads its row. Below 480 px each row is a block of labels and values. */
export function dataTable({
  caption,
  hideCaption,
  columns,
  rows,
}: DataTableOptions): TemplateResult {
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
      ${rows.map((row) => tableRow(columns, row))}
    </tbody>
  </table>`;
}

function tableRow(columns: readonly string[], { cells, current, faint }: TableRow): TemplateResult {
  const look = `${current ? 'ui-table__row--current' : ''} ${faint ? 'ui-table__row--faint' : ''}`;
  return html`<tr role="row" class=${look} aria-current=${current ? 'step' : nothing}>
    ${cells.map((cell, index) =>
      index === 0
        ? html`<th role="rowheader" scope="row">${cell}</th>`
        : html`<td role="cell">
            ${
              columns[index]
                ? html`<span class="ui-table__label" aria-hidden="true">${columns[index]}</span>`
                : nothing
            }
            <div>${cell}</div>
          </td>`,
    )}
  </tr>`;
}
