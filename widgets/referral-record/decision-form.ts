import { html, nothing, type TemplateResult } from 'lit';
import { PRIORITIES, type Priority } from '../../src/domain/criteria.ts';
import type { ReviewAction } from '../../src/domain/review-decisions.ts';
import {
  REVIEW_COMMENT_LIMIT,
  hasField,
  type ReviewField,
  type ReviewForm,
} from '../../src/domain/review-form.ts';
import { button } from '../../src/ui/button.ts';
import { problemPart } from '../../src/ui/problem.ts';
import { radios } from '../../src/ui/radios.ts';
import { PRIORITY_NAMES } from '../../src/ui/referral-words.ts';
import { select } from '../../src/ui/select.ts';
import { textArea } from '../../src/ui/text-area.ts';
import { textField } from '../../src/ui/text-field.ts';
import { fieldErrorWords } from './decision-words.ts';
import type { Screen } from './screen.ts';

export function fieldId(field: ReviewField): string {
  return `review-${field}`;
}

/** What has the focus first once a decision is chosen: its first field, or the button. */
export function firstField(action: ReviewAction): string {
  const field = (['outcome', 'reason', 'comment'] as const).find((each) => hasField(action, each));
  return `#${field ? fieldId(field) : 'review-send'}`;
}

/** The fields of the chosen decision, in the order in which they are checked. */
export function decisionForm(
  screen: Screen,
  action: ReviewAction,
): TemplateResult | typeof nothing {
  const form = screen.state.forms[action];
  const fields = [
    hasField(action, 'outcome') ? outcomeField(screen, form) : undefined,
    hasField(action, 'reason') ? reasonField(screen, form) : undefined,
    hasField(action, 'priority') ? priorityField(screen, action) : undefined,
    hasField(action, 'comment') ? commentField(screen, action) : undefined,
    hasField(action, 'cancelledInPas') ? inOwnSystemField(screen, form) : undefined,
    hasField(action, 'isConfirmed') ? confirmField(screen) : undefined,
  ].filter((field) => field !== undefined);
  return fields.length > 0 ? html`<div class="fields">${fields}</div>` : nothing;
}

function errorOf({ state }: Screen, field: ReviewField): string | undefined {
  const error = state.errors.find((each) => each.field === field);
  const { chosen } = state;
  return error && chosen ? fieldErrorWords(error, state.forms[chosen]) : undefined;
}

function outcomeField(screen: Screen, { outcome }: ReviewForm): TemplateResult {
  return radios({
    id: fieldId('outcome'),
    label: 'Outcome',
    error: errorOf(screen, 'outcome'),
    value: outcome,
    options: [
      {
        value: 'ACCEPT_REFER_BOOK_LATER',
        label: 'Accept',
        hint: 'Your admin team books the appointment in e-RS.',
      },
      {
        value: 'RETURN_TO_REFERRER_WITH_ADVICE',
        label: 'Return to referrer with advice',
        hint: 'The practice gets your advice. No appointment is made.',
      },
    ],
    onChange: (value) => screen.actions.change({ outcome: value }),
  });
}

/** In its place while the reasons are read, so that the focus stays in it. */
function reasonField(screen: Screen, { reason }: ReviewForm): TemplateResult {
  const { reasons } = screen.state;
  if (reasons.status === 'failed') {
    return problemPart({
      problem: reasons.problem,
      safe: 'The reasons that may be given could not be read. Nothing was sent.',
      action: button({
        label: 'Read the reasons again',
        id: fieldId('reason'),
        onPress: () => void screen.actions.loadReasons(),
      }),
    });
  }
  const list = reasons.status === 'ready' ? reasons.reasons : [];
  return select({
    id: fieldId('reason'),
    label: 'Reason',
    error: errorOf(screen, 'reason'),
    prompt: promptWords(reasons.status, list.length),
    value: reason,
    options: list.map(({ code, display }) => ({ value: code, label: display })),
    onChange: (code) => screen.actions.change({ reason: code }),
  });
}

function promptWords(status: Screen['state']['reasons']['status'], count: number): string {
  if (status !== 'ready') return 'Reading the reasons';
  return count === 0 ? 'e-RS offers no reason now' : 'Choose a reason';
}

/** An accepted triage needs it; a return keeps it (interactions.md §7). */
function priorityField(screen: Screen, action: ReviewAction): TemplateResult | undefined {
  const { referral, forms } = screen.state;
  const { outcome, priority } = forms[action];
  const now = referral?.priority;
  if (outcome === 'RETURN_TO_REFERRER_WITH_ADVICE') {
    return html`<div>
      <strong>Priority</strong>
      <div>
        ${now ? `${PRIORITY_NAMES[now]}.` : ''}
        <span class="ui-faint">You cannot change priority when you return a referral.</span>
      </div>
    </div>`;
  }
  const isOutcome = action === 'record-review-outcome';
  if (isOutcome && !outcome) return undefined;
  return radios<Priority>({
    id: fieldId('priority'),
    label: isOutcome ? 'Priority' : 'New priority (optional)',
    error: errorOf(screen, 'priority'),
    value: priority,
    inline: true,
    options: PRIORITIES.map((value) => ({
      value,
      label: `${PRIORITY_NAMES[value]}${value === now ? ' (now)' : ''}`,
    })),
    onChange: (value) => screen.actions.change({ priority: value }),
  });
}

function commentField(screen: Screen, action: ReviewAction): TemplateResult {
  return textArea({
    id: fieldId('comment'),
    label: commentLabel(screen, action),
    error: errorOf(screen, 'comment'),
    value: screen.state.forms[action].comment,
    limit: REVIEW_COMMENT_LIMIT,
    rows: action === 'record-review-outcome' ? 6 : 4,
    onInput: (comment) => screen.actions.change({ comment }),
  });
}

function commentLabel({ state }: Screen, action: ReviewAction): string {
  const { outcome, reason } = state.forms[action];
  if (action === 'cancel-and-act-later') return 'Instructions for your admin team';
  if (action === 'record-review-outcome') {
    if (!outcome) return 'Comment';
    return outcome === 'ACCEPT_REFER_BOOK_LATER'
      ? 'Instructions for your admin team'
      : 'Advice to the practice';
  }
  const list = state.reasons.status === 'ready' ? state.reasons.reasons : [];
  const isNeeded = list.find(({ code }) => code === reason)?.commentIsMandatory;
  const label = action === 'reject-referral' ? 'Comment to the practice' : 'Comment';
  return `${label} ${isNeeded ? '(needed for this reason)' : '(optional)'}`;
}

/** Asked only once e-RS has said that the service is booked through the provider's own system. */
function inOwnSystemField(
  screen: Screen,
  { cancelledInPas }: ReviewForm,
): TemplateResult | undefined {
  const error = errorOf(screen, 'cancelledInPas');
  if (!screen.state.asksCancelledInPas && !error) return undefined;
  return radios<'yes' | 'no'>({
    id: fieldId('cancelledInPas'),
    label: 'Is the appointment cancelled in your own booking system already?',
    error,
    value: cancelledInPas === undefined ? undefined : cancelledInPas ? 'yes' : 'no',
    inline: true,
    options: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
    ],
    onChange: (value) => screen.actions.change({ cancelledInPas: value === 'yes' }),
  });
}

/** What has to be typed in full before a referral is cancelled. */
const CONFIRMATION = 'CANCEL';

function confirmField(screen: Screen): TemplateResult {
  const { memory, remember, actions } = screen;
  return textField({
    id: fieldId('isConfirmed'),
    label: `Type ${CONFIRMATION} to confirm`,
    hint: `Cancel referral works when ${CONFIRMATION} is typed in full.`,
    error: errorOf(screen, 'isConfirmed'),
    value: memory.typed,
    width: 'medium',
    onInput: (typed) => {
      remember({ typed });
      actions.change({ isConfirmed: typed.trim() === CONFIRMATION });
    },
  });
}
