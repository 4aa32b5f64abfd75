import { html, nothing, type TemplateResult } from 'lit';
import { PRIORITIES, type Priority } from '../../src/domain/criteria.ts';
import type {
  CriteriaDraft,
  CriteriaField,
  FindBy,
  ReferenceLists,
} from '../../src/flows/find-services.ts';
import { actsForClinician } from '../../src/domain/user.ts';
import { button } from '../../src/ui/button.ts';
import { checkbox } from '../../src/ui/checkbox.ts';
import { errorSummary } from '../../src/ui/error-summary.ts';
import { counted } from '../../src/ui/format.ts';
import { loadingPart, stopButton, stoppedPart } from '../../src/ui/loading.ts';
import { problemPart } from '../../src/ui/problem.ts';
import { radios } from '../../src/ui/radios.ts';
import { PRIORITY_NAMES, priorityInFull } from '../../src/ui/referral-words.ts';
import { select } from '../../src/ui/select.ts';
import { textField } from '../../src/ui/text-field.ts';
import { criteriaErrorWords } from './criteria-errors.ts';
import { lookUpField, onEnter } from './look-up-field.ts';
import { call, stepHeading, stopping, type Screen } from './screen.ts';

const FIND_BY: readonly { value: FindBy; label: string }[] = [
  { value: 'specialty', label: 'Specialty and clinic type' },
  { value: 'clinical-term', label: 'Clinical term' },
  { value: 'named-clinician', label: 'Named clinician' },
];

/** Miles offered; e-RS takes any whole number. */
const DISTANCES = [5, 10, 25, 50, 100];

/** The first column: what to search for. */
export function criteriaForm(screen: Screen): TemplateResult {
  const { state, actions } = screen.flow.find;
  const search = call(actions.search);
  return html`<section class="criteria" aria-label="Search for services">
    ${stepHeading(screen, 'Search for services')}
    ${
      state.errors.length > 0
        ? errorSummary(
            state.errors.map((error) => ({
              fieldId: error.field,
              text: criteriaErrorWords(error),
            })),
          )
        : nothing
    }
    <div class="criteria__fields" @keydown=${onEnter(search)}>
      ${whatToFind(screen)} ${priority(screen)} ${whereAndWhen(screen)} ${forWhom(screen)}
    </div>
    ${searchButton(screen, search)}
  </section>`;
}

function searchButton({ flow }: Screen, search: () => void): TemplateResult {
  const { state, actions } = flow.find;
  const { search: found, stale, shortlist } = state;
  const searching = found.status === 'searching' && !stale;
  return html`<div class="criteria__search">
    ${button({
      id: 'search',
      label: found.status === 'untouched' ? 'Search' : 'Search again',
      kind: shortlist.length === 0 ? 'primary' : 'secondary',
      busy: searching ? 'Searching…' : undefined,
      onPress: search,
    })}
    ${
      // Also here: what is found, and the other Stop, may be out of sight.
      searching ? stopButton({ what: 'searching', onPress: actions.stopSearch }) : nothing
    }
  </div>`;
}

function errorOf(screen: Screen, field: CriteriaField): string | undefined {
  const error = screen.flow.find.state.errors.find((candidate) => candidate.field === field);
  return error && criteriaErrorWords(error);
}

function change(screen: Screen, draft: Partial<CriteriaDraft>): void {
  screen.flow.find.actions.change(draft);
}

function whatToFind(screen: Screen): TemplateResult {
  const { draft } = screen.flow.find.state;
  return html`${radios({
    id: 'findBy',
    label: 'Find by',
    options: FIND_BY,
    value: draft.findBy,
    onChange: (findBy) => change(screen, { findBy }),
  })}${draft.findBy === 'specialty' ? specialtyAndClinicType(screen) : nothing}
  ${
    draft.findBy === 'clinical-term'
      ? lookUpField(screen, {
          field: 'clinicalTerm',
          value: draft.clinicalTerm,
          error: errorOf(screen, 'clinicalTerm'),
          onChoose: (clinicalTerm) => change(screen, { clinicalTerm }),
        })
      : nothing
  }
  ${
    draft.findBy === 'named-clinician'
      ? lookUpField(screen, {
          field: 'namedClinician',
          value: draft.namedClinician,
          error: errorOf(screen, 'namedClinician'),
          onChoose: (namedClinician) => change(screen, { namedClinician }),
        })
      : nothing
  }`;
}

function specialtyAndClinicType(screen: Screen): TemplateResult {
  const { state, actions } = screen.flow.find;
  const { lists } = state;
  const what = 'reading the e-RS lists';
  const again = button({
    label: 'Read the lists again',
    id: 'read-lists',
    onPress: call(actions.loadLists),
  });
  if (lists.status === 'loading') {
    return loadingPart({
      what: 'Reading the e-RS lists',
      elapsedSeconds: screen.elapsed,
      stop: stopping(screen, { what, onPress: actions.stopLists }, '#read-lists'),
    });
  }
  if (lists.status === 'stopped') return stoppedPart(what, again);
  if (lists.status === 'failed') {
    return problemPart({
      problem: lists.problem,
      safe:
        lists.problem.reason === 'session-ended'
          ? undefined
          : 'You can search by clinical term or named clinician meanwhile.',
      action: again,
    });
  }
  return twoLists(screen, lists.value);
}

function twoLists(screen: Screen, { specialties, clinicTypes }: ReferenceLists): TemplateResult {
  const { draft } = screen.flow.find.state;
  const offered = clinicTypes.filter(({ specialty }) => specialty === draft.specialty);
  return html`${select({
    id: 'specialty',
    label: 'Specialty',
    error: errorOf(screen, 'specialty'),
    prompt: 'Select a specialty',
    options: specialties.map(({ code, display }) => ({ value: code, label: display })),
    value: draft.specialty,
    onChange: (specialty) => change(screen, { specialty, clinicType: undefined }),
  })}${select({
    id: 'clinicType',
    label: 'Clinic type',
    error: errorOf(screen, 'clinicType'),
    prompt: draft.specialty ? 'Select a clinic type' : 'Select a specialty first',
    options: offered.map(({ code, display }) => ({ value: code, label: display })),
    value: draft.clinicType,
    onChange: (clinicType) => change(screen, { clinicType }),
  })}`;
}

function priority(screen: Screen): TemplateResult {
  const { lists, draft } = screen.flow.find.state;
  const offered: readonly Priority[] =
    lists.status === 'ready' && lists.value.priorities.length > 0
      ? lists.value.priorities.map(({ code }) => code)
      : PRIORITIES;
  return radios({
    id: 'priority',
    label: 'Priority',
    hint: 'You choose. Nothing is chosen for you.',
    error: errorOf(screen, 'priority'),
    options: offered.map((code) => ({ value: code, label: priorityInFull(code) })),
    value: draft.priority,
    onChange: (chosen) => change(screen, { priority: chosen }),
  });
}

function whereAndWhen(screen: Screen): TemplateResult {
  const { draft } = screen.flow.find.state;
  const fromRecord = draft.postcode && draft.postcode === screen.session.patient.postcode;
  return html`<div class="criteria__pair">
      ${textField({
        id: 'postcode',
        label: 'Postcode',
        error: errorOf(screen, 'postcode'),
        value: draft.postcode,
        onInput: (postcode) => change(screen, { postcode }),
      })}
      ${select({
        id: 'distance',
        label: 'Within',
        error: errorOf(screen, 'distance'),
        options: [
          { value: '', label: 'Any' },
          ...DISTANCES.map((miles) => ({ value: String(miles), label: counted(miles, 'mile') })),
        ],
        value: draft.distance === undefined ? '' : String(draft.distance),
        onChange: (miles) => change(screen, { distance: miles ? Number(miles) : undefined }),
      })}
    </div>
    <p class="ui-hint">
      ${fromRecord ? 'From the record. ' : ''}Change it if the patient wants to be seen elsewhere.
    </p>
    ${waitLimit(screen)}`;
}

function waitLimit(screen: Screen): TemplateResult {
  const { draft } = screen.flow.find.state;
  const off = draft.priority === 'TWO_WEEK_WAIT';
  return textField({
    id: 'waitLimit',
    label: 'Indicative wait no longer than',
    hint: off
      ? `The wait limit is not used for ${PRIORITY_NAMES.TWO_WEEK_WAIT}.`
      : `Optional. Not used for ${PRIORITY_NAMES.TWO_WEEK_WAIT}.`,
    error: errorOf(screen, 'waitLimit'),
    value: draft.waitLimit,
    width: 'short',
    inputMode: 'numeric',
    suffix: 'days',
    onInput: (waitLimitDays) => change(screen, { waitLimit: waitLimitDays }),
  });
}

function forWhom(screen: Screen): TemplateResult {
  const { draft } = screen.flow.find.state;
  const clinician = draft.referringClinician;
  return html`${checkbox({
    id: 'ageAndGenderAppropriate',
    label: 'Only services for this patient’s age and sex',
    checked: draft.ageAndGenderAppropriate,
    onChange: (ageAndGenderAppropriate) => change(screen, { ageAndGenderAppropriate }),
  })}
  ${
    actsForClinician(screen.session.role)
      ? lookUpField(screen, {
          field: 'referringClinician',
          value: clinician && { code: clinician.sdsUserId, display: clinician.name },
          error: errorOf(screen, 'referringClinician'),
          onChoose: (chosen) =>
            change(screen, {
              referringClinician: chosen && { sdsUserId: chosen.code, name: chosen.display },
            }),
        })
      : nothing
  }`;
}
