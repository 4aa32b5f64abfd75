import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';

export interface FieldError {
  /** Id of the field in the same root. */
  fieldId: string;
  /** What to do: "Select a priority". */
  text: string;
}

/** What is to be fixed, each a link to its field. It takes the focus when it appears. */
export function errorSummary(errors: readonly FieldError[]): TemplateResult {
  const title =
    errors.length === 1 ? 'There is 1 thing to fix' : `There are ${errors.length} things to fix`;
  return html`<div
    class="ui-message ui-message--error"
    role="group"
    aria-labelledby="ers-error-summary"
    tabindex="-1"
    data-error-summary
    ${ref(focusOnAppear)}
  >
    <h2 class="ui-message__title" id="ers-error-summary">${title}</h2>
    <ul class="ui-plain-list">
      ${errors.map(
        ({ fieldId, text }) =>
          html`<li>
            <a class="ui-link ui-link--error" href="#${fieldId}" @click=${focusField}>${text}</a>
          </li>`,
      )}
    </ul>
  </div>`;
}

/** The same function at every render, so that only a new summary takes the focus. */
function focusOnAppear(summary: Element | undefined): void {
  if (summary instanceof HTMLElement) queueMicrotask(() => summary.focus());
}

function focusField(event: Event): void {
  event.preventDefault();
  const link = event.currentTarget as HTMLAnchorElement;
  const root = link.getRootNode() as ShadowRoot | Document;
  root.getElementById(link.hash.slice(1))?.focus();
}
