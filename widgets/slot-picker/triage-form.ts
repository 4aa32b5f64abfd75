import { html, type TemplateResult } from 'lit';
import { DEFER_COMMENT_LIMIT } from '../../src/domain/referral.ts';
import type { ServiceSlots, TriageForm } from '../../src/flows/book-slot.ts';
import { button } from '../../src/ui/button.ts';
import { commitArea } from '../../src/ui/commit-area.ts';
import { factList } from '../../src/ui/facts.ts';
import { textArea } from '../../src/ui/text-area.ts';
import { contactFact, triageLetterWords } from './done.ts';
import { serviceOf, type PickerView } from './picker-view.ts';
import { serviceName } from './slot-words.ts';

/** What stands between a service that triages and its being asked. */
export function triageForm(form: TriageForm, view: PickerView): TemplateResult {
  const { actions, state } = view;
  const { comment, contactBy, serviceId } = form;
  const service = serviceOf(state, serviceId);
  const { referral } = state;
  return html`<section class="step notes" aria-label="Send for triage">
      <h2 tabindex="-1" data-focus-heading>Send to ${serviceName(service)} for triage</h2>
      ${factList({
        facts: [
          { label: 'What happens', value: whatHappens(service) },
          ...(referral ? [{ label: 'Letter', value: triageLetterWords(referral) }] : []),
          contactFact(contactBy, 'if sent today'),
        ],
      })}
      ${textArea({
        id: 'ers-triage-comment',
        label: 'Comment for the service (optional)',
        value: comment,
        limit: DEFER_COMMENT_LIMIT,
        error: isTooLong(form) ? 'Shorten the comment to 1,000 characters' : undefined,
        onInput: (value) => actions.changeComment(value),
      })}
    </section>
    ${triageArea(form, view)}`;
}

function whatHappens({ wayToBook }: ServiceSlots): string {
  const first = 'The service reviews the referral and decides what comes next.';
  return wayToBook === 'triage'
    ? first
    : `${first} e-RS refuses this if it is not a service that triages.`;
}

function isTooLong({ comment }: TriageForm): boolean {
  return comment.length > DEFER_COMMENT_LIMIT;
}

function triageArea(form: TriageForm, view: PickerView): TemplateResult {
  const { state, session, today, actions, whyNotSend } = view;
  return commitArea({
    doing: 'You are sending for triage to',
    subject: serviceName(serviceOf(state, form.serviceId)),
    patient: session.patient,
    today,
    note: 'This sends the referral to the service. It books no appointment.',
    primary: button({
      kind: 'primary',
      id: 'ers-send-for-triage',
      label: 'Send for triage',
      onPress: () => void actions.sendForTriage(),
      unavailable: isTooLong(form) ? 'The comment is too long.' : whyNotSend,
    }),
    back: button({
      kind: 'link',
      id: 'ers-triage-back',
      label: 'Back',
      onPress: () => actions.cancelTriage(),
    }),
    training: session.environment === 'training',
  });
}
