import { html, nothing, type TemplateResult } from 'lit';
import type { Action } from '../../src/domain/action.ts';
import type { Referral, ReferralStateCode } from '../../src/domain/referral.ts';
import { button, unavailableAction } from '../../src/ui/button.ts';
import { message } from '../../src/ui/message.ts';
import { reasonWords } from '../../src/ui/referral-words.ts';
import { cancelChoice } from './decision-choices.ts';
import { cancelPanel, checkedLine, notKnown } from './decision-panel.ts';
import { stepHeading } from './pane.ts';
import { isReturnedWithAdvice, stateWords } from './record-words.ts';
import type { Screen } from './screen.ts';

/** What the one who refers may do with it; what came back from the provider first. */
export function referrerPanel(screen: Screen, notice: unknown = nothing): TemplateResult {
  const { referral, chosen } = screen.state;
  if (chosen === 'cancel-referral') return cancelPanel(screen, notice);
  return html`${notice} ${referral ? cameBack(referral) : nothing} ${stepHeading('What you can do')}
  ${checkedLine(screen)} ${notKnown(screen)}
  ${referral ? html`${letters(screen, referral)} ${booking(screen, referral)}` : nothing}
  ${cancelChoice(screen)}`;
}

/** Reason and comments in full: the practice acts on them. */
function cameBack(referral: Referral): TemplateResult | typeof nothing {
  const { code, derived, reason, comments } = referral.state;
  const isBack = code === 'REJECTED' || isReturnedWithAdvice(referral);
  if (!isBack && !comments) return nothing;
  const words = reason && !isReturnedWithAdvice(referral) ? `Reason: ${reasonWords(reason)}. ` : '';
  return message({
    kind: isBack ? 'warn' : 'info',
    title: stateWords(referral),
    content: html`${words}
    ${comments ? html`<p class="said">${comments}</p>` : derived ? NOT_TOLD : NO_COMMENT}`,
  });
}

const NO_COMMENT = 'e-RS returned no comment with it.';
/** Where e-RS tells no state it tells no comment either: there may be advice all the same. */
const NOT_TOLD =
  'e-RS does not return the comment over this connection. Read it in the e-RS application.';

const NOT_YOURS = 'Not available for your role. A referring clinician or their admin can do it.';
const CANCELLED = 'Not available: this referral is cancelled for good.';

function letters({ session, act }: Screen, { state }: Referral): TemplateResult {
  const label = 'Attach or change letters';
  if (!session.can('attach-letters')) return unavailableAction({ label, reason: NOT_YOURS });
  if (state.code === 'CANCELLED_REFERRAL') return unavailableAction({ label, reason: CANCELLED });
  return html`<div>
    ${button({ label, id: 'act-letters', onPress: () => act('attach-letters') })}
  </div>`;
}

/** Why a referral in this state is not booked from here; of the other states it is. */
const NOT_TO_BOOK: Readonly<Partial<Record<ReferralStateCode, string>>> = {
  BOOKED: 'Not available: it has an appointment. e-RS has no rebooking service for other systems.',
  DEFERRED_TO_PROVIDER: 'Not available: it is deferred. The provider contacts the patient.',
  AWAITING_TRIAGE: 'Not available: it is in triage. The provider decides first.',
  AWAITING_PROVIDER: 'Not available: it is with the provider.',
  CANCELLED_REFERRAL: CANCELLED,
};

function booking(screen: Screen, referral: Referral): TemplateResult {
  const { session, act } = screen;
  const { code } = referral.state;
  const can = (action: Action): boolean => session.can(action);
  const triage = can('send-referral-for-triage');
  const label = triage ? 'Book, defer or send for triage' : 'Book or defer';
  const withProvider = code === 'TRIAGED_PROVIDER_TO_ACTION' && !isReturnedWithAdvice(referral);
  const why = withProvider ? NOT_TO_BOOK.AWAITING_PROVIDER : NOT_TO_BOOK[code];
  const reason = can('book-appointment') ? why : NOT_YOURS;
  if (reason) return unavailableAction({ label, reason });
  return html`<div>${button({ label, id: 'act-book', onPress: () => act('book') })}</div>
    ${triage ? nothing : noTriage()}`;
}

function noTriage(): TemplateResult {
  return unavailableAction({
    label: 'Send for triage',
    reason:
      'Not available over this connection: e-RS takes it only as a referral is created. It can be sent in the e-RS application.',
  });
}
