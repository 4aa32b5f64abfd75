import { nothing, type TemplateResult } from 'lit';
import { html } from 'lit/static-html.js';
import { button, buttonRow } from '../../src/ui/button.ts';
import { loadingPart } from '../../src/ui/loading.ts';
import { message } from '../../src/ui/message.ts';
import { tag } from '../../src/ui/tags.ts';
import { referralStrip } from './referral-strip.ts';
import type { Screen } from './screen.ts';

/** Step 4: the slot picker, in a root of its own. It comes only now, as many referrals end before. */
export function bookStep(screen: Screen): TemplateResult {
  const { flow } = screen;
  const { opened } = flow.state;
  const referral =
    flow.booking?.state.referral ?? (opened.status === 'open' ? opened.referral : undefined);
  return html`${referral ? referralStrip(referral, screen) : nothing} ${picker(screen)}
    <div class="step step__foot">
      ${buttonRow(
        button({ label: 'Letters', kind: 'link', onPress: () => flow.actions.goTo('letters') }),
        button({
          label: 'Referral record',
          kind: 'link',
          onPress: () => flow.actions.goTo('record'),
        }),
      )}
    </div>`;
}

function picker({ flow, memory, elapsed, prefix, loadPicker }: Screen): TemplateResult {
  if (memory.picker === 'loading') {
    const loading = loadingPart({ what: 'Loading the slots', elapsedSeconds: elapsed });
    return html`<div class="step">${loading}</div>`;
  }
  if (memory.picker === 'failed') {
    const failed = message({
      kind: 'error',
      title: 'The booking page could not be loaded. Nothing is booked',
      content: html`The referral is in e-RS and unchanged. Try again, or book in the e-RS
      application. ${button({ label: 'Load it again', onPress: loadPicker })}`,
      takesFocus: true,
    });
    return html`<div class="step">${failed}</div>`;
  }
  const name = tag('slot-picker', prefix);
  // eslint-disable-next-line lit/binding-positions, lit/no-invalid-html -- a tag by its prefix, as lit/static-html.js makes them
  return html`<${name} .flow=${flow.booking}></${name}>`;
}
