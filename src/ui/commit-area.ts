import { html, nothing, type TemplateResult } from 'lit';
import type { LocalDate } from '../domain/instant.ts';
import type { Patient } from '../domain/patient.ts';
import { factList, type Fact } from './facts.ts';
import { readBack } from './patient-banner.ts';
import { trainingBand } from './training-frame.ts';

export interface CommitAreaOptions {
  /** "You are creating a referral for". */
  doing: string | TemplateResult;
  /** What is done, above the patient, where it is a thing of its own: the slot. */
  subject?: string | TemplateResult | undefined;
  patient: Patient;
  today: LocalDate;
  facts?: readonly Fact[] | undefined;
  /** What this does and does not do; or why it cannot be done yet. */
  note?: string | TemplateResult | undefined;
  /** One primary button. */
  primary: TemplateResult;
  /** One way back, as a link. */
  back?: TemplateResult | undefined;
  training?: boolean | undefined;
  /** Stays in sight while what it is about is scrolled. */
  inSight?: boolean | undefined;
}

/** The last thing in a widget: what is about to be done, for whom, and the one button that does it. */
export function commitArea(options: CommitAreaOptions): TemplateResult {
  const { doing, subject, patient, today, facts, note, primary, back, training, inSight } = options;
  return html`<section
    class="ui-commit ${inSight ? 'ui-commit--in-sight' : ''}"
    aria-labelledby="ers-doing"
  >
    ${training ? trainingBand() : nothing}
    <div class="ui-commit__what">
      <div class="ui-faint" id="ers-doing">${doing}</div>
      ${subject ? html`<div class="ui-commit__subject">${subject}</div>` : nothing}
      ${readBack(patient, today)} ${facts ? factList({ facts, layout: 'line' }) : nothing}
    </div>
    <div class="ui-commit__how">
      ${note ? html`<div class="ui-hint">${note}</div>` : nothing}
      <div class="ui-row ui-row--end">${primary}${back ?? nothing}</div>
    </div>
  </section>`;
}
