import { html, type TemplateResult } from 'lit';
import { button, unavailableAction } from '../../src/ui/button.ts';
import { message } from '../../src/ui/message.ts';
import { fieldId, whyNoAct } from './advice-words.ts';
import { answerForm } from './answer-form.ts';
import { conflictNotice, keptText } from './conflict.ts';
import { donePanel, noticeOf, sendingPanel } from './phase-panels.ts';
import type { Screen } from './screen.ts';
import { unansweredPanel } from './unanswered.ts';

/** What a provider does: the form, or what became of what was sent. */
export function answerPane(screen: Screen): TemplateResult {
  const { phase } = screen.state;
  switch (phase.status) {
    case 'sending':
      return sendingPanel(phase, screen);
    case 'done':
      return donePanel(phase, screen);
    case 'unanswered':
      return html`${unansweredPanel(phase, screen)}
      ${phase.settled ? formPart(screen) : keptText(screen)}`;
    case 'conflict':
      return html`${conflictNotice(phase, screen)}
      ${phase.canSend ? formPart(screen) : keptText(screen)}`;
    case 'refused':
      return phase.problem.reason === 'patient-error'
        ? html`${noticeOf(phase, screen)} ${keptText(screen)}`
        : html`${noticeOf(phase, screen)} ${formPart(screen)}`;
    default:
      return html`${noticeOf(phase, screen)} ${formPart(screen)}`;
  }
}

function formPart(screen: Screen): TemplateResult {
  const { act } = screen.state;
  const whyNot = whyNoAct(screen, 'answer-advice');
  if (whyNot && act === 'answer-advice') {
    return html`${heading('Your answer', screen)}
    ${message({ kind: 'info', level: 3, title: 'No answer can be sent', content: whyNot })}
    ${keptText(screen)}`;
  }
  return html`${heading(act === 'answer-advice' ? 'Your answer' : 'Convert to a referral', screen)}
  ${answerForm(screen)} ${act === 'answer-advice' ? convertPart(screen) : backToAnswer(screen)}`;
}

const WITH_NOTICE = ['conflict', 'refused', 'locked', 'check-failed', 'unanswered'];

/** The step's heading is the notice's, where there is one. */
function heading(words: string, { state }: Screen): TemplateResult {
  return html`<h2
    class="pane__head pane__head--large"
    tabindex="-1"
    data-pane-heading
    ?data-focus-heading=${!WITH_NOTICE.includes(state.phase.status)}
  >
    ${words}
  </h2>`;
}

/** Apart from the answer: it ends the conversation. */
function convertPart(screen: Screen): TemplateResult {
  const whyNot = whyNoAct(screen, 'convert-advice');
  const label = 'Convert to referral';
  return html`<section class="convert ui-stack" aria-labelledby="convert-head">
    <h3 id="convert-head">Convert to a referral instead</h3>
    ${
      whyNot
        ? unavailableAction({ label, id: 'advice-convert', reason: whyNot })
        : html`<p>
              Your admin team then books the patient. This ends the conversation and cannot be
              undone. Your text moves across.
            </p>
            ${button({
              label,
              id: 'advice-convert',
              onPress: () => {
                screen.actions.choose('convert-advice');
                screen.focus('[data-pane-heading].pane__head--large');
              },
            })}`
    }
  </section>`;
}

function backToAnswer({ actions, focus }: Screen): TemplateResult {
  return html`<div class="convert">
    ${button({
      label: 'Back to the answer',
      id: 'advice-unconvert',
      kind: 'link',
      onPress: () => {
        actions.choose('answer-advice');
        focus(`#${fieldId('text')}`);
      },
    })}
  </div>`;
}
