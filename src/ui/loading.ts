import { html, nothing, type TemplateResult } from 'lit';
import { button } from './button.ts';
import { lengthOfTime } from './format.ts';
import { message } from './message.ts';

/** A read that the user may end: nothing is lost by it. */
export interface Stop {
  /** "opening the referral": what is stopped. */
  what: string;
  onPress: () => void;
}

export interface LoadingOptions {
  /** What is being done: "Searching e-RS". */
  what: string | TemplateResult;
  /** Real time since it began, from an ElapsedController. */
  elapsedSeconds: number;
  note?: string | undefined;
  stop?: Stop | undefined;
}

/** What is loading and for how long; never a bare spinner. */
export function loadingPart({ what, elapsedSeconds, note, stop }: LoadingOptions): TemplateResult {
  return html`<section class="ui-stack" aria-busy="true">
    <div class="ui-loading__head">
      <h2 class="ui-h2" tabindex="-1" data-focus-heading>${what}</h2>
      <span class="ui-faint">${lengthOfTime(elapsedSeconds)} so far</span>
      ${stop ? stopButton(stop) : nothing}
    </div>
    <div class="ui-ghost" aria-hidden="true"></div>
    <div class="ui-ghost" aria-hidden="true"></div>
    ${note ? html`<p class="ui-hint">${note}</p>` : nothing}
  </section>`;
}

export function stopButton({ what, onPress }: Stop): TemplateResult {
  return button({ label: 'Stop', about: what, kind: 'link', onPress });
}

/** What the user has stopped, and the button that asks again. */
export function stoppedPart(what: string | TemplateResult, again: TemplateResult): TemplateResult {
  return message({
    kind: 'info',
    title: html`You stopped ${what}`,
    content: html`Nothing was lost. ${again}`,
    takesFocus: true,
  });
}
