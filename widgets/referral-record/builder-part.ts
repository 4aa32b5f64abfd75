import { html as staticHtml } from 'lit/static-html.js';
import { html, nothing, type TemplateResult } from 'lit';
import { button, buttonRow } from '../../src/ui/button.ts';
import { loadingPart } from '../../src/ui/loading.ts';
import { message } from '../../src/ui/message.ts';
import { tag } from '../../src/ui/tags.ts';
import type { Screen } from './screen.ts';

/** Letters and booking are the referral builder's, in a root of its own. */
export function builderPart(screen: Screen): TemplateResult {
  const { memory, leaveBuilder, remember } = screen;
  const leave = memory.leavingBuilder
    ? message({
        kind: 'warn',
        title: 'What you did there is not sent',
        content: html`It is lost if you go back now.
        ${buttonRow(
          button({
            label: 'Stay',
            id: 'builder-stay',
            onPress: () => remember({ leavingBuilder: false }),
          }),
          button({
            label: 'Go back and lose it',
            kind: 'danger',
            id: 'builder-lose',
            onPress: leaveBuilder,
          }),
        )}`,
        takesFocus: true,
      })
    : nothing;
  return html`<div class="alone ui-stack">
      ${button({ label: 'Back to the referral', kind: 'link', id: 'builder-back', onPress: leaveBuilder })}
      ${leave}
    </div>
    ${builder(screen)}`;
}

function builder({ memory, prefix, state, session, elapsedSeconds, whyNotSend }: Screen) {
  if (memory.builder === 'loading') {
    return html`<div class="alone">${loadingPart({ what: 'Loading', elapsedSeconds })}</div>`;
  }
  if (memory.builder === 'failed') {
    return html`<div class="alone">
      ${message({
        kind: 'error',
        title: 'This part could not be loaded',
        content: 'Nothing was changed. Go back and try again, or use the e-RS application.',
        takesFocus: true,
      })}
    </div>`;
  }
  const name = tag('referral-builder', prefix);
  return staticHtml`<${name}
    ubrn=${state.ubrn}
    .session=${session}
    .sessionEnded=${whyNotSend !== undefined}
  ></${name}>`;
}
