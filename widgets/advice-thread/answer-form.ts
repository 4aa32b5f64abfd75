import { html, nothing, type TemplateResult } from 'lit';
import type { AdviceRecommendation } from '../../src/domain/advice.ts';
import {
  CONVERSION_COMMENT_LIMIT,
  RECOMMENDATIONS,
  type AdviceField,
  type AdviceOutcome,
} from '../../src/domain/advice-form.ts';
import { PRIORITIES, type Priority } from '../../src/domain/criteria.ts';
import { formatNhsNumber } from '../../src/domain/nhs-number.ts';
import { button } from '../../src/ui/button.ts';
import { checkbox } from '../../src/ui/checkbox.ts';
import { errorSummary } from '../../src/ui/error-summary.ts';
import { patientName } from '../../src/ui/format.ts';
import { stopButton } from '../../src/ui/loading.ts';
import { message } from '../../src/ui/message.ts';
import { radios } from '../../src/ui/radios.ts';
import { PRIORITY_NAMES } from '../../src/ui/referral-words.ts';
import { select } from '../../src/ui/select.ts';
import { textArea } from '../../src/ui/text-area.ts';
import { trainingBand } from '../../src/ui/training-frame.ts';
import { errorWords, fieldId, RECOMMENDATION_NAMES, sendLabel, whyNoAct } from './advice-words.ts';
import { deathPart } from './death-part.ts';
import { allFiles, unopened } from './file-list.ts';
import type { Screen } from './screen.ts';

/** What is written, of an answer or of a conversion, and the one button that sends it. */
export function answerForm(screen: Screen): TemplateResult {
  const { errors, act } = screen.state;
  const isAnswer = act === 'answer-advice';
  return html`<div class="form ui-stack">
    ${
      errors.length > 0
        ? errorSummary(
            errors.map((error) => ({ fieldId: fieldId(error.field), text: errorWords(error) })),
          )
        : nothing
    }
    ${isAnswer ? html`${outcomeFields(screen)}` : conversionNotice()} ${prioritySelect(screen)}
    ${text(screen)} ${isAnswer ? nothing : conversionFields(screen)} ${unreadNotice(screen)}
    ${deathPart(screen)} ${commit(screen)}
  </div>`;
}

function errorOf({ state }: Screen, field: AdviceField): string | undefined {
  const error = state.errors.find((each) => each.field === field);
  return error && errorWords(error);
}

function outcomeFields(screen: Screen): TemplateResult {
  const { form } = screen.state;
  const { change } = screen.actions;
  return html`${radios<AdviceOutcome>({
    id: fieldId('outcome'),
    label: 'Outcome',
    error: errorOf(screen, 'outcome'),
    value: form.outcome,
    options: [
      { value: 'RETURN_TO_REFERRER_WITH_ADVICE', label: 'Give advice' },
      { value: 'REQUIRE_FURTHER_INFORMATION', label: 'Ask for more information' },
    ],
    onChange: (outcome) => change({ outcome }),
  })}
  ${
    form.outcome === 'RETURN_TO_REFERRER_WITH_ADVICE'
      ? radios<AdviceRecommendation>({
          id: fieldId('recommendation'),
          label: 'What do you recommend?',
          error: errorOf(screen, 'recommendation'),
          value: form.recommendation,
          options: RECOMMENDATIONS.map((value) => ({ value, label: RECOMMENDATION_NAMES[value] })),
          onChange: (recommendation) => change({ recommendation }),
        })
      : nothing
  }`;
}

function conversionNotice(): TemplateResult {
  return message({
    kind: 'warn',
    level: 3,
    title: 'You cannot undo a conversion',
    content:
      'It ends the conversation. The request becomes a referral with the same UBRN, and your admin team books the patient.',
  });
}

/** The one that the request has stands unless another is chosen. */
function prioritySelect(screen: Screen): TemplateResult {
  const { form, request } = screen.state;
  const own = request?.priority;
  return select<Priority>({
    id: fieldId('priority'),
    label: screen.state.act === 'answer-advice' ? 'Priority' : 'Priority of the referral',
    error: errorOf(screen, 'priority'),
    value: form.priority ?? own,
    options: PRIORITIES.map((value) => ({
      value,
      label: `${PRIORITY_NAMES[value]}${value === own ? ' (no change)' : ''}`,
    })),
    onChange: (priority) =>
      screen.actions.change({ priority: priority === own ? undefined : priority }),
  });
}

const TEXT_LABELS = {
  RETURN_TO_REFERRER_WITH_ADVICE: 'Advice to the practice',
  REQUIRE_FURTHER_INFORMATION: 'Question to the practice',
};

function text(screen: Screen): TemplateResult {
  const { form, act, textLimit, isKept } = screen.state;
  const label = (act === 'answer-advice' && form.outcome && TEXT_LABELS[form.outcome]) || undefined;
  return html`${textArea({
    id: fieldId('text'),
    label: label ?? 'Message to the practice',
    error: errorOf(screen, 'text'),
    value: form.text,
    limit: textLimit,
    rows: 8,
    onInput: (typed) => screen.actions.change({ text: typed }),
  })}
  ${
    form.text
      ? html`<p class="ui-hint">
          ${isKept ? 'Your text is kept as a draft.' : 'Your text is not kept if you leave this page.'}
        </p>`
      : nothing
  }`;
}

function conversionFields(screen: Screen): TemplateResult {
  const { form } = screen.state;
  const { change } = screen.actions;
  const error = errorOf(screen, 'isConfirmed');
  return html`${textArea({
      id: fieldId('comment'),
      label: 'For your admin team',
      hint: 'Which clinic, how soon, what to bring. The practice does not see it as a message.',
      error: errorOf(screen, 'comment'),
      value: form.comment,
      limit: CONVERSION_COMMENT_LIMIT,
      rows: 4,
      onInput: (comment) => change({ comment }),
    })}
    <div class="ui-field ${error ? 'ui-field--error' : ''}">
      ${error ? html`<div class="ui-error">${error}</div>` : nothing}
      ${checkbox({
        id: fieldId('isConfirmed'),
        label: 'Yes, end this conversation and make it a referral',
        checked: form.isConfirmed ?? false,
        onChange: (isConfirmed) => change({ isConfirmed }),
      })}
    </div>`;
}

/** It warns and never blocks. */
function unreadNotice(screen: Screen): TemplateResult | typeof nothing {
  const left = unopened(screen, allFiles(screen));
  if (left.length === 0) return nothing;
  return message({
    kind: 'warn',
    level: 3,
    title: `You have not opened ${left.length} of ${allFiles(screen).length} files`,
    content: `${left.map(({ name }) => name).join(', ')}. You can still send.`,
  });
}

const HELD = {
  'death-being-asked':
    'Nothing was sent: your record system is still being asked if this patient has died.',
  'death-to-acknowledge': 'Nothing was sent: say first that you go on, above.',
};

/** For whom it is, and the one button that names the act. */
function commit(screen: Screen): TemplateResult {
  const { state, session, whyNotSend, actions } = screen;
  const { held, phase, act } = state;
  const busy = phase.status === 'checking' ? 'Checking with e-RS…' : undefined;
  const isLarge = act === 'answer-advice' ? 'primary' : 'danger';
  return html`<section class="commit ui-stack" aria-label="Send">
    ${session.environment === 'training' ? trainingBand() : nothing}
    <p>
      For <strong>${patientName(session.patient)}</strong>,
      <span class="ui-number">NHS No. ${formatNhsNumber(session.patient.nhsNumber)}</span>
    </p>
    ${held ? html`<p role="status" class="ui-error">${HELD[held]}</p>` : nothing}
    <div class="ui-row">
      ${button({
        kind: isLarge,
        id: 'advice-send',
        label: sendLabel(screen),
        busy,
        unavailable: busy ? undefined : (whyNotSend ?? whyNoAct(screen, act)),
        onPress: () => void actions.send(),
      })}
      ${busy ? stopButton({ what: 'the check: nothing has been sent', onPress: () => actions.stopReading() }) : nothing}
      ${
        hasTyped(screen) && !busy
          ? button({
              kind: 'link',
              label: 'Discard draft',
              id: 'advice-discard',
              onPress: () => {
                actions.discard();
                screen.focus(`#${fieldId('outcome')}`);
              },
            })
          : nothing
      }
    </div>
    <p class="ui-hint">Author: ${session.user.name}.</p>
  </section>`;
}

function hasTyped({ state }: Screen): boolean {
  const { text: typed, comment, outcome, recommendation, priority } = state.form;
  return Boolean(typed || comment || outcome || recommendation || priority);
}
