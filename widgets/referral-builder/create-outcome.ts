import { html, nothing, type TemplateResult } from 'lit';
import type { CreatePhase } from '../../src/flows/create-referral.ts';
import { unavailableAction } from '../../src/ui/button.ts';
import { problemPart } from '../../src/ui/problem.ts';
import { doubtMessage, doubtsOf } from './create-doubt.ts';
import { notKnownMessage } from './earlier-notices.ts';
import { openingPart, openReferralField } from './open-referral.ts';
import type { Screen } from './screen.ts';

const LOOK_IN_ERS =
  'Over this connection a referral cannot be looked up by patient. Look in the e-RS application, ' +
  'by the patient’s NHS number. If it is there, open it here by its UBRN. If it is not there, ' +
  'phone your local service desk and give them the reference above.';

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
        <p>${LOOK_IN_ERS}</p>
        ${notAgain} ${openReferralField(screen)} ${openingPart(screen)}
      </section>`;
    case 'not-looked-up':
      return notKnownMessage(screen, phase.problem);
    default:
      return nothing;
  }
}

const notAgain = unavailableAction({
  label: 'Create again',
  reason: 'Not available: a second referral could be made. First look in the e-RS application.',
});
