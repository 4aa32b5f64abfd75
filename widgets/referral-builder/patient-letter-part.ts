import { html, nothing, type TemplateResult } from 'lit';
import { ukTime } from '../../src/domain/uk-time.ts';
import type {
  PatientLetterFlow,
  PatientLetterState,
} from '../../src/flows/print-patient-letter.ts';
import { button, unavailableAction } from '../../src/ui/button.ts';
import { lengthOfTime } from '../../src/ui/format.ts';
import { stopButton } from '../../src/ui/loading.ts';
import { problemPart } from '../../src/ui/problem.ts';
import { filedWords } from './letter-words.ts';
import { call, partHeading, stopping, type Screen } from './screen.ts';

const BEFORE_BOOKING =
  'Print it before you book: once the referral is booked or deferred, e-RS no longer gives this ' +
  'letter over HSCN.';

/** The letter that tells the patient the UBRN, and how to book. */
export function patientLetterPart(screen: Screen): TemplateResult | typeof nothing {
  const letter = screen.flow.patientLetter;
  if (!letter) return nothing;
  return html`<section
    class="step__part ui-stack patient-letter"
    aria-label="Letter for the patient"
  >
    ${partHeading(screen, 'Letter for the patient')} ${content(screen, letter)}
  </section>`;
}

function content(screen: Screen, letter: PatientLetterFlow): TemplateResult {
  const { state } = letter;
  if (state.status === 'not-available') {
    return unavailableAction({
      label: 'Print the patient letter',
      reason: WHY_NOT[state.because],
    });
  }
  // What comes of it stands in a line that is there before, so that nothing moves.
  return html`<p>${BEFORE_BOOKING}</p>
    ${
      state.status === 'failed'
        ? problemPart({
            problem: state.problem,
            safe: 'The letter was not printed. The referral is unchanged.',
          })
        : nothing
    }
    <div class="ui-row">
      ${state.status === 'ready' ? readyActions(screen, letter, state) : getButton(screen, letter)}
      ${state.status === 'fetching' ? stopButton(stopping(screen, { what: 'getting the letter', onPress: letter.actions.stop }, '#print-patient-letter')) : nothing}
    </div>
    <p class="patient-letter__line">${lineOf(screen, state)}</p>`;
}

/** No longer than one line of a narrow widget. */
function lineOf(
  { elapsed }: Screen,
  state: PatientLetterState,
): TemplateResult | string | typeof nothing {
  if (state.status === 'fetching') return `${lengthOfTime(elapsed)} so far.`;
  if (state.status === 'available' && state.isStopped) return 'You stopped getting the letter.';
  if (state.status !== 'ready') return nothing;
  const { at, filed } = state;
  return html`<strong>Ready,</strong> made at ${ukTime(at)}. Open it, then print.
    ${isRefused(filed) ? filedWords(filed) : nothing}`;
}

/** One button all the while, so that the focus stays on it until the letter is there. */
function getButton({ session }: Screen, { state, actions }: PatientLetterFlow): TemplateResult {
  return button({
    id: 'print-patient-letter',
    label: state.status === 'failed' ? 'Get the letter again' : 'Print the patient letter',
    busy: state.status === 'fetching' ? 'Getting the letter…' : undefined,
    unavailable: session.can('print-patient-letter')
      ? undefined
      : 'Not available for your role. A referring clinician or their admin can print it.',
    onPress: call(actions.fetch),
  });
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

function readyActions(
  { linkTo }: Screen,
  { actions }: PatientLetterFlow,
  { file, filed }: Extract<PatientLetterState, { status: 'ready' }>,
): TemplateResult {
  const url = linkTo(file.bytes);
  return html`<a
      class="ui-button"
      href=${url}
      target="_blank"
      rel="noopener"
      id="open-patient-letter"
      >Open to print<span class="ui-hidden"> the patient letter, in a new tab</span></a
    >
    <a class="ui-button ui-button--link" href=${url} download=${file.name} id="save-patient-letter"
      >Save<span class="ui-hidden"> the patient letter</span></a
    >
    ${fileButton(actions, filed)}`;
}

type Filed = Extract<PatientLetterState, { status: 'ready' }>['filed'];

/** It stays in its place whatever comes of it, as it has the focus. */
function fileButton(actions: PatientLetterFlow['actions'], filed: Filed): TemplateResult {
  const isOver = filed !== undefined && filed !== 'asking' && !isRefused(filed);
  return button({
    id: 'file-patient-letter',
    label: 'File it in the record',
    kind: 'link',
    busy: filed === 'asking' ? 'Asking the record…' : undefined,
    unavailable: isOver ? filedWords(filed) : undefined,
    onPress: call(actions.file),
  });
}

/** The record may take it at another try. */
function isRefused(filed: Filed): filed is Exclude<Filed, undefined | 'asking'> {
  return typeof filed === 'object' && filed.status === 'rejected';
}
