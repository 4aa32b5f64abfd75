import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../src/domain/problem.ts';
import { formatUbrn } from '../../src/domain/ubrn.ts';
import type { BookPhase } from '../../src/flows/book-slot.ts';
import { button } from '../../src/ui/button.ts';
import { loadingPart, stoppedPart } from '../../src/ui/loading.ts';
import { problemPart } from '../../src/ui/problem.ts';
import { deferralForm } from './deferral-form.ts';
import { ended } from './done.ts';
import { outcomePanel, type Outcome } from './outcome.ts';
import type { Screen } from './phase-memory.ts';
import type { PickerView } from './picker-view.ts';
import { referralChanged } from './referral-changed.ts';
import { locked, notAllowed, providerRefused, slotGone, slotUnsuitable } from './refusals.ts';
import { triageForm } from './triage-form.ts';
import { unanswered } from './unanswered.ts';
import { underWay } from './under-way.ts';
import { waiting } from './waiting.ts';

/** Every screen but the choice of a slot itself. */
export function screenOf(screen: Screen, view: PickerView): TemplateResult | typeof nothing {
  const { deferral, triage, phase } = view.state;
  if (screen === 'deferral' && deferral) return deferralForm(deferral, view);
  if (screen === 'triage' && triage) return triageForm(triage, view);
  if (phase.status === 'sending' || phase.status === 'reading-back') return waiting(phase, view);
  if (phase.status === 'opening' || phase.status === 'open-failed') return opening(phase, view);
  if (phase.status === 'open-stopped') return stopped(phase, view);
  const outcome = outcomeOf(phase, view);
  return outcome ? outcomePanel({ problem: problemOf(phase), ...outcome }) : nothing;
}

function opening(
  phase: Extract<BookPhase, { status: 'opening' | 'open-failed' }>,
  { elapsedSeconds, actions }: PickerView,
): TemplateResult {
  const ubrn = html`<span class="ui-number">${formatUbrn(phase.ubrn)}</span>`;
  const part =
    phase.status === 'opening'
      ? loadingPart({
          what: html`Reading referral ${ubrn} and its slots`,
          elapsedSeconds,
          stop: { what: 'reading the referral', onPress: actions.stopReading },
        })
      : problemPart({
          problem: phase.problem,
          safe: html`Referral ${ubrn} was not opened. Nothing was sent and nothing was lost.`,
          action: openAgain(actions),
        });
  return html`<div class="outcome">${part}</div>`;
}

function stopped(
  { ubrn }: Extract<BookPhase, { status: 'open-stopped' }>,
  { actions }: PickerView,
): TemplateResult {
  const what = html`reading referral <span class="ui-number">${formatUbrn(ubrn)}</span>`;
  return html`<div class="outcome">${stoppedPart(what, openAgain(actions))}</div>`;
}

function openAgain({ open }: PickerView['actions']): TemplateResult {
  return button({ label: 'Try again', onPress: () => void open() });
}

function problemOf(phase: BookPhase): Problem | undefined {
  return 'problem' in phase ? phase.problem : undefined;
}

function outcomeOf(phase: BookPhase, view: PickerView): Outcome | undefined {
  switch (phase.status) {
    case 'needs-services':
      return NEEDS_SERVICES;
    case 'booked':
    case 'deferred':
    case 'sent-for-triage':
      return ended(phase, view);
    case 'unanswered':
      return phase.isUnderWay ? underWay(phase, view) : unanswered(phase, view);
    case 'slot-gone':
      return slotGone(phase, view);
    case 'slot-unsuitable':
      return slotUnsuitable(phase, view);
    case 'provider-refused':
      return providerRefused(phase, view);
    case 'referral-changed':
      return referralChanged(phase, view);
    case 'locked':
      return locked(phase, view);
    case 'not-allowed':
      return notAllowed(phase, view);
    default:
      return undefined;
  }
}

const NEEDS_SERVICES: Outcome = {
  kind: 'warn',
  title: 'e-RS did not return the shortlist over this connection: search again',
  content: 'Without it, we cannot ask for slots. Nothing was sent and nothing was lost.',
  rest: html`<p>
    Search again for the services of this referral, then book from there. Or book in the e-RS
    application.
  </p>`,
};
