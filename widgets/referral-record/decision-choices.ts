import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Forbidden } from '../../src/domain/permission.ts';
import type { ReviewAction, ReviewDecision } from '../../src/domain/review-decisions.ts';
import { button } from '../../src/ui/button.ts';
import { decisionForm } from './decision-form.ts';
import { ACTION_WORDS, hintWords, WHY, whoWords } from './decision-words.ts';
import type { Screen } from './screen.ts';

// The group has the referral's own name: Chromium takes a group whose chosen radio was taken out of
// the page for one that still has it, and Tab then passes all of them by.
/** Every decision, none chosen; what is forbidden keeps its place, with why and who can. */
export function decisionChoices(screen: Screen): TemplateResult {
  const choices = screen.state.decisions.filter(({ action }) => action !== 'cancel-referral');
  return html`<fieldset class="ui-group choices">
    <legend class="ui-hidden">What do you decide?</legend>
    ${choices.map((decision) => choice(screen, decision))}
  </fieldset>`;
}

function choice(screen: Screen, decision: ReviewDecision): TemplateResult {
  const { action } = decision;
  const { chosen, referral } = screen.state;
  const id = `decide-${action}`;
  const isChosen = chosen === action;
  const off = !decision.allowed;
  const { name, key } = ACTION_WORDS[action];
  return html`<div class="choice ${off ? 'choice--forbidden' : ''}">
    <div class="choice__head nhsuk-radios nhsuk-radios--small ui-choices">
      <div class="nhsuk-radios__item">
        <input
          class="nhsuk-radios__input"
          type="radio"
          name="decision-${screen.state.ubrn}"
          id=${id}
          .checked=${live(isChosen)}
          aria-disabled=${off ? 'true' : nothing}
          aria-describedby="${id}-note"
          @click=${off ? refuse : nothing}
          @change=${() => screen.actions.choose(action)}
        />
        <label class="nhsuk-radios__label" for=${id}>${name}</label>
      </div>
      ${key && !off && screen.letterKeys ? html`<kbd aria-hidden="true">${key}</kbd>` : nothing}
    </div>
    <div class="choice__note" id="${id}-note">
      ${off ? whyAndWho(decision) : html`<span class="ui-hint">${referral ? hintWords(action, referral) : ''}</span>`}
    </div>
    ${isChosen && !off ? decisionForm(screen, action) : nothing}
  </div>`;
}

export function whyAndWho({ why, whoCan }: Forbidden): TemplateResult {
  return html`<div class="why">
    <strong>Why:</strong> ${WHY[why]} <strong>Who can:</strong> ${whoWords(whoCan)}
  </div>`;
}

/** Apart from the decisions, as it ends the referral for good. */
export function cancelChoice(screen: Screen): TemplateResult | typeof nothing {
  const decision = screen.state.decisions.find(({ action }) => action === 'cancel-referral');
  if (!decision) return nothing;
  return decision.allowed
    ? html`<div>
        ${button({
          label: 'Cancel referral',
          kind: 'link',
          id: `decide-${'cancel-referral' satisfies ReviewAction}`,
          onPress: () => screen.choose('cancel-referral'),
        })}
      </div>`
    : html`<div class="choice--forbidden">
        <strong>Cancel referral</strong>
        ${whyAndWho(decision)}
      </div>`;
}

function refuse(event: Event): void {
  event.preventDefault();
}
