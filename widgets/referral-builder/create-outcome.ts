import { html, nothing, type TemplateResult } from 'lit';
import { clinicalMoment, ukTimeWithSeconds } from '../../src/domain/uk-time.ts';
import type { CreatePhase } from '../../src/flows/create-referral.ts';
import { unavailableAction } from '../../src/ui/button.ts';
import { factList } from '../../src/ui/facts.ts';
import { message } from '../../src/ui/message.ts';
import { problemPart, problemReferences } from '../../src/ui/problem.ts';
import { openingPart, openReferralField } from './open-referral.ts';
import type { Screen } from './screen.ts';

const LOOK_IN_ERS =
  'Over this connection a referral cannot be looked up by patient. Look in the e-RS application, ' +
  'by the patient’s NHS number. If it is there, open it here by its UBRN. If it is not there, ' +
  'phone your local service desk and give them the references below.';

/** What has become of a create that is not simply under way or done. */
export function createOutcome(screen: Screen, phase: CreatePhase): TemplateResult | typeof nothing {
  switch (phase.status) {
    case 'refused':
      return problemPart({
        problem: phase.problem,
        safe: 'The referral was not created. What you chose is still here.',
      });
    case 'unknown':
      return unknown(screen, phase);
    case 'blocked':
      return blocked(screen, phase);
    default:
      return nothing;
  }
}

function unknown(
  screen: Screen,
  { sentAt, problem }: Extract<CreatePhase, { status: 'unknown' }>,
): TemplateResult {
  return html`<section class="ui-stack">
    ${message({
      kind: 'warn',
      title: 'We do not know if the referral was made',
      content: html`It was sent once at ${ukTimeWithSeconds(sentAt)} and the answer was lost.
        <strong>Do not create it again, here or in e-RS.</strong>`,
      takesFocus: true,
    })}
    <p>${LOOK_IN_ERS}</p>
    ${factList({ facts: problemReferences(problem), layout: 'ids' })} ${notAgain}
    ${openReferralField(screen)} ${openingPart(screen)}
  </section>`;
}

function blocked(
  screen: Screen,
  { intents }: Extract<CreatePhase, { status: 'blocked' }>,
): TemplateResult {
  return html`<section class="ui-stack">
    ${message({
      kind: 'warn',
      title: 'An earlier referral for this patient may have been made',
      content: html`It was sent ${intents.map(({ sentAt }) => clinicalMoment(sentAt)).join(' and ')}
        and
        ${
          intents.some(({ state }) => state === 'sending')
            ? 'the answer is still awaited. This page goes on by itself when it comes.'
            : 'the answer was lost.'
        } <strong>Do not create it again, here or in e-RS.</strong>`,
      takesFocus: true,
    })}
    <p>${LOOK_IN_ERS}</p>
    ${factList({ facts: intents.map(({ id }) => ({ label: 'Reference', value: id })), layout: 'ids' })}
    ${notAgain} ${openReferralField(screen)} ${openingPart(screen)}
  </section>`;
}

const notAgain = unavailableAction({
  label: 'Create again',
  reason: 'Not available: a second referral could be made. First look in the e-RS application.',
});
