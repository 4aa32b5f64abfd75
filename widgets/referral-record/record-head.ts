import { html, nothing, type TemplateResult } from 'lit';
import type { Referral } from '../../src/domain/referral.ts';
import { formatUbrn } from '../../src/domain/ubrn.ts';
import { ukTime, ukTimeWithSeconds } from '../../src/domain/uk-time.ts';
import { button } from '../../src/ui/button.ts';
import { copyable } from '../../src/ui/copyable.ts';
import { factList, type Fact } from '../../src/ui/facts.ts';
import { wholeNumber } from '../../src/ui/format.ts';
import { message } from '../../src/ui/message.ts';
import { problemText } from '../../src/ui/problem-text.ts';
import { PRIORITY_NAMES } from '../../src/ui/referral-words.ts';
import { textTag } from '../../src/ui/text-tag.ts';
import type { ReviewAction } from '../../src/domain/review-decisions.ts';
import { ACTION_WORDS } from './decision-words.ts';
import {
  appointmentWords,
  clinicalInformationWords,
  clinicianWords,
  NOT_RETURNED,
  serviceWords,
  stateWords,
} from './record-words.ts';
import type { Screen } from './screen.ts';

/** Which referral this is, and how it stands; the same at every step. */
export function recordFacts({ state }: Screen): TemplateResult | typeof nothing {
  const { referral } = state;
  if (!referral) return nothing;
  return html`<div class="facts">
    ${factList({ layout: 'columns', facts: factsOf(referral, stateNow(state, referral)) })}
  </div>`;
}

/** While a decision has no known end it is only what e-RS said before. */
function stateNow({ phase, readAt }: Screen['state'], referral: Referral): string {
  const isInDoubt = phase.status === 'sending' || (phase.status === 'unanswered' && !phase.settled);
  const words = stateWords(referral);
  return isInDoubt && readAt ? `${words} when read at ${ukTimeWithSeconds(readAt)}` : words;
}

function factsOf(referral: Referral, state: string): Fact[] {
  const { ubrn } = referral;
  return [
    { label: 'UBRN', value: copyable({ value: ubrn, shown: formatUbrn(ubrn), about: 'UBRN' }) },
    { label: 'Priority', value: priorityTag(referral) },
    { label: 'State', value: state, strong: true },
    { label: 'Service and specialty', value: serviceWords(referral), strong: true },
    { label: 'Appointment', value: appointmentWords(referral), strong: true },
    { label: 'Clinician', value: clinicianWords(referral) },
    { label: 'Clinical information', value: clinicalInformationWords(referral) },
  ];
}

function priorityTag({ priority }: Referral): TemplateResult | string {
  if (!priority) return NOT_RETURNED;
  const kind = priority === 'TWO_WEEK_WAIT' ? 'strong' : 'plain';
  return html`<span class=${priority === 'URGENT' ? 'urgent' : ''}
    >${priority === 'ROUTINE' ? PRIORITY_NAMES.ROUTINE : textTag({ label: PRIORITY_NAMES[priority], kind })}</span
  >`;
}

/** Where it stands in its list, the neighbours, and the way back. */
export function placeBar(screen: Screen): TemplateResult | typeof nothing {
  const { state, actions, close } = screen;
  const { place, phase } = state;
  if (!place && !close) return nothing;
  const wait =
    phase.status === 'checking' || phase.status === 'sending'
      ? 'Not while a decision is on its way.'
      : undefined;
  return html`<nav class="place" aria-label="The list this referral was opened from">
    ${
      place
        ? html`<span class="place__of ui-number"
              >${wholeNumber(place.position)} of ${wholeNumber(place.total)}</span
            >
            ${neighbour('Previous', { key: 'K', wait, none: NO_NEIGHBOUR.previous, row: place.previous, go: actions.previous })}
            ${neighbour('Next', { key: 'J', wait, none: NO_NEIGHBOUR.next, row: place.next, go: actions.next })}`
        : nothing
    }
    ${close ? button({ label: 'Back to list', kind: 'link', id: 'record-close', onPress: close }) : nothing}
  </nav>`;
}

/** Why there is none. */
export const NO_NEIGHBOUR = {
  next: 'This is the last one to decide on.',
  previous: 'This is the first one.',
};

interface Neighbour {
  key: string;
  wait: string | undefined;
  none: string;
  row: unknown;
  go: () => void;
}

function neighbour(label: string, { key, wait, none, row, go }: Neighbour): TemplateResult {
  return html`<span class="place__to"
    >${button({ label, id: `record-${label.toLowerCase()}`, onPress: go, unavailable: row ? wait : none })}
    <kbd aria-hidden="true">${key}</kbd></span
  >`;
}

/** What came of a decision while no screen showed it. */
export function endedNotice({ state }: Screen): TemplateResult | typeof nothing {
  const { endedUnseen } = state;
  if (!endedUnseen) return nothing;
  const { action, sentAt } = endedUnseen;
  const { noun, done } = ACTION_WORDS[action as ReviewAction];
  const sent = `It was sent at ${ukTime(sentAt)}, before this record was opened again.`;
  if (endedUnseen.state === 'done') {
    return message({ kind: 'ok', title: `${done}: e-RS has taken your ${noun}`, content: sent });
  }
  const why = 'problem' in endedUnseen ? problemText(endedUnseen.problem).title : '';
  return message({
    kind: 'warn',
    title: `e-RS did not take your ${noun}`,
    content: `${sent} ${why}${why ? '.' : ''}`,
  });
}
