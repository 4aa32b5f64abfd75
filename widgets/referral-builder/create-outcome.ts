import { html, nothing, type TemplateResult } from 'lit';
import type { CreatePhase } from '../../src/flows/create-referral.ts';
import { unavailableAction } from '../../src/ui/button.ts';
import { problemPart } from '../../src/ui/problem.ts';
import { doubtMessage, doubtsOf } from './create-doubt.ts';
import { notKnownMessage } from './earlier-notices.ts';
import { lostNone, lostNotLoaded, lostView } from './lost-view.ts';
import { openingPart, openReferralField } from './open-referral.ts';
import type { Screen } from './screen.ts';

/** Until what finds it is there. */
const LOOK_IN_ERS =
  'Over this connection a referral cannot be looked up by patient. Look in the e-RS application, ' +
  'by the patient’s NHS number. If it is there, open it here by its UBRN. If it is not there, ' +
  'phone your local service desk. Give them any reference above.';

/** What has become of a create that is not simply under way or done. */
export function createOutcome(screen: Screen, phase: CreatePhase): TemplateResult | typeof nothing {
  switch (phase.status) {
    case 'refused':
      return problemPart({
        problem: phase.problem,
        safe: 'The referral was not created. What you chose is still here.',
      });
    case 'unknown':
    case 'blocked':
      return html`<section class="ui-stack">
        ${doubtMessage(doubtsOf(phase))}
        ${screen.flow.lost.length > 0 ? lostView(screen) : byUbrn(screen)}
        <div class="opening">${openingPart(screen)}</div>
        ${notAgain}
      </section>`;
    case 'ready':
      return screen.memory.saidNone ? lostNone() : nothing;
    case 'not-looked-up':
      return notKnownMessage(screen, phase.problem);
    default:
      return nothing;
  }
}

function byUbrn(screen: Screen): TemplateResult {
  return html`<p>${LOOK_IN_ERS}</p>
    ${screen.flow.state.lostNotLoaded ? lostNotLoaded(screen) : nothing}
    ${openReferralField(screen)}`;
}

const notAgain = unavailableAction({
  label: 'Create again',
  reason: 'Not available: a second referral could be made. First find out about this one.',
});
