import { html, nothing, type TemplateResult } from 'lit';
import type { Role } from '../../src/domain/user.ts';
import { button } from '../../src/ui/button.ts';
import { message } from '../../src/ui/message.ts';
import { problemPart } from '../../src/ui/problem.ts';
import { radios } from '../../src/ui/radios.ts';
import { roleName } from './role-names.ts';
import type { Choice, StateOf } from './session-views.ts';

/** Nobody is chosen beforehand: all that follows is in the name of the one who is. */
export function clinicianView(
  { role, clinicians, refusal, isSending }: StateOf<'choosing-clinician'>,
  { chosen, missing, onChange, onContinue, onAgain }: Choice & { onAgain: () => void },
): TemplateResult {
  const again = button({ label: 'Ask e-RS again', onPress: onAgain });
  const refused = refusal?.problem
    ? problemPart({ problem: refusal.problem, safe: 'Nothing was sent.', action: again })
    : nothing;
  if (clinicians.length === 0)
    return html`<section class="session__panel ui-stack">
      ${refused === nothing ? nobody(role, again) : refused}
    </section>`;
  return html`<section class="session__panel ui-stack">
    <h2 class="ui-h2" tabindex="-1" data-focus-heading>For which clinician are you acting?</h2>
    <p>
      As ${roleName(role).toLowerCase()} you act for a clinician of your service, and e-RS records
      both of you. Nobody is chosen for you.
    </p>
    ${refused}
    ${radios({
      id: 'clinician',
      label: 'Clinician',
      value: chosen === undefined ? undefined : String(chosen),
      error: missing ? 'Select a clinician' : undefined,
      options: clinicians.map(({ sdsUserId, name }, index) => ({
        value: String(index),
        label: name ?? `User ${sdsUserId}`,
        hint: name ? `User ${sdsUserId}` : 'Your clinical system could not name this user.',
      })),
      onChange: (value) => onChange(Number(value)),
    })}
    <div>
      ${button({ label: 'Continue', kind: 'primary', busy: isSending && 'Telling e-RS…', onPress: onContinue })}
    </div>
    <div class="ui-hidden" role="alert">${missing ? 'Error: Select a clinician' : nothing}</div>
  </section>`;
}

function nobody(role: Role, again: TemplateResult): TemplateResult {
  return html`${message({
      kind: 'warn',
      title: 'e-RS names no clinician whom you may act for',
      content: `As ${roleName(role).toLowerCase()} you can do nothing without one. Tell whoever looks after e-RS users at ${role.organisation.name ?? role.organisation.odsCode}.`,
      takesFocus: true,
    })}
    <div>${again}</div>`;
}
