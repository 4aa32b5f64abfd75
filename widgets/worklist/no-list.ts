import { html, type TemplateResult } from 'lit';
import { button } from '../../src/ui/button.ts';
import { message } from '../../src/ui/message.ts';

/** The role has no list here. Over HSCN a referrer has none. */
export function noList(): TemplateResult {
  return html`<div class="list">
    <div class="part">
      ${message({
        kind: 'info',
        title: 'There is no list for your role here',
        content:
          'e-RS gives a list to your role neither over this connection nor to this system. A referrer has lists over the API platform only. Use the worklists of the e-RS application.',
      })}
    </div>
  </div>`;
}

/** A part of this page did not load. */
export function notComing(again: () => void): TemplateResult {
  return html`<div class="list">
    <div class="part">
      ${message({
        kind: 'error',
        title: 'The lists did not start',
        content: html`A part of this page did not load. There may be referrals waiting.
        ${button({ label: 'Try again', onPress: again })}`,
        takesFocus: true,
      })}
    </div>
  </div>`;
}
