import { html, type TemplateResult } from 'lit';

export interface Fact {
  label: string;
  value: string | TemplateResult;
  strong?: boolean | undefined;
  /** The warn ground: a referrer alert. */
  alert?: boolean | undefined;
}

export interface FactListOptions {
  facts: readonly Fact[];
  /**
   * Rows: label left, value right. Line: side by side, as many as fit. Columns: label over value,
   * which become rows below 480 px. Ids: rows of long codes, below their label where it is narrow.
   */
  layout?: 'rows' | 'line' | 'columns' | 'ids' | undefined;
}

/** Labels and values. Nothing is cut at any width. */
export function factList({ facts, layout = 'rows' }: FactListOptions): TemplateResult {
  return html`<dl class="ui-facts ui-facts--${layout}">
    ${facts.map(
      ({ label, value, strong, alert }) =>
        html`<div
          class="ui-fact ${strong ? 'ui-fact--strong' : ''} ${alert ? 'ui-fact--alert' : ''}"
        >
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}
