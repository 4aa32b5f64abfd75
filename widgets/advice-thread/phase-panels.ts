import { html, nothing, type TemplateResult } from 'lit';
import { ukTime, ukTimeWithSeconds } from '../../src/domain/uk-time.ts';
import type { AnswerAdvicePhase } from '../../src/flows/answer-advice.ts';
import { button, buttonRow, unavailableAction } from '../../src/ui/button.ts';
import { factList } from '../../src/ui/facts.ts';
import { lengthOfTime } from '../../src/ui/format.ts';
import { message } from '../../src/ui/message.ts';
import { problemReferences } from '../../src/ui/problem.ts';
import { problemText } from '../../src/ui/problem-text.ts';
import { ACT_WORDS, whyNoAct } from './advice-words.ts';
import type { Screen } from './screen.ts';

type Phase<S extends AnswerAdvicePhase['status']> = Extract<AnswerAdvicePhase, { status: S }>;

/** It has left, and cannot be stopped. */
export function sendingPanel(
  { act, since }: Phase<'sending'>,
  { elapsedSeconds }: Screen,
): TemplateResult {
  return html`<div class="ui-stack" aria-busy="true">
    <h2 class="ui-h2" tabindex="-1" data-focus-heading>${ACT_WORDS[act].doing}</h2>
    <p>It left at ${ukTimeWithSeconds(since)}, ${lengthOfTime(elapsedSeconds)} ago.</p>
    ${unavailableAction({
      id: 'advice-stop',
      label: 'Stop',
      reason: 'Not available: what has been sent cannot be stopped.',
    })}
  </div>`;
}

const PROOF = {
  answer: 'e-RS confirmed it.',
  reading: 'Its answer was lost. The conversation showed it when it was read again.',
};

const NEXT_STEP = {
  'answer-advice': 'It is now the practice’s turn. e-RS does not say when they have read it.',
  'convert-advice':
    'The conversation has ended. The referral has the same UBRN, and your admin team books the patient.',
};

/** One line, then the next. */
export function donePanel({ act, at, proof }: Phase<'done'>, screen: Screen): TemplateResult {
  const { state, actions, focus } = screen;
  const next = state.place?.next;
  const mayFollow = act === 'answer-advice' && !whyNoAct(screen, 'answer-advice');
  return html`<div class="ui-stack">
    ${message({
      kind: 'ok',
      title: `${ACT_WORDS[act].done} at ${ukTime(at)}`,
      content: `${PROOF[proof]} ${NEXT_STEP[act]}`,
      takesFocus: true,
    })}
    ${
      next
        ? button({
            kind: 'primary',
            label: 'Open next',
            id: 'open-next',
            onPress: () => actions.next(),
          })
        : nothing
    }
    ${
      mayFollow
        ? button({
            label: 'Write another message',
            id: 'advice-more',
            kind: 'link',
            onPress: () => {
              actions.back();
              focus('[data-focus-heading]');
            },
          })
        : nothing
    }
  </div>`;
}

/** Above the form, in which everything is as it was. */
export function noticeOf(
  phase: AnswerAdvicePhase,
  screen: Screen,
): TemplateResult | typeof nothing {
  switch (phase.status) {
    case 'check-failed':
      return notSent(phase, 'The conversation could not be checked before sending');
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
  { act, problem, at }: Phase<'check-failed'> | Phase<'refused'>,
  why: string,
): TemplateResult {
  const { title, text, nextStep } = problemText(problem);
  const how = problem.source === 'e-rs' ? 'taken' : 'sent';
  return html`<div class="ui-stack">
    ${message({
      kind: 'error',
      title: `Your ${ACT_WORDS[act].noun} was not ${how}. ${why}`,
      content: `${why === title ? '' : `${title}. `}${text} Your text is kept. Last tried ${ukTimeWithSeconds(at)}.`,
      takesFocus: true,
    })}
    <p>${nextStep}</p>
    ${factList({ facts: problemReferences(problem), layout: 'ids' })}
  </div>`;
}

function locked({ act, at, problem }: Phase<'locked'>, screen: Screen): TemplateResult {
  const { actions, state, whyNotSend } = screen;
  return html`<div class="ui-stack">
    ${message({
      kind: 'warn',
      title: 'Someone else is working on this request',
      content: `e-RS is holding it for them and does not say who. Your ${ACT_WORDS[act].noun} was not taken. Your text is kept. Last tried ${ukTimeWithSeconds(at)}. Try again in 1 minute.`,
      takesFocus: true,
    })}
    ${buttonRow(
      button({
        label: 'Try again',
        id: 'try-again',
        unavailable: whyNotSend,
        onPress: () => void actions.send(),
      }),
      state.place?.next
        ? button({ label: 'Open next', id: 'open-next', onPress: () => actions.next() })
        : nothing,
    )}
    ${factList({ facts: problemReferences(problem), layout: 'ids' })}
  </div>`;
}
