import { html, nothing, type TemplateResult } from 'lit';
import { clinicalMoment, ukTime } from '../../src/domain/uk-time.ts';
import { button } from '../../src/ui/button.ts';
import { message } from '../../src/ui/message.ts';
import { problemText } from '../../src/ui/problem-text.ts';
import { deathLine, deathPart } from './death-part.ts';
import { cancelChoice, decisionChoices } from './decision-choices.ts';
import { decisionCommit, unreadNotice } from './decision-commit.ts';
import { decisionForm } from './decision-form.ts';
import { stepHeading } from './pane.ts';
import type { Screen } from './screen.ts';

/** What may be decided, what it needs, and the button that does it. */
export function decisionPanel(screen: Screen, notice: unknown = nothing): TemplateResult {
  const { chosen } = screen.state;
  if (chosen === 'cancel-referral') return cancelPanel(screen, notice);
  return html`${notice} ${stepHeading('Decision')} ${checkedLine(screen)} ${notKnown(screen)}
    ${deathPart(screen)} ${decisionChoices(screen)} ${unreadNotice(screen)}
    ${decisionCommit(screen)}
    <section class="other ui-stack" aria-label="Other actions">
      <h3>Other actions</h3>
      ${cancelChoice(screen)} ${notHere()}
    </section>
    ${deathLine(screen)}`;
}

export function checkedLine({ state: { readAt, referral } }: Screen): TemplateResult {
  return html`<p class="ui-faint">
    ${readAt ? `Checked with e-RS at ${ukTime(readAt)}.` : nothing}
    ${referral ? `Version ${referral.version}.` : nothing}
  </p>`;
}

export function notKnown({ state, actions }: Screen): TemplateResult | typeof nothing {
  const { decisionsProblem } = state;
  if (!decisionsProblem) return nothing;
  return message({
    kind: 'warn',
    level: 3,
    title: 'e-RS could not say all that is permitted',
    content: html`${problemText(decisionsProblem).title}.
    ${button({ label: 'Ask again', id: 'ask-permitted', onPress: () => void actions.open() })}`,
  });
}

/** What is looked for here and cannot be had. */
function notHere(): TemplateResult {
  return html`<div class="choice--forbidden">
      <strong>Change the referral letter</strong>
      <div class="why">
        <strong>Why:</strong> your role cannot change a referrer’s letter.
        <strong>Who can:</strong> the referring practice.
      </div>
    </div>
    <div class="choice--forbidden">
      <strong>Move the appointment</strong>
      <div class="why">
        <strong>Why:</strong> e-RS has no rebooking service for other systems.
        <strong>Who can:</strong> the practice or the patient, in the e-RS application.
      </div>
    </div>`;
}

/** It cannot be undone: it says so, and wants it typed. */
export function cancelPanel(screen: Screen, notice: unknown = nothing): TemplateResult {
  const { state, actions, focus } = screen;
  const { referral } = state;
  const start = referral?.appointment?.status === 'booked' && referral.appointment.start;
  const also = start ? ` It also cancels the appointment on ${clinicalMoment(start)}.` : '';
  return html`${notice} ${stepHeading('Cancel this referral')}
  ${message({
    kind: 'error',
    level: 3,
    title: 'You cannot undo this',
    content: `The referral ends for good.${also} This screen does not tell the patient.`,
  })}
  ${decisionForm(screen, 'cancel-referral')} ${decisionCommit(screen)}
  ${button({
    label: 'Keep referral',
    id: 'keep-referral',
    onPress: () => {
      actions.choose(undefined);
      focus('#decide-cancel-referral');
    },
  })}`;
}
