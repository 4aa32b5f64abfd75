import { html, nothing, type TemplateResult } from 'lit';
import { clinicalMoment, ukTime, ukTimeWithSeconds } from '../../src/domain/uk-time.ts';
import type { ReviewPhase } from '../../src/flows/review-referral.ts';
import { button, buttonRow, unavailableAction } from '../../src/ui/button.ts';
import { copyable } from '../../src/ui/copyable.ts';
import { factList } from '../../src/ui/facts.ts';
import { lengthOfTime } from '../../src/ui/format.ts';
import { message } from '../../src/ui/message.ts';
import { problemReferences } from '../../src/ui/problem.ts';
import { problemText } from '../../src/ui/problem-text.ts';
import { ACTION_WORDS } from './decision-words.ts';
import type { Screen } from './screen.ts';

type Phase<S extends ReviewPhase['status']> = Extract<ReviewPhase, { status: S }>;

/** It has left, and cannot be stopped. */
export function sendingPanel(
  { action, since }: Phase<'sending'>,
  { elapsedSeconds }: Screen,
): TemplateResult {
  return html`<div class="ui-stack" aria-busy="true">
    <h2 class="ui-h2" tabindex="-1" data-focus-heading>
      Sending your ${ACTION_WORDS[action].noun}
    </h2>
    <p>
      It left at ${ukTimeWithSeconds(since)}, ${lengthOfTime(elapsedSeconds)} ago. The hospital
      booking system can take up to 2 minutes to answer. You do not need to do anything.
    </p>
    ${unavailableAction({
      id: 'review-stop',
      label: 'Stop',
      reason: 'Not available: what has been sent cannot be stopped.',
    })}
  </div>`;
}

/** One line, then the next. */
export function donePanel({ action, at, proof }: Phase<'done'>, screen: Screen): TemplateResult {
  const { state, actions, memory } = screen;
  const { place, referral } = state;
  const seen = {
    answer: 'e-RS confirmed it.',
    reading: 'Its answer was lost. e-RS showed it when the referral was read again.',
    list: 'Its answer was lost. The referral has left the list of those to review.',
  }[proof];
  const start = referral?.appointment?.status === 'booked' && referral.appointment.start;
  const stays =
    action === 'accept-referral' && start ? ` The appointment is ${clinicalMoment(start)}.` : '';
  return html`${message({
    kind: 'ok',
    title: `${ACTION_WORDS[action].done} at ${ukTime(at)}`,
    content: `${seen}${stays}`,
    takesFocus: true,
  })}
  ${memory.goesOn && place?.next ? html`<p>Opening the next referral.</p>` : nothing}
  ${
    place?.next
      ? button({
          kind: 'primary',
          label: 'Open next',
          id: 'open-next',
          onPress: () => actions.next(),
        })
      : nothing
  }
  ${place && !place.next ? html`<p>It was the last one of the list to decide on.</p>` : nothing}`;
}

/** Above the form, in which everything is as it was. */
export function noticeOf(phase: ReviewPhase, screen: Screen): TemplateResult | typeof nothing {
  switch (phase.status) {
    case 'check-failed':
      return notSent(phase, 'The referral could not be checked before sending');
    case 'refused':
      return notSent(phase, problemText(phase.problem).title);
    case 'locked':
      return locked(phase, screen);
    default:
      return nothing;
  }
}

/** The e-RS session itself says how to sign in again. */
function notSent(
  { action, problem, at }: Phase<'check-failed'> | Phase<'refused'>,
  why: string,
): TemplateResult {
  const { title, text, nextStep } = problemText(problem);
  return html`<div class="ui-stack">
    ${message({
      kind: 'error',
      title: `Your ${ACTION_WORDS[action].noun} was not ${problem.source === 'e-rs' ? 'taken' : 'sent'}. ${why}`,
      content: html`${why === title ? '' : `${title}. `}${text} Your decision is kept. Last tried
      ${ukTimeWithSeconds(at)}.`,
      takesFocus: true,
    })}
    <p>${nextStep}</p>
    ${factList({ facts: problemReferences(problem), layout: 'ids' })}
  </div>`;
}

function locked({ action, at, problem }: Phase<'locked'>, screen: Screen): TemplateResult {
  const { actions, state, whyNotSend, send, memory } = screen;
  return html`<div class="ui-stack">
    ${message({
      kind: 'warn',
      title: 'Someone else is working on this referral',
      content: html`e-RS is holding it for them and does not say who. Your
      ${ACTION_WORDS[action].noun} was not taken. Your decision is kept. Last tried
      ${ukTimeWithSeconds(at)}. Try again in 1
      minute${state.place?.next ? ', or open the next referral' : ''}.`,
      takesFocus: true,
    })}
    ${buttonRow(
      button({
        label: 'Try again',
        id: 'try-again',
        unavailable: whyNotSend,
        onPress: () => send(memory.goesOn),
      }),
      state.place?.next
        ? button({ label: 'Open next', id: 'open-next', onPress: () => actions.next() })
        : nothing,
    )}
    ${factList({ facts: problemReferences(problem), layout: 'ids' })}
  </div>`;
}

/** What was typed, to take it elsewhere: copied as it is. */
export function keptText({ state }: Screen): TemplateResult | typeof nothing {
  const { chosen, forms } = state;
  const comment = chosen ? forms[chosen].comment.trim() : '';
  if (!comment) return nothing;
  return html`<div>
    <strong>Your text, kept and not sent</strong>
    <div class="kept">${copyable({ value: comment, about: 'your text' })}</div>
  </div>`;
}
