import { html, nothing, type TemplateResult } from 'lit';
import { ukTime } from '../../src/domain/uk-time.ts';
import type {
  PatientLetterFlow,
  PatientLetterState,
} from '../../src/flows/print-patient-letter.ts';
import { button, unavailableAction } from '../../src/ui/button.ts';
import { loadingPart } from '../../src/ui/loading.ts';
import { problemPart } from '../../src/ui/problem.ts';
import { call, partHeading, type Screen } from './screen.ts';

const BEFORE_BOOKING =
  'Print it before you book: once the referral is booked or deferred, e-RS no longer gives this ' +
  'letter over HSCN.';

/** The letter that tells the patient the UBRN, and how to book. */
export function patientLetterPart(screen: Screen): TemplateResult | typeof nothing {
  const letter = screen.flow.patientLetter;
  if (!letter) return nothing;
  return html`<section class="step__part ui-stack" aria-label="Letter for the patient">
    ${partHeading(screen, 'Letter for the patient')} ${content(screen, letter)}
  </section>`;
}

function content(screen: Screen, letter: PatientLetterFlow): TemplateResult {
  const { state, actions } = letter;
  switch (state.status) {
    case 'available':
      return html`<p>${BEFORE_BOOKING}</p>
        ${button({
          label: 'Print the patient letter',
          unavailable: screen.session.can('print-patient-letter')
            ? undefined
            : 'Not available for your role. A referring clinician or their admin can print it.',
          onPress: call(actions.fetch),
        })}`;
    case 'not-available':
      return unavailableAction({
        label: 'Print the patient letter',
        reason: WHY_NOT[state.because],
      });
    case 'fetching':
      return loadingPart({ what: 'Getting the patient letter', elapsedSeconds: screen.elapsed });
    case 'failed':
      return problemPart({
        problem: state.problem,
        safe: 'The letter was not printed. The referral is unchanged.',
        action: button({ label: 'Get the letter again', onPress: call(actions.fetch) }),
      });
    case 'ready':
      return ready(screen, letter, state);
  }
}

const WHY_NOT = {
  booked:
    'Not available: the referral is booked, and e-RS then no longer gives this letter over HSCN. ' +
    'Print the confirmation of the appointment instead.',
  deferred:
    'Not available: the referral is deferred to the provider, and e-RS then no longer gives this ' +
    'letter over HSCN. The provider contacts the patient.',
  'other-state':
    'Not available: e-RS gives this letter only while the referral is unbooked and not deferred.',
};

function ready(
  { linkTo }: Screen,
  { actions }: PatientLetterFlow,
  { file, at, filed }: Extract<PatientLetterState, { status: 'ready' }>,
): TemplateResult {
  const url = linkTo(file.bytes);
  return html`<p>
      <strong>The patient letter is ready.</strong> e-RS made it at ${ukTime(at)}. Open it, then
      print it from there.
    </p>
    <div class="ui-row">
      <a class="ui-button" href=${url} target="_blank" rel="noopener" id="open-patient-letter"
        >Open to print<span class="ui-hidden"> the patient letter, in a new tab</span></a
      >
      <a
        class="ui-button ui-button--link"
        href=${url}
        download=${file.name}
        id="save-patient-letter"
        >Save<span class="ui-hidden"> the patient letter</span></a
      >
      ${
        filed === undefined
          ? button({ label: 'File it in the record', kind: 'link', onPress: call(actions.file) })
          : nothing
      }
    </div>
    ${filed === undefined ? nothing : html`<p role="status">${filedWords(filed)}</p>`}`;
}

type Filed = NonNullable<Extract<PatientLetterState, { status: 'ready' }>['filed']>;

const FILED = {
  accepted: 'Filed in the record.',
  queued: 'Sent to the record, which has not confirmed it yet.',
  rejected: 'Not filed: the record did not take it. Save it and file it yourself.',
  unsupported: 'Not filed: this record takes no files from here. Save it and file it yourself.',
};

function filedWords(filed: Filed): string {
  return filed === 'asking' ? 'Asking the record…' : FILED[filed.status];
}
