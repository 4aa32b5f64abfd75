import { html, nothing, type TemplateResult } from 'lit';
import { clinicalDate, ukTime } from '../../src/domain/uk-time.ts';
import { button } from '../../src/ui/button.ts';
import { message } from '../../src/ui/message.ts';
import type { Screen } from './screen.ts';

/** e-RS takes an outcome for a patient who has died: the record is what knows of it. */
export function deathPart(screen: Screen): TemplateResult | typeof nothing {
  const { death, deathAcknowledged, chosen } = screen.state;
  const isHeld = chosen === 'record-review-outcome' && !deathAcknowledged;
  if (death.status === 'died') {
    const on = death.date ? ` on ${clinicalDate(death.date)}` : '';
    return message({
      kind: 'warn',
      level: 3,
      title: `Your record says that this patient died${on}`,
      content: html`e-RS will still let you record a decision. Check the record before you go on.
      ${isHeld ? goOn(screen) : nothing}`,
    });
  }
  if (death.status !== 'not-known' || !isHeld) return nothing;
  return message({
    kind: 'warn',
    level: 3,
    title: 'Your record system did not say if this patient has died',
    content: html`Look in the record before you go on. ${goOn(screen)}`,
  });
}

/** The user's own word: it is asked for once, and no outcome leaves without it. */
function goOn({ actions, focus }: Screen): TemplateResult {
  return html`<div class="ui-row">
    ${button({
      label: 'Stop and go back',
      id: 'death-stop',
      onPress: () => {
        actions.choose(undefined);
        focus('#decide-record-review-outcome');
      },
    })}
    ${button({
      label: 'Record outcome anyway',
      id: 'death-go-on',
      onPress: () => {
        actions.acknowledgeDeath();
        focus('#review-outcome');
      },
    })}
  </div>`;
}

/** At the foot of the panel, always: what the record said and when. */
export function deathLine({ state: { death } }: Screen): TemplateResult {
  const said = {
    asking: 'Asking your record system for a date of death.',
    'none-recorded': 'Your record has no date of death for this patient.',
    died: 'Your record says that this patient has died.',
    'not-known': 'Your record system did not say if this patient has died.',
  }[death.status];
  const at = 'at' in death ? ` Checked ${ukTime(death.at)}.` : '';
  return html`<p class="ui-hint">${said}${at}</p>`;
}
