import { html, nothing, type TemplateResult } from 'lit';
import { clinicalDate, ukTime } from '../../src/domain/uk-time.ts';
import { button } from '../../src/ui/button.ts';
import { message } from '../../src/ui/message.ts';
import { fieldId } from './advice-words.ts';
import type { Screen } from './screen.ts';

/** e-RS takes advice for a patient who has died: the record is what knows of it. */
export function deathPart(screen: Screen): TemplateResult | typeof nothing {
  const { death, deathAcknowledged } = screen.state;
  if (death.status === 'died') {
    const on = death.date ? ` on ${clinicalDate(death.date)}` : '';
    return message({
      kind: 'warn',
      level: 3,
      title: `Your record says that this patient died${on}`,
      content: html`e-RS will still let you send a message. Check the record before you go on.
      ${deathAcknowledged ? nothing : goOn(screen)}`,
    });
  }
  if (death.status !== 'not-known' || deathAcknowledged) return nothing;
  return message({
    kind: 'warn',
    level: 3,
    title: 'Your record system did not say if this patient has died',
    content: html`Look in the record before you go on. ${goOn(screen)}`,
  });
}

/** The user's own word: it is asked for once, and nothing leaves without it. */
function goOn({ actions, focus }: Screen): TemplateResult {
  return html`<div class="ui-row">
    ${button({
      label: 'I have looked, go on',
      id: 'death-go-on',
      onPress: () => {
        actions.acknowledgeDeath();
        focus(`#${fieldId('text')}`);
      },
    })}
  </div>`;
}

/** Always: what the record said and when. */
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
