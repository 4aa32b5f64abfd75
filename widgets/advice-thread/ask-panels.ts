import { html, nothing, type TemplateResult } from 'lit';
import { formatUbrn } from '../../src/domain/ubrn.ts';
import { ukTime, ukTimeWithSeconds } from '../../src/domain/uk-time.ts';
import type { AskAdvicePhase, LostQuestion } from '../../src/flows/ask-advice.ts';
import { button, unavailableAction } from '../../src/ui/button.ts';
import { copyable } from '../../src/ui/copyable.ts';
import { factList } from '../../src/ui/facts.ts';
import { lengthOfTime } from '../../src/ui/format.ts';
import { loadingPart } from '../../src/ui/loading.ts';
import { message } from '../../src/ui/message.ts';
import { problemPart, problemReferences } from '../../src/ui/problem.ts';
import { problemText } from '../../src/ui/problem-text.ts';
import { textField } from '../../src/ui/text-field.ts';
import type { AskScreen } from './ask-screen.ts';

type Phase<S extends AskAdvicePhase['status']> = Extract<AskAdvicePhase, { status: S }>;

/** What stands instead of the form; absent where the form does. */
export function askPanel(screen: AskScreen): TemplateResult | undefined {
  const { phase } = screen.state;
  const panel = panelOf(phase, screen);
  return panel && html`<div class="alone ui-stack">${panel}</div>`;
}

function panelOf(phase: AskAdvicePhase, screen: AskScreen): TemplateResult | undefined {
  switch (phase.status) {
    case 'sending':
      return sending(phase, screen);
    case 'asked':
      return asked(phase, screen);
    case 'unanswered':
      return unanswered(phase, screen);
    case 'looking':
      return loadingPart({ what: 'Reading the request that you found', elapsedSeconds: 0 });
    case 'not-looked-up':
      return problemPart({
        problem: phase.problem,
        title: 'We do not know if a question for this patient is unanswered',
        safe: 'Nothing was sent. A second question could go out twice, so asking waits for this.',
        action: button({ label: 'Look again', onPress: () => void screen.actions.open() }),
      });
    case 'not-offered':
      return message({
        kind: 'info',
        title: 'You cannot ask for advice here',
        content: 'Use the e-RS application, then open the request here by its UBRN.',
        takesFocus: true,
      });
    default:
      return undefined;
  }
}

function sending({ since }: Phase<'sending'>, { elapsedSeconds }: AskScreen): TemplateResult {
  return html`<h2 class="ui-h2" tabindex="-1" data-focus-heading>Sending your question</h2>
    <p>It left at ${ukTimeWithSeconds(since)}, ${lengthOfTime(elapsedSeconds)} ago.</p>
    ${unavailableAction({
      label: 'Stop',
      reason: 'Not available: what has been sent cannot be stopped.',
    })}`;
}

function asked({ ubrn, at, proof }: Phase<'asked'>, { actions, open }: AskScreen): TemplateResult {
  return html`${message({
      kind: 'ok',
      title: `Question sent at ${ukTime(at)}`,
      content:
        proof === 'answer'
          ? 'e-RS confirmed it. Keep the UBRN: e-RS cannot be searched by patient.'
          : 'Its answer was lost. e-RS holds the request that you found.',
      takesFocus: true,
    })}
    <p class="ubrn">${copyable({ value: ubrn, shown: formatUbrn(ubrn), about: 'UBRN' })}</p>
    <div class="ui-row">
      ${button({ label: 'Open this request', id: 'ask-open', onPress: () => open(ubrn) })}
      ${button({ label: 'Ask another question', id: 'ask-more', kind: 'link', onPress: () => actions.discard() })}
    </div>`;
}

/** Only a person can find out: e-RS cannot be asked by patient. */
function unanswered(phase: Phase<'unanswered'>, screen: AskScreen): TemplateResult {
  const { sentAt, problem, isUnderWay } = phase;
  return html`${message({
    kind: 'warn',
    title: isUnderWay
      ? 'A question for this patient is on its way from another window'
      : 'We do not know if your question reached e-RS',
    content: html`It left once at ${ukTimeWithSeconds(sentAt)}. No answer
      came${isUnderWay ? ' yet' : ''}. <strong>Do not send it again, here or in e-RS.</strong> e-RS
      cannot be asked for it by patient.`,
    takesFocus: true,
  })}
  ${
    isUnderWay
      ? html`<p>This page shows its end when it comes. What you typed is kept.</p>`
      : findOut(phase, screen)
  }
  ${factList({ facts: problemReferences(problem), layout: 'ids' })}`;
}

function findOut(
  { lookProblem }: Phase<'unanswered'> & LostQuestion,
  { actions, foundUbrn, typeFound }: AskScreen,
): TemplateResult {
  return html`<p>
      Look in the e-RS application, under the advice requests of your practice, for one to this
      service of that time.
    </p>
    ${textField({
      id: 'ask-found',
      label: 'UBRN of the request that you found',
      width: 'medium',
      inputMode: 'numeric',
      error: lookProblem && lookWords(lookProblem.reason, problemText(lookProblem).title),
      value: foundUbrn,
      onInput: typeFound,
    })}
    <div class="ui-row">
      ${button({ label: 'It is there', id: 'ask-there', onPress: () => void actions.found(foundUbrn) })}
      ${button({
        label: 'I have looked: it is not there',
        id: 'ask-not-there',
        kind: 'link',
        onPress: () => void actions.notThere(),
      })}
    </div>`;
}

function lookWords(reason: string, title: string): string {
  if (reason === 'field-wrong') return 'Enter a UBRN of 12 digits';
  if (reason === 'reference-not-found')
    return 'This is another request: to another service, or of an earlier time';
  return title;
}

/** Above the form, in which everything is as it was. */
export function askNotice({ state }: AskScreen): TemplateResult | typeof nothing {
  const { phase } = state;
  if (phase.status !== 'refused') return nothing;
  const { problem, at } = phase;
  const { title, text, nextStep } = problemText(problem);
  return html`${message({
      kind: 'error',
      title: `Your question was not ${problem.source === 'e-rs' ? 'taken' : 'sent'}. ${title}`,
      content: `${text} Your text is kept. Last tried ${ukTimeWithSeconds(at)}.`,
      takesFocus: true,
    })}
    <p>${nextStep}</p>
    ${factList({ facts: problemReferences(problem), layout: 'ids' })}`;
}
