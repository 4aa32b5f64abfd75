import { html, type TemplateResult } from 'lit';
import type { AdviceLink, AdvicePart } from '../../src/domain/advice-text.ts';

/** Text as it was written, line ends and all. Only parsed links are links; all else is text. */
export function messageText(parts: readonly AdvicePart[]): TemplateResult {
  return html`<div>
    ${parts.map((part) =>
      part.kind === 'text' ? html`<span class="said">${part.text}</span>` : link(part),
    )}
  </div>`;
}

/** A label could name another place than the one it leads to: the address is told too. */
function link({ url, label }: AdviceLink): TemplateResult {
  return html`<a class="ui-link" href=${url} target="_blank" rel="noopener noreferrer"
      >${label}<span class="ui-hidden"> (opens in a new tab)</span></a
    >${url === label ? '' : ` (${url})`}`;
}
