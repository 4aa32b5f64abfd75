import { html, type TemplateResult } from 'lit';
import { DEFER_COMMENT_LIMIT, type DeferReason } from '../../src/domain/referral.ts';
import { ukTimeWithSeconds } from '../../src/domain/uk-time.ts';
import type { BookSlotState, DeferCause, DeferralForm } from '../../src/flows/book-slot.ts';
import { button } from '../../src/ui/button.ts';
import { commitArea } from '../../src/ui/commit-area.ts';
import { factList, type Fact } from '../../src/ui/facts.ts';
import { DEFER_REASON_NAMES } from '../../src/ui/referral-words.ts';
import { textArea } from '../../src/ui/text-area.ts';
import { contactFact } from './done.ts';
import { serviceOf, type PickerView } from './picker-view.ts';
import { serviceName, slotInLine } from './slot-words.ts';

const SET_BY: Record<DeferReason, string> = {
  NO_SLOTS_AT_SERVICE: 'Set by the answer of e-RS, which gave no free slots,',
  SLOT_NOT_AVAILABLE: 'Set by the failed booking',
  BOOKING_ATTEMPT_PROBLEM: 'Set by the failed booking',
};

/** A deferral for a cause that was seen, never for one that was picked. */
export function deferralForm(
  { cause, comment, contactBy }: DeferralForm,
  view: PickerView,
): TemplateResult {
  const { actions } = view;
  const name = serviceName(serviceOf(view.state, cause.serviceId));
  return html`<section class="step notes" aria-label="Defer to provider">
      <h2 tabindex="-1" data-focus-heading>Defer to ${name}</h2>
      ${factList({ facts: [...causeFacts(cause), contactFact(contactBy, 'if deferred today')] })}
      ${textArea({
        id: 'ers-defer-comment',
        label: 'Comment for the provider (optional)',
        value: comment,
        limit: DEFER_COMMENT_LIMIT,
        error:
          comment.length > DEFER_COMMENT_LIMIT
            ? 'Shorten the comment to 1,000 characters'
            : undefined,
        onInput: (value) => actions.changeComment(value),
      })}
    </section>
    ${deferArea({ cause, comment, name }, view)}`;
}

function causeFacts({ reason, seenAt, slot }: DeferCause): Fact[] {
  return [
    {
      label: 'Reason',
      value: html`<strong>${DEFER_REASON_NAMES[reason]}</strong>
        <div class="ui-hint">
          ${SET_BY[reason]} at ${ukTimeWithSeconds(seenAt)}. You cannot change it. e-RS audits the
          reason.
        </div>`,
    },
    ...(slot ? [{ label: 'Slot lost', value: slotInLine(slot) }] : []),
  ];
}

function deferArea(
  { cause, comment, name }: { cause: DeferCause; comment: string; name: string },
  { state, session, today, actions, whyNotSend }: PickerView,
): TemplateResult {
  return commitArea({
    doing: 'You are deferring to the provider',
    subject: name,
    patient: session.patient,
    today,
    facts: [{ label: 'Reason', value: DEFER_REASON_NAMES[cause.reason] }],
    note: 'This sends the referral to the provider without an appointment.',
    primary: button({
      kind: 'primary',
      id: 'ers-defer',
      label: 'Defer to provider',
      onPress: () => void actions.defer(),
      unavailable: whyNotDefer(cause, comment, state) ?? whyNotSend,
    }),
    back: button({
      kind: 'link',
      id: 'ers-defer-back',
      label: 'Back to slots',
      onPress: () => actions.cancelDeferral(),
    }),
    training: session.environment === 'training',
  });
}

/** The flow refuses a cause that a newer answer of e-RS no longer gives. */
function whyNotDefer(
  cause: DeferCause,
  comment: string,
  { causes }: BookSlotState,
): string | undefined {
  const holds = causes.some(
    ({ serviceId, reason }) => serviceId === cause.serviceId && reason === cause.reason,
  );
  if (!holds)
    return 'e-RS was asked again since. Go back to the slots: if it is still allowed, defer from there.';
  return comment.length > DEFER_COMMENT_LIMIT ? 'The comment is too long.' : undefined;
}
