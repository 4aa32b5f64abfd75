import { html, type TemplateResult } from 'lit';

/** The head of a pane, to which F6 takes the focus. */
export function paneHeading(words: string | TemplateResult): TemplateResult {
  return html`<h2 class="pane__head" tabindex="-1" data-pane-heading>${words}</h2>`;
}

/** Of the pane that is about the next step: the focus comes to it when the step does. */
export function stepHeading(words: string): TemplateResult {
  return html`<h2 class="pane__head" tabindex="-1" data-pane-heading data-focus-heading>
    ${words}
  </h2>`;
}
