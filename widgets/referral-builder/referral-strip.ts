import { html, type TemplateResult } from 'lit';
import { formatUbrn } from '../../src/domain/ubrn.ts';
import type { Referral } from '../../src/domain/referral.ts';
import { clinicalMoment } from '../../src/domain/uk-time.ts';
import { copyable } from '../../src/ui/copyable.ts';
import { factList, type Fact } from '../../src/ui/facts.ts';
import { priorityInFull, STATE_NAMES, subjectWords } from './words.ts';

/** The referral at hand, in one line. */
export function referralStrip(referral: Referral): TemplateResult {
  return html`<div class="strip">
    ${factList({
      layout: 'line',
      facts: [
        { label: 'UBRN', value: ubrnToCopy(referral), strong: true },
        { label: 'State', value: stateWords(referral), strong: true },
        { label: 'Priority', value: priorityInFull(referral.priority), strong: true },
        ...forFact(referral),
      ],
    })}
  </div>`;
}

export function ubrnToCopy({ ubrn }: Referral): TemplateResult {
  return copyable({ value: ubrn, shown: formatUbrn(ubrn), about: 'UBRN' });
}

/** `Booked Thu 22-Oct-2026 09:40 BST`. */
export function stateWords({ state, appointment }: Referral): string {
  const when = state.code === 'BOOKED' && appointment?.start;
  return `${STATE_NAMES[state.code]}${when ? ` ${clinicalMoment(when)}` : ''}`;
}

export function forFact({ criteria, specialty }: Referral): Fact[] {
  const subject = criteria ? subjectWords(criteria) : (specialty?.display ?? specialty?.code);
  return subject ? [{ label: 'For', value: subject }] : [];
}
