import { html, nothing, type TemplateResult } from 'lit';
import type { AdviceRequest } from '../../src/domain/advice.ts';
import { formatUbrn } from '../../src/domain/ubrn.ts';
import { ukTime } from '../../src/domain/uk-time.ts';
import { button } from '../../src/ui/button.ts';
import { copyable } from '../../src/ui/copyable.ts';
import { factList, type Fact } from '../../src/ui/facts.ts';
import { wholeNumber } from '../../src/ui/format.ts';
import { message } from '../../src/ui/message.ts';
import { problemText } from '../../src/ui/problem-text.ts';
import { codedWords, PRIORITY_NAMES } from '../../src/ui/referral-words.ts';
import { textTag } from '../../src/ui/text-tag.ts';
import type { AdviceAct } from '../../src/domain/advice-form.ts';
import { ACT_WORDS, categoryWords } from './advice-words.ts';
import { isProvider, type Screen } from './screen.ts';

/** Which request this is, and how it stands; the same at every step. */
export function threadHead(screen: Screen): TemplateResult | typeof nothing {
  const { request } = screen.state;
  if (!request) return nothing;
  return html`<div class="head">
    ${factList({ layout: 'columns', facts: factsOf(screen, request) })} ${placeBar(screen)}
  </div>`;
}

function factsOf(screen: Screen, request: AdviceRequest): Fact[] {
  const { ubrn, category, service, specialty } = request;
  return [
    {
      label: 'Advice request',
      value: copyable({ value: ubrn, shown: formatUbrn(ubrn), about: 'UBRN' }),
      strong: true,
    },
    { label: 'Priority', value: priority(request) },
    { label: 'Status', value: statusNow(screen, category), strong: true },
    { label: 'Service', value: service.name ?? `Service ${service.id}`, strong: true },
    ...(specialty ? [{ label: 'Specialty', value: codedWords(specialty) }] : []),
  ];
}

/** While a message has no known end it is only what e-RS said before. */
function statusNow(screen: Screen, category: AdviceRequest['category']): string {
  const { phase, readAt } = screen.state;
  const words = categoryWords(category, isProvider(screen));
  const isInDoubt = phase.status === 'sending' || (phase.status === 'unanswered' && !phase.settled);
  return isInDoubt && readAt ? `${words}, when read at ${ukTime(readAt)}` : words;
}

function priority({ priority: code }: AdviceRequest): TemplateResult | string {
  if (!code) return 'Not returned by e-RS';
  if (code === 'ROUTINE') return PRIORITY_NAMES.ROUTINE;
  return textTag({
    label: PRIORITY_NAMES[code],
    kind: code === 'TWO_WEEK_WAIT' ? 'strong' : 'plain',
  });
}

/** Where it stands in its list, the neighbours, the way back, and a look at what is new. */
function placeBar(screen: Screen): TemplateResult {
  const { state, actions, close, another } = screen;
  const { place, phase } = state;
  const isBusy = phase.status === 'checking' || phase.status === 'sending';
  const wait = isBusy ? 'Not while a message is on its way.' : undefined;
  const isReading = phase.status === 'opening';
  return html`<nav class="place" aria-label="This request and its list">
    ${
      place
        ? html`<span class="ui-number"
              >${wholeNumber(place.position)} of ${wholeNumber(place.total)}</span
            >
            ${button({
              label: 'Previous',
              id: 'advice-previous',
              unavailable: place.previous ? wait : 'This is the first one.',
              onPress: () => actions.previous(),
            })}
            ${button({
              label: 'Next',
              id: 'advice-next',
              unavailable: place.next ? wait : 'This is the last one to answer.',
              onPress: () => actions.next(),
            })}`
        : nothing
    }
    ${button({
      label: 'Check again',
      about: 'for new messages',
      id: 'advice-check',
      kind: isProvider(screen) ? 'link' : 'secondary',
      busy: isReading ? 'Checking…' : undefined,
      unavailable: isReading ? undefined : wait,
      onPress: () => void actions.open(),
    })}
    ${another ? button({ label: 'Another UBRN', id: 'advice-another', kind: 'link', onPress: another }) : nothing}
    ${close ? button({ label: 'Back to list', id: 'advice-close', kind: 'link', onPress: close }) : nothing}
  </nav>`;
}

/** What came of a message while no screen showed it. */
export function endedNotice({ state }: Screen): TemplateResult | typeof nothing {
  const { endedUnseen } = state;
  if (!endedUnseen) return nothing;
  const { action, sentAt } = endedUnseen;
  const { noun, done } = ACT_WORDS[action as AdviceAct];
  const sent = `It left at ${ukTime(sentAt)}, before this request was opened again.`;
  if (endedUnseen.state === 'done') {
    return message({ kind: 'ok', title: `${done}: e-RS has taken your ${noun}`, content: sent });
  }
  const why = 'problem' in endedUnseen ? ` ${problemText(endedUnseen.problem).title}.` : '';
  return message({
    kind: 'warn',
    title: `e-RS did not take your ${noun}`,
    content: `${sent}${why}`,
  });
}
