import { html, nothing, type TemplateResult } from 'lit';

export interface EmptyOptions {
  title: string;
  /** What was looked for, where and when. */
  text: string | TemplateResult;
  suggestions?: readonly string[] | undefined;
  action?: TemplateResult | undefined;
}

/** Nothing was found: what was looked for, and what to try. */
export function emptyPart({ title, text, suggestions, action }: EmptyOptions): TemplateResult {
  return html`<section class="ui-stack">
    <h2 class="ui-h2" tabindex="-1" data-focus-heading>${title}</h2>
    <p>${text}</p>
    ${
      suggestions?.length
        ? html`<ul class="ui-list">
            ${suggestions.map((suggestion) => html`<li>${suggestion}</li>`)}
          </ul>`
        : nothing
    }
    ${action ?? nothing}
  </section>`;
}
