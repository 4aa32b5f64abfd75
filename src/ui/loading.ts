import { html, nothing, type TemplateResult } from 'lit';
import { lengthOfTime } from './format.ts';

export interface LoadingOptions {
  /** What is being done: "Searching e-RS". */
  what: string | TemplateResult;
  /** Real time since it began, from an ElapsedController. */
  elapsedSeconds: number;
  note?: string | undefined;
}

/** What is loading and for how long; never a bare spinner. */
export function loadingPart({ what, elapsedSeconds, note }: LoadingOptions): TemplateResult {
  return html`<section class="ui-stack" aria-busy="true">
    <div class="ui-loading__head">
      <h2 class="ui-h2" tabindex="-1" data-focus-heading>${what}</h2>
      <span class="ui-faint">${lengthOfTime(elapsedSeconds)} so far</span>
    </div>
    <div class="ui-ghost" aria-hidden="true"></div>
    <div class="ui-ghost" aria-hidden="true"></div>
    ${note ? html`<p class="ui-hint">${note}</p>` : nothing}
  </section>`;
}
