import { html, nothing, type TemplateResult } from 'lit';
import { millisecondsOf, type Instant, type LocalDate } from '../domain/instant.ts';
import { clinicalDay, ukTime } from '../domain/uk-time.ts';
import { button } from './button.ts';
import { lengthOfTime } from './format.ts';

/** Minutes after which what is on screen may no longer be so. */
const OLD_AFTER = 5;

export interface AsOfOptions {
  /** "Slots", "Files". */
  what: string;
  /** When it was received. */
  at: Instant;
  now: Instant;
  onCheckAgain: () => void;
  busy?: boolean | undefined;
  /** The last day for which e-RS gave anything. */
  until?: LocalDate | undefined;
}

/** How old what is on screen is; older than 5 minutes stands out. */
export function asOf({ what, at, now, onCheckAgain, busy, until }: AsOfOptions): TemplateResult {
  const minutes = Math.floor((millisecondsOf(now) - millisecondsOf(at)) / 60_000);
  const age = minutes < 1 ? 'less than a minute ago' : `${lengthOfTime(minutes * 60)} ago`;
  return html`<div class="ui-as-of ${minutes >= OLD_AFTER ? 'ui-as-of--old' : ''}">
    <span><strong>${what} as at ${ukTime(at)}</strong> <span class="ui-faint">${age}</span></span>
    ${button({ label: 'Check again', about: what, onPress: onCheckAgain, busy: busy ? 'Checking…' : undefined })}
    ${until ? html`<span class="ui-faint">e-RS gave ${what.toLowerCase()} to <span class="ui-number">${clinicalDay(until)}</span>.</span>` : nothing}
  </div>`;
}
