import { html, nothing, type TemplateResult } from 'lit';
import { formatUbrn } from '../../src/domain/ubrn.ts';
import type { BookPhase } from '../../src/flows/book-slot.ts';
import { button } from '../../src/ui/button.ts';
import { loadingPart } from '../../src/ui/loading.ts';
import { message } from '../../src/ui/message.ts';
import { problemPart } from '../../src/ui/problem.ts';
import { deferralForm } from './deferral-form.ts';
import { alreadyBooked, alreadyDeferred, booked, deferred } from './done.ts';
import type { Screen } from './phase-memory.ts';
import type { PickerView } from './picker-view.ts';
import { referralChanged } from './referral-changed.ts';
import { locked, notAllowed, providerRefused, slotGone, slotUnsuitable } from './refusals.ts';
import { unanswered } from './unanswered.ts';
import { waiting } from './waiting.ts';

/** Every screen but the choice of a slot itself. */
export function screenOf(screen: Screen, view: PickerView): TemplateResult | typeof nothing {
  const { deferral, phase } = view.state;
  if (screen === 'deferral' && deferral) return deferralForm(deferral, view);
  if (phase.status === 'sending' || phase.status === 'reading-back') return waiting(phase, view);
  return panel(outcome(phase, view));
}

function panel(content: TemplateResult | typeof nothing): TemplateResult {
  return html`<section class="outcome ui-stack">${content}</section>`;
}

function outcome(phase: BookPhase, view: PickerView): TemplateResult | typeof nothing {
  switch (phase.status) {
    case 'opening':
      return loadingPart({
        what: `Reading referral ${formatUbrn(phase.ubrn)} and its slots`,
        elapsedSeconds: view.elapsedSeconds,
      });
    case 'open-failed':
      return openFailed(phase, view);
    case 'needs-services':
      return needsServices();
    case 'booked':
      return view.endedBefore ? alreadyBooked(view) : booked(phase, view);
    case 'deferred':
      return view.endedBefore ? alreadyDeferred(phase, view) : deferred(phase, view);
    case 'unanswered':
      return unanswered(phase, view);
    default:
      return refusal(phase, view);
  }
}

function refusal(phase: BookPhase, view: PickerView): TemplateResult | typeof nothing {
  switch (phase.status) {
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
      return nothing;
  }
}

function openFailed(
  { ubrn, problem }: Extract<BookPhase, { status: 'open-failed' }>,
  { actions }: PickerView,
): TemplateResult {
  return problemPart({
    problem,
    safe: `Referral ${formatUbrn(ubrn)} was not opened. Nothing was sent and nothing was lost.`,
    action: button({ label: 'Try again', onPress: () => void actions.open() }),
  });
}

function needsServices(): TemplateResult {
  return html`${message({
      kind: 'warn',
      title: 'e-RS did not return the shortlist over this connection',
      content: 'Without it, we cannot ask for slots. Nothing was sent and nothing was lost.',
      takesFocus: true,
    })}
    <p>
      Search again for the services of this referral, then book from there. Or book in the e-RS
      application.
    </p>`;
}
