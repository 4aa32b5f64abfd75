import { html, nothing, type TemplateResult } from 'lit';
import { ADVICE_WORKING_DAYS } from '../../src/domain/advice-clock.ts';
import { addWorkingDays } from '../../src/domain/instant.ts';
import { formatNhsNumber } from '../../src/domain/nhs-number.ts';
import type { Service } from '../../src/domain/service.ts';
import { clinicalDay } from '../../src/domain/uk-time.ts';
import type { QuestionError, QuestionField } from '../../src/flows/ask-advice.ts';
import { button } from '../../src/ui/button.ts';
import { errorSummary } from '../../src/ui/error-summary.ts';
import { factList, type Fact } from '../../src/ui/facts.ts';
import { patientName, wholeNumber } from '../../src/ui/format.ts';
import { patientBanner } from '../../src/ui/patient-banner.ts';
import { radios } from '../../src/ui/radios.ts';
import { bar } from '../../src/ui/steps.ts';
import { textArea } from '../../src/ui/text-area.ts';
import { trainingBand } from '../../src/ui/training-frame.ts';
import { askNotice, askPanel } from './ask-panels.ts';
import { askSearch } from './ask-search.ts';
import type { AskScreen } from './ask-screen.ts';

/** A question to one service. */
export function askView(screen: AskScreen): TemplateResult {
  const { session, today } = screen;
  return html`${bar({ title: 'e-Referral Service', aside: 'Advice and guidance' })}
  ${session.banner === 'always' ? patientBanner({ patient: session.patient, today }) : nothing}
  ${askPanel(screen) ?? form(screen)}`;
}

function form(screen: AskScreen): TemplateResult {
  const { errors, service } = screen.state;
  const { status } = screen.state.phase;
  return html`<div class="ask">
    <div class="pane ui-stack">
      <div class="ask__head">
        <h2 class="ui-h2" tabindex="-1" ?data-focus-heading=${status === 'asking'}>
          Ask for advice
        </h2>
        ${draftWords(screen)}
        ${button({ label: 'Back', about: 'to open a request', id: 'ask-leave', kind: 'link', onPress: screen.leave })}
      </div>
      ${askNotice(screen)}
      ${
        errors.length > 0
          ? errorSummary(
              errors.map((error) => ({ fieldId: FIELDS[error.field].id, text: errorWords(error) })),
            )
          : nothing
      }
      ${askSearch(screen)} ${question(screen)} ${commit(screen)}
    </div>
    <aside class="ask__beside" aria-label="What to know">
      ${service ? aboutService(service) : nothing}
      <section class="pane ui-stack">
        <h2 class="pane__head">What happens next</h2>
        <p>
          The service should answer within ${ADVICE_WORKING_DAYS} working days, by
          <strong>${clinicalDay(addWorkingDays(screen.today, ADVICE_WORKING_DAYS))}</strong>. This
          is our count, not e-RS’s. e-RS does not notify you: open the request by its UBRN to see
          the answer.
        </p>
        <p class="ui-hint">
          Requests made elsewhere are not shown. e-RS cannot be searched by patient.
        </p>
      </section>
    </aside>
  </div>`;
}

function draftWords({ state }: AskScreen): TemplateResult | typeof nothing {
  if (!state.text) return nothing;
  return html`<span class="ui-hint"
    >${state.isKept ? 'Your text is kept as a draft.' : 'Your text is not kept if you leave this page.'}</span
  >`;
}

const FIELDS: Readonly<Record<QuestionField, { id: string; missing: string; wrong: string }>> = {
  service: {
    id: 'ask-service',
    missing: 'Find services, then select one',
    wrong: 'Find services again, then select one',
  },
  text: {
    id: 'ask-text',
    missing: 'Enter your question',
    wrong: 'Write links as plain addresses, without HTML: e-RS refuses any other markup',
  },
  mayConvert: {
    id: 'ask-convert',
    missing: 'Select if the hospital may convert this',
    wrong: 'e-RS refused this: select again',
  },
};

function errorWords({ field, reason, limit }: QuestionError): string {
  if (reason === 'text-too-long') return `Shorten this to ${wholeNumber(limit ?? 0)} characters`;
  return reason === 'field-required' ? FIELDS[field].missing : FIELDS[field].wrong;
}

function errorOf({ state }: AskScreen, field: QuestionField): string | undefined {
  const error = state.errors.find((each) => each.field === field);
  return error && errorWords(error);
}

function question(screen: AskScreen): TemplateResult {
  const { state, actions } = screen;
  const { mayConvert } = state;
  return html`${textArea({
      id: 'ask-text',
      label: 'Your question',
      hint: 'Say what you want to know, what you have found and what you have tried. The hospital sees this text.',
      error: errorOf(screen, 'text'),
      value: state.text,
      limit: state.textLimit,
      rows: 8,
      onInput: (text) => actions.change({ text }),
    })}
    ${radios<'yes' | 'no'>({
      id: 'ask-convert',
      label: 'Can the hospital convert this to a referral?',
      error: errorOf(screen, 'mayConvert'),
      value: mayConvert === undefined ? undefined : mayConvert ? 'yes' : 'no',
      options: [
        {
          value: 'yes',
          label: 'Yes',
          hint: 'If they think the patient should be seen, they can book without asking again.',
        },
        { value: 'no', label: 'No', hint: 'They reply with advice only.' },
      ],
      onChange: (said) => actions.change({ mayConvert: said === 'yes' }),
    })}
    <p class="ui-hint">
      Files cannot be added here. Where the service needs one, ask in the e-RS application.
    </p>`;
}

/** For whom it is, to whom it goes, and the one button that sends it. */
function commit({ state, session, actions, whyNotSend, focus }: AskScreen): TemplateResult {
  const { patient } = session;
  return html`<section class="commit ui-stack" aria-label="Send">
    ${session.environment === 'training' ? trainingBand() : nothing}
    <p>
      For <strong>${patientName(patient)}</strong>,
      <span class="ui-number">NHS No. ${formatNhsNumber(patient.nhsNumber)}</span>${
        state.service ? html`, to <strong>${state.service.name}</strong>` : nothing
      }
    </p>
    <div class="ui-row">
      ${button({
        kind: 'primary',
        id: 'ask-send',
        label: 'Send question',
        unavailable: whyNotSend,
        onPress: () => void actions.send(),
      })}
      ${
        state.text
          ? button({
              label: 'Discard draft',
              id: 'ask-discard',
              kind: 'link',
              onPress: () => {
                actions.discard();
                focus('[data-focus-heading]');
              },
            })
          : nothing
      }
    </div>
  </section>`;
}

function aboutService(service: Service): TemplateResult {
  const { referrerAlert, exclusions, suggestedInvestigations, conditionsTreated } = service;
  const told: [string, string | undefined][] = [
    ['Referrer alert', referrerAlert],
    ['Not for', exclusions],
    ['Tests to do first', suggestedInvestigations],
    ['Conditions', conditionsTreated],
    ['Ages', agesOf(service)],
    ['Sex treated', SEXES[service.sexTreated] ?? service.sexTreated],
  ];
  const facts: Fact[] = told.flatMap(([label, value]) =>
    value ? [{ label, value, strong: label === 'Referrer alert' }] : [],
  );
  return html`<section class="pane ui-stack">
    <h2 class="pane__head">About ${service.name}</h2>
    <p>${service.location.name}</p>
    ${factList({ facts })}
  </section>`;
}

const SEXES: Readonly<Record<string, string>> = {
  MALE: 'Male',
  FEMALE: 'Female',
  MALE_AND_FEMALE: 'Male and female',
};

function agesOf({ ageTreated }: Service): string | undefined {
  if (!ageTreated) return undefined;
  const { low, high, unit } = ageTreated;
  const words = unit === 'YEARS' ? 'years' : 'months';
  if (low === undefined) return `up to ${high ?? ''} ${words}`;
  return high === undefined ? `${low} ${words} and over` : `${low} to ${high} ${words}`;
}
