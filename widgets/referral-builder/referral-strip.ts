import { html, type TemplateResult } from 'lit';
import { formatUbrn } from '../../src/domain/ubrn.ts';
import type { Referral } from '../../src/domain/referral.ts';
import { clinicalMoment } from '../../src/domain/uk-time.ts';
import { copyable } from '../../src/ui/copyable.ts';
import { factList, type Fact } from '../../src/ui/facts.ts';
import { stateNow } from '../../src/ui/in-doubt.ts';
import { STATE_NAMES } from '../../src/ui/referral-words.ts';
import { referrerName } from './responsible.ts';
import type { Screen } from './screen.ts';
import { lettersWords, listNames, priorityWords, subjectWords } from './words.ts';

/** The referral at hand, in one line. */
export function referralStrip(referral: Referral, screen: Screen): TemplateResult {
  const { flow } = screen;
  return html`<div class="strip">
    ${factList({
      layout: 'line',
      facts: [
        { label: 'UBRN', value: ubrnToCopy(referral), strong: true },
        {
          label: 'State',
          value: stateNow(stateWords(referral), flow.booking?.state),
          strong: true,
        },
        { label: 'Priority', value: priorityWords(referral.priority), strong: true },
        ...forFact(referral, flow),
        ...referrerFact(screen),
        { label: 'Letter', value: lettersWords(referral), strong: flow.isLetterDue() },
      ],
    })}
  </div>`;
}

/** Where the band above does not say it. Whoever refers alone knows it. */
function referrerFact(screen: Screen): Fact[] {
  const { banner, user } = screen.session;
  const name = banner === 'always' ? undefined : referrerName(screen);
  return name && name !== user.name ? [{ label: 'Referring clinician', value: name }] : [];
}

export function ubrnToCopy({ ubrn }: Referral): TemplateResult {
  return copyable({ value: ubrn, shown: formatUbrn(ubrn), about: 'UBRN' });
}

/** `Booked Thu 22-Oct-2026 09:40 BST`. */
export function stateWords({ state, appointment }: Referral): string {
  const when = state.code === 'BOOKED' && appointment?.start;
  return `${STATE_NAMES[state.code]}${when ? ` ${clinicalMoment(when)}` : ''}`;
}

export function forFact({ criteria, specialty }: Referral, { find }: Screen['flow']): Fact[] {
  const names = listNames(find.state.lists);
  const subject = criteria ? subjectWords(criteria, names) : specialty && names(specialty);
  return subject ? [{ label: 'For', value: subject }] : [];
}
