import { html, nothing, type TemplateResult } from 'lit';
import type { SearchCriteria } from '../../src/domain/criteria.ts';
import { addDays } from '../../src/domain/instant.ts';
import type { LetterIntention } from '../../src/domain/referral.ts';
import { clinicalDay } from '../../src/domain/uk-time.ts';
import type {
  CreateField,
  CreatePhase,
  CreateReferralState,
} from '../../src/flows/create-referral.ts';
import { button } from '../../src/ui/button.ts';
import { commitArea } from '../../src/ui/commit-area.ts';
import { dataTable } from '../../src/ui/data-table.ts';
import { errorSummary } from '../../src/ui/error-summary.ts';
import { factList, type Fact } from '../../src/ui/facts.ts';
import { counted, lengthOfTime } from '../../src/ui/format.ts';
import { radios } from '../../src/ui/radios.ts';
import { textField } from '../../src/ui/text-field.ts';
import { checkRows } from './check-facts.ts';
import { createOutcome } from './create-outcome.ts';
import { responsibleName } from './responsible.ts';
import { partHeading, stepHeading, type Screen } from './screen.ts';
import { inShort } from './shortlist-tray.ts';
import { LETTER_FIRST } from './triage-words.ts';
import { distanceWords, priorityWords, subjectWords } from './words.ts';

/** Step 2: what is known about the shortlist, what is still to choose, and the create. */
export function checkStep(screen: Screen): TemplateResult {
  const { state } = screen.flow.create;
  const { status } = state.phase;
  const outcome = createOutcome(screen, state.phase);
  if (status === 'unknown' || status === 'blocked') {
    return html`<div class="step step--outcome">${outcome}</div>`;
  }
  return html`<div class="split">
      <section class="split__main">
        ${outcome}${stepHeading(screen, 'Check before you create')}
        <p class="ui-faint">
          For information only. These are facts from e-RS, the services and your record. They do not
          decide whether to refer.
        </p>
        ${dataTable({
          caption: 'Checks',
          hideCaption: true,
          columns: ['Check', 'Result', 'What we found'],
          rows: checkRows(screen),
        })}
        ${state.errors.length > 0 ? errorSummary(errorsOf(state)) : nothing} ${choices(screen)}
      </section>
      <aside class="split__side" aria-label="Shortlist and search">${aside(screen)}</aside>
    </div>
    ${createArea(screen)}`;
}

const ERRORS: Record<CreateField, string> = {
  letterIntention: 'Select whether you will add a letter',
  reminderDays: 'Enter the reminder in whole days, or 0 for none',
};

function errorsOf({ errors }: CreateReferralState): { fieldId: string; text: string }[] {
  return errors.map(({ field }) => ({ fieldId: field, text: ERRORS[field] }));
}

function errorOf({ errors }: CreateReferralState, field: CreateField): string | undefined {
  return errors.some((error) => error.field === field) ? ERRORS[field] : undefined;
}

const NOT_AVAILABLE: Record<LetterIntention, string> = {
  NEED_TO_ADD_LATER:
    'Not available: none of these services needs a letter, so e-RS does not let you announce one. You can still attach one at step 3.',
  NOT_INTENDING_TO_ADD:
    'Not available: a shortlisted service needs a letter. You attach it at step 3.',
};

const INTENTIONS: readonly { value: LetterIntention; label: string }[] = [
  { value: 'NEED_TO_ADD_LATER', label: 'I will add a letter' },
  { value: 'NOT_INTENDING_TO_ADD', label: 'I do not intend to add a letter' },
];

function choices({ flow, today }: Screen): TemplateResult {
  const { state, actions } = flow.create;
  const { onlyIntention, triage } = state;
  if (triage) return html`<p>${LETTER_FIRST}: you attach it at step 3. There is no reminder.</p>`;
  return html`<div class="check__choices">
    ${radios<LetterIntention>({
      id: 'letterIntention',
      label: 'Referral letter',
      error: errorOf(state, 'letterIntention'),
      options: INTENTIONS.map(({ value, label }) => ({
        value,
        label,
        unavailable: onlyIntention && onlyIntention !== value ? NOT_AVAILABLE[value] : undefined,
      })),
      value: state.letterIntention,
      onChange: (letterIntention) => actions.change({ letterIntention }),
    })}
    ${textField({
      id: 'reminderDays',
      label: 'Remind the patient to book',
      hint: reminderHint(state.reminderDays, today),
      error: errorOf(state, 'reminderDays'),
      value: state.reminderDays,
      width: 'short',
      inputMode: 'numeric',
      suffix: 'days after today if nothing is booked',
      onInput: (reminderDays) => actions.change({ reminderDays }),
    })}
  </div>`;
}

function reminderHint(days: string, today: Screen['today']): string {
  const none = 'Enter 0 for no reminder.';
  if (!/^\d{1,4}$/.test(days.trim())) return none;
  const count = Number(days);
  return count === 0 ? 'No reminder.' : `That is ${clinicalDay(addDays(today, count))}. ${none}`;
}

function aside(screen: Screen): TemplateResult {
  const { shortlist } = screen.flow.find.state;
  const criteria = searchedWith(screen);
  return html`${partHeading(screen, 'Shortlist, in the patient’s order')}
    <ol class="ui-plain-list aside__list">
      ${shortlist.map(
        (service, index) =>
          html`<li>
            <div>${index + 1}. ${service.name}</div>
            <div class="ui-faint">${inShort(service)}</div>
          </li>`,
      )}
    </ol>
    ${backToFind(screen, 'Change the shortlist')} ${partHeading(screen, 'Search used')}
    ${criteria ? factList({ facts: criteriaFacts(criteria) }) : nothing}
    ${backToFind(screen, 'Change the search')}`;
}

/** While it is sent the note of the commit area says why not; a reason here would move the button. */
function backToFind({ flow }: Screen, label: string): TemplateResult {
  return button({
    label,
    kind: 'link',
    busy: flow.create.state.phase.status === 'sending' ? label : undefined,
    onPress: () => flow.actions.goTo('find'),
  });
}

function searchedWith({ flow }: Screen): SearchCriteria | undefined {
  const { search } = flow.find.state;
  return 'criteria' in search ? search.criteria : undefined;
}

function criteriaFacts(criteria: SearchCriteria): Fact[] {
  const { specialty, clinicType, clinicalTerm, namedClinician } = criteria;
  const coded = Object.entries({
    Specialty: specialty,
    'Clinic type': clinicType,
    'Clinical term': clinicalTerm,
    'Named clinician': namedClinician,
  });
  const { distanceLimit, postcode, waitLimit, ageAndGenderAppropriate } = criteria;
  const where =
    postcode && `${distanceLimit ? distanceWords(distanceLimit) : 'Any distance'} from ${postcode}`;
  return [
    ...coded.flatMap(([label, value]) =>
      value ? [{ label, value: value.display ?? value.code }] : [],
    ),
    ...(where ? [{ label: 'Distance', value: where }] : []),
    ...(waitLimit === undefined ? [] : [{ label: 'Wait limit', value: counted(waitLimit, 'day') }]),
    { label: 'Age and sex', value: ageAndGenderAppropriate ? 'Appropriate only' : 'All' },
  ];
}

function createArea(screen: Screen): TemplateResult {
  const { session, today } = screen;
  return commitArea({
    doing: isSent(screen)
      ? 'You are creating, and sending for triage, a referral for'
      : 'You are creating a referral for',
    patient: session.patient,
    today,
    facts: createFacts(screen),
    note: createNote(screen),
    primary: createButton(screen),
    back: backToFind(screen, 'Back to services'),
    training: session.environment === 'training',
  });
}

function createFacts(screen: Screen): Fact[] {
  const { state } = screen.flow.find;
  const criteria = searchedWith(screen);
  return [
    { label: 'Priority', value: priorityWords(criteria?.priority), strong: true },
    { label: 'For', value: criteria ? subjectWords(criteria) : 'Not known', strong: true },
    { label: 'Services', value: String(state.shortlist.length), strong: true },
    { label: 'Responsible', value: responsibleName(screen), strong: true },
  ];
}

/** For triage, as it is created. */
function isSent({ flow }: Screen): boolean {
  return flow.create.state.triage === 'at-once';
}

function createNote(screen: Screen): string {
  const { flow, elapsed } = screen;
  if (flow.create.state.phase.status === 'sending') {
    return `Waiting for e-RS: ${lengthOfTime(elapsed)} so far. It was sent once. Keep this page open.`;
  }
  return isSent(screen)
    ? 'This makes the referral in e-RS, gives it a UBRN and sends it for triage. It does not send a letter.'
    : 'This makes the referral in e-RS and gives it a UBRN. It does not book, and it does not send a letter.';
}

function createButton(screen: Screen): TemplateResult {
  const { flow, session, focus } = screen;
  const { phase } = flow.create.state;
  const create = (): void => {
    if (flow.create.state.phase.status === 'refused') flow.create.actions.back();
    void flow.create.actions.create();
    if (flow.create.state.errors.length > 0) focus('[data-error-summary]');
  };
  return button({
    id: 'create',
    kind: 'primary',
    label: `Create ${session.environment === 'training' ? 'training ' : ''}referral${isSent(screen) ? ' and send for triage' : ''}`,
    busy: phase.status === 'sending' || phase.status === 'created' ? 'Creating…' : undefined,
    unavailable: whyNotCreate(screen, phase),
    onPress: create,
  });
}

function whyNotCreate(
  { session, whyNotSend }: Screen,
  { status }: CreatePhase,
): string | undefined {
  if (!session.can('create-referral')) {
    return 'Not available for your role. A referring clinician or their admin can refer.';
  }
  return status === 'not-looked-up'
    ? 'Not available yet: first we must know what was sent for this patient before.'
    : whyNotSend;
}
