import { html, nothing, type TemplateResult } from 'lit';
import type { Referral } from '../../src/domain/referral.ts';
import { formatUbrn } from '../../src/domain/ubrn.ts';
import type { BookSlotState } from '../../src/flows/book-slot.ts';
import { factList } from '../../src/ui/facts.ts';
import { counted } from '../../src/ui/format.ts';
import { stateNow } from '../../src/ui/in-doubt.ts';
import { priorityInFull, STATE_NAMES } from '../../src/ui/referral-words.ts';

export function priorityWords({ priority }: Referral): string {
  return priority ? priorityInFull(priority) : 'Not returned by e-RS';
}

export function stateWords({ state }: Referral): string {
  return STATE_NAMES[state.code];
}

export function lettersWords({ letters }: Referral): string {
  return letters.length === 0 ? 'None attached' : `Attached, ${counted(letters.length, 'file')}`;
}

/** UBRN, state, priority, letter: which referral this is. */
export function referralLine(state: BookSlotState): TemplateResult | typeof nothing {
  const { referral } = state;
  if (!referral) return nothing;
  const { ubrn, specialty } = referral;
  return html`<div class="referral">
    ${factList({
      layout: 'line',
      facts: [
        { label: 'UBRN', value: formatUbrn(ubrn), strong: true },
        { label: 'State', value: stateNow(stateWords(referral), state), strong: true },
        { label: 'Priority', value: priorityWords(referral), strong: true },
        ...(specialty ? [{ label: 'For', value: specialty.display ?? specialty.code }] : []),
        { label: 'Letter', value: lettersWords(referral) },
      ],
    })}
  </div>`;
}

/** Slots depend on whose rules apply; where e-RS did not tell, the user's own organisation is used. */
export function ruleOrganisationLine({
  ruleOrganisation,
}: BookSlotState): TemplateResult | typeof nothing {
  if (ruleOrganisation?.from !== 'own-organisation') return nothing;
  return html`<p class="ui-hint">
    e-RS did not say whose commissioning rules apply. These slots are those for your own
    organisation, ${ruleOrganisation.odsCode}.
  </p>`;
}
