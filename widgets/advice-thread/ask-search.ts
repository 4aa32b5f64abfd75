import { html, nothing, type TemplateResult } from 'lit';
import { PRIORITIES, type Priority } from '../../src/domain/criteria.ts';
import { actsForClinician } from '../../src/domain/user.ts';
import type { Service, Wait } from '../../src/domain/service.ts';
import type { CriteriaError, CriteriaField } from '../../src/flows/find-services.ts';
import { button } from '../../src/ui/button.ts';
import { counted } from '../../src/ui/format.ts';
import { loadingPart, stopButton } from '../../src/ui/loading.ts';
import { message } from '../../src/ui/message.ts';
import { problemPart } from '../../src/ui/problem.ts';
import { radios } from '../../src/ui/radios.ts';
import { PRIORITY_NAMES } from '../../src/ui/referral-words.ts';
import { select } from '../../src/ui/select.ts';
import { textField } from '../../src/ui/text-field.ts';
import type { AskScreen } from './ask-screen.ts';

/** Which service to ask: e-RS finds those that give advice for this patient. */
export function askSearch(screen: AskScreen): TemplateResult {
  const { find } = screen;
  const { lists } = find.state;
  if (lists.status === 'loading')
    return loadingPart({
      what: 'Reading the lists of e-RS',
      elapsedSeconds: screen.elapsedSeconds,
    });
  if (lists.status !== 'ready') {
    const again = button({ label: 'Try again', onPress: () => void find.actions.loadLists() });
    return lists.status === 'failed'
      ? problemPart({ problem: lists.problem, safe: 'Nothing was lost.', action: again })
      : html`<p>You stopped reading the lists of e-RS.</p>
          ${again}`;
  }
  return html`<div class="ask__criteria">
      ${whatFields(screen)}
      ${
        actsForClinician(screen.session.role)
          ? textField({
              id: 'ask-clinician',
              label: 'Referring clinician',
              hint: 'SDS user id of 12 digits',
              width: 'medium',
              inputMode: 'numeric',
              error: errorOf(screen, 'referringClinician', 'Enter an SDS user id of 12 digits'),
              value: find.state.draft.referringClinician?.sdsUserId ?? '',
              onInput: (sdsUserId) => find.actions.change({ referringClinician: { sdsUserId } }),
            })
          : nothing
      }
    </div>
    ${priorityFields(screen)} ${delayWarning(screen)} ${searchButton(screen)} ${results(screen)}`;
}

function whatFields({ find, ...screen }: AskScreen): TemplateResult {
  const { draft, lists } = find.state;
  const { change } = find.actions;
  const { specialties, clinicTypes } =
    lists.status === 'ready' ? lists.value : { specialties: [], clinicTypes: [] };
  const named = ({ code, display }: { code: string; display?: string | undefined }) => ({
    value: code,
    label: display ?? code,
  });
  const ofSpecialty = clinicTypes.filter(({ specialty }) => specialty === draft.specialty);
  const whole = { ...screen, find };
  return html`${select({
    id: 'ask-specialty',
    label: 'Specialty',
    error: errorOf(whole, 'specialty', 'Select a specialty'),
    value: draft.specialty,
    options: specialties.map(named),
    onChange: (specialty) => change({ specialty, clinicType: undefined }),
  })}
  ${select({
    id: 'ask-clinic-type',
    label: 'Clinic type',
    error: errorOf(whole, 'clinicType', 'Select a clinic type'),
    value: draft.clinicType,
    prompt: draft.specialty ? 'Choose' : 'Choose a specialty first',
    options: ofSpecialty.map(named),
    onChange: (clinicType) => change({ clinicType }),
  })}
  ${textField({
    id: 'ask-postcode',
    label: 'Near postcode',
    width: 'medium',
    error: errorOf(whole, 'postcode', 'Enter a postcode'),
    value: draft.postcode,
    onInput: (postcode) => change({ postcode }),
  })}`;
}

function priorityFields(screen: AskScreen): TemplateResult {
  const { find } = screen;
  return radios<Priority>({
    id: 'ask-priority',
    label: 'Priority',
    inline: true,
    error: errorOf(screen, 'priority', 'Select a priority'),
    value: find.state.draft.priority,
    options: PRIORITIES.map((value) => ({ value, label: PRIORITY_NAMES[value] })),
    onChange: (priority) => find.actions.change({ priority }),
  });
}

/** hscn.md §8: whoever asks may not notice that nobody sees the patient. */
function delayWarning({ find }: AskScreen): TemplateResult | typeof nothing {
  const { priority } = find.state.draft;
  if (priority !== 'URGENT' && priority !== 'TWO_WEEK_WAIT') return nothing;
  return message({
    kind: 'warn',
    level: 3,
    title: 'Asking for advice can delay urgent care',
    content: 'If this patient needs to be seen urgently, make a referral instead.',
  });
}

function errorOf(
  { find }: Pick<AskScreen, 'find'>,
  field: CriteriaField,
  missing: string,
): string | undefined {
  const error = find.state.errors.find((each) => each.field === field);
  return error && (error.error === 'refused-by-ers' ? REFUSED : missing);
}

const REFUSED: string = 'e-RS refused this: choose another';

const FIELD_IDS: Readonly<Partial<Record<CriteriaError['field'], string>>> = {
  specialty: '#ask-specialty',
  clinicType: '#ask-clinic-type',
  priority: '#ask-priority',
  postcode: '#ask-postcode',
  referringClinician: '#ask-clinician',
};

function searchButton({ find, focus }: AskScreen): TemplateResult {
  const isSearching = find.state.search.status === 'searching';
  return html`<div class="ui-row">
    ${button({
      label: find.state.search.status === 'untouched' ? 'Find services' : 'Find services again',
      id: 'ask-search',
      busy: isSearching ? 'Searching e-RS…' : undefined,
      onPress: () => {
        void find.actions.search();
        const [error] = find.state.errors;
        if (error) focus(FIELD_IDS[error.field] ?? '#ask-specialty');
      },
    })}
    ${isSearching ? stopButton({ what: 'the search', onPress: () => find.actions.stopSearch() }) : nothing}
  </div>`;
}

function results(screen: AskScreen): TemplateResult | typeof nothing {
  const { find } = screen;
  const { search, stale } = find.state;
  if (search.status === 'failed')
    return problemPart({ problem: search.problem, safe: 'Nothing was sent and nothing was lost.' });
  if (search.status === 'none-found')
    return message({
      kind: 'info',
      level: 3,
      title: 'e-RS found no service that gives advice for this',
      content: 'Change the clinic type, priority or postcode and search again, or make a referral.',
    });
  if (search.status !== 'found') return nothing;
  return html`${stale ? STALE : nothing} ${serviceChoice(screen, search.services)}`;
}

const STALE = message({
  kind: 'warn',
  level: 3,
  title: 'What you search for has changed',
  content: 'Find services again before you choose one.',
});

function serviceChoice(
  { state, actions }: AskScreen,
  services: readonly Service[],
): TemplateResult {
  const error = state.errors.find(({ field }) => field === 'service');
  const wrong =
    error?.reason === 'field-wrong' ? 'Find services again, then select one' : 'Select a service';
  return radios<string>({
    id: 'ask-service',
    label: `${counted(services.length, 'service')} that give advice`,
    error: error && wrong,
    value: state.service?.id,
    options: services.map((service) => ({
      value: service.id,
      label: service.name,
      hint: whereWords(service),
    })),
    onChange: (id) => actions.chooseService(id),
  });
}

function whereWords({ location, distance, treatmentWait }: Service): string {
  return [
    location.name,
    distance === undefined ? undefined : `${counted(distance, 'mile')} away`,
    treatmentWait && waitWords(treatmentWait),
  ]
    .filter(Boolean)
    .join(', ');
}

function waitWords(wait: Wait): string {
  return 'days' in wait ? `treatment in ${counted(wait.days, 'day')}` : wait.code;
}
