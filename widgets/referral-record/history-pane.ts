import { html, nothing, type TemplateResult } from 'lit';
import type { Instant } from '../../src/domain/instant.ts';
import type { Referral } from '../../src/domain/referral.ts';
import { paneHeading } from './pane.ts';
import { appointmentWords, dateAndTime } from './record-words.ts';
import type { Screen } from './screen.ts';

interface Happening {
  at: Instant;
  what: string;
}

/** What e-RS tells the time of, newest first. It tells no more of a referral's past. */
export function historyPane({ state: { referral } }: Screen): TemplateResult {
  const all = referral ? happenings(referral) : [];
  return html`<section class="pane pane--history ui-stack" data-pane aria-label="History">
    ${paneHeading('History')}
    <ol class="ui-plain-list timeline">
      ${all.map(
        ({ at, what }) =>
          html`<li>
            <strong class="ui-number">${dateAndTime(at)}</strong>
            <div>${what}</div>
          </li>`,
      )}
    </ol>
    ${all.length === 0 ? html`<p>e-RS tells the time of nothing in this referral.</p>` : nothing}
  </section>`;
}

function happenings(referral: Referral): Happening[] {
  const { letters, appointment, pathwayStart } = referral;
  const { clinicalInfoFirstSubmitted: first, clinicalInfoLastUpdated: updated } = referral;
  const known: { at: Instant | undefined; what: string }[] = [
    ...letters.map(({ attachedAt, name }) => ({ at: attachedAt, what: `File added: ${name}` })),
    { at: appointment?.created, what: `Appointment: ${appointmentWords(referral)}` },
    { at: first, what: 'Clinical information first submitted' },
    { at: updated === first ? undefined : updated, what: 'Clinical information updated' },
    { at: pathwayStart, what: 'Pathway started' },
  ];
  return known
    .flatMap(({ at, what }) => (at ? [{ at, what }] : []))
    .sort((a, b) => b.at.localeCompare(a.at));
}
