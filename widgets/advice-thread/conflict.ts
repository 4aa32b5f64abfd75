import { html, nothing, type TemplateResult } from 'lit';
import type { AdviceChange } from '../../src/domain/advice-changes.ts';
import { ukTime } from '../../src/domain/uk-time.ts';
import type { AdviceConflict } from '../../src/flows/answer-advice.ts';
import { button } from '../../src/ui/button.ts';
import { copyable } from '../../src/ui/copyable.ts';
import { factList } from '../../src/ui/facts.ts';
import { message } from '../../src/ui/message.ts';
import { problemReferences } from '../../src/ui/problem.ts';
import { PRIORITY_NAMES } from '../../src/ui/referral-words.ts';
import { ACT_WORDS, categoryWords, LINE, personWords, whyNoAct } from './advice-words.ts';
import type { Screen } from './screen.ts';

/** First what did not happen, then what is new, then what to do: nothing is sent again by itself. */
export function conflictNotice(phase: AdviceConflict, screen: Screen): TemplateResult {
  const { act, changes, canSend, problem } = phase;
  const whyNot = canSend ? undefined : whyNoAct(screen, act);
  return html`<div class="ui-stack">
    ${message({
      kind: changes.length > 0 ? 'error' : 'warn',
      title: titleOf(phase),
      content: html`${
        changes.length > 0
          ? html`<ul class="ui-list">
              ${changes.map((change) => html`<li>${changeWords(change, screen)}</li>`)}
            </ul>`
          : nothing
      }
      ${canSend ? whatToDo(phase) : `${whyNot ?? ''} What you typed is kept below.`}`,
      takesFocus: true,
    })}
    ${
      canSend
        ? button({
            label: 'Look at the conversation',
            id: 'conflict-look',
            onPress: () => screen.focus('#thread-head'),
          })
        : nothing
    }
    ${problem ? factList({ facts: problemReferences(problem), layout: 'ids' }) : nothing}
  </div>`;
}

function titleOf({ act, changes }: AdviceConflict): string {
  const { noun } = ACT_WORDS[act];
  const added = changes.filter((change) => change.what === 'message-added');
  const newest = added.at(-1);
  const what = newest
    ? newest.now.sentBy === LINE
      ? `Clinical information was updated at ${ukTime(newest.now.sent)}.`
      : `A new message arrived at ${ukTime(newest.now.sent)}.`
    : changes.length > 0
      ? 'This request changed while you were writing.'
      : 'Nothing shown here has changed, but e-RS holds a newer version.';
  return `${what} Your ${noun} was not sent.`;
}

function whatToDo({ changes }: AdviceConflict): string {
  return changes.length > 0
    ? 'Read it, then send again if it is still right. Your text is kept below.'
    : 'Check and send again. Your text is kept below.';
}

function changeWords(change: AdviceChange, screen: Screen): string {
  const { request } = screen.state;
  switch (change.what) {
    case 'message-added': {
      const { sender, sentBy } = change.now;
      if (sentBy === LINE) return 'The practice updated the clinical information';
      return `Message from ${sender ? personWords(screen, sender) : 'somebody whom e-RS does not name'}`;
    }
    case 'category':
      return `Status: ${request ? categoryWords(request.category, true) : ''}`;
    case 'priority':
      return `Priority: ${request?.priority ? PRIORITY_NAMES[request.priority] : 'none'}`;
    case 'agreement':
      return `Conversion: the practice ${request?.mayConvert ? 'agrees' : 'does not agree'} now`;
    case 'service':
      return `Service: ${request?.service.name ?? request?.service.id ?? ''}`;
    case 'specialty':
      return `Specialty: ${request?.specialty?.display ?? ''}`;
    case 'file-added':
      return `File added: ${change.now.name}`;
    case 'file-removed':
      return `File removed: ${change.before.name}`;
  }
}

/** What was typed, to take it elsewhere: copied as it is. */
export function keptText({ state }: Screen): TemplateResult | typeof nothing {
  const typed = state.form.text.trim();
  if (!typed) return nothing;
  return html`<div>
    <strong>Your text, kept and not sent</strong>
    <div class="said">${copyable({ value: typed, about: 'your text' })}</div>
  </div>`;
}
