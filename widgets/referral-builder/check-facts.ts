import { html, nothing, type TemplateResult } from 'lit';
import { wayToBook, type Service } from '../../src/domain/service.ts';
import { formatUbrn } from '../../src/domain/ubrn.ts';
import { ageOn, clinicalMoment } from '../../src/domain/uk-time.ts';
import { checkbox } from '../../src/ui/checkbox.ts';
import type { TableRow } from '../../src/ui/data-table.ts';
import { counted } from '../../src/ui/format.ts';
import { textTag } from '../../src/ui/text-tag.ts';
import type { Screen } from './screen.ts';
import { PRIORITY_NAMES } from '../../src/ui/referral-words.ts';
import { NONE_GIVEN, treatedWords } from './words.ts';

/** The rows of the check table. They are facts: none of them decides whether to refer. */
export function checkRows(screen: Screen): TableRow[] {
  const services = screen.flow.find.state.shortlist;
  return [
    openReferralsRow(screen),
    givenRow('Referrer alerts', services, ({ referrerAlert }) => referrerAlert),
    givenRow('Exclusions', services, ({ exclusions }) => exclusions),
    testsRow(screen, services),
    limitsRow(screen, services),
    waysRow(services),
    adviceRow(screen, services),
  ];
}

const OPEN_REFERRALS =
  'Open referrals cannot be checked over HSCN. To see whether this patient already has one, look ' +
  'in the e-RS application.';

function openReferralsRow({ flow }: Screen): TableRow {
  const { madeEarlier } = flow.state;
  if (madeEarlier.length === 0) return row('Open referrals', 'Not checked', OPEN_REFERRALS);
  const made = madeEarlier.map(
    ({ ubrn, sentAt }) => `UBRN ${formatUbrn(ubrn)}, made ${clinicalMoment(sentAt)}.`,
  );
  return {
    cells: [
      'Open referrals',
      textTag({ label: 'Look at this', kind: 'strong' }),
      html`<strong>${counted(made.length, 'referral')} made here for this patient.</strong>
        ${made.join(' ')} ${OPEN_REFERRALS}`,
    ],
  };
}

function row(check: string, result: string, found: string | TemplateResult): TableRow {
  return { cells: [check, result, found] };
}

function fromSome(some: number, services: readonly Service[]): string {
  return some === 0 ? 'None' : `From ${some} of ${counted(services.length, 'service')}`;
}

function givenRow(
  check: string,
  services: readonly Service[],
  say: (service: Service) => string | undefined,
): TableRow {
  const giving = services.filter((service) => say(service)?.trim());
  const found = html`<ul class="ui-plain-list check__list">
    ${giving.map((service) => html`<li><strong>${service.name}:</strong> ${say(service)}</li>`)}
  </ul>`;
  return row(check, fromSome(giving.length, services), giving.length > 0 ? found : NONE_GIVEN);
}

function testsRow(screen: Screen, services: readonly Service[]): TableRow {
  const asking = services.filter((service) => service.suggestedInvestigations?.trim());
  const found = html`${asking.map((service) => testTick(screen, service))}
    <p class="ui-hint">Ticks are your own reminder. They are not sent to e-RS.</p>`;
  const result = fromSome(asking.length, services);
  return row('Suggested tests', result, asking.length > 0 ? found : NONE_GIVEN);
}

function testTick(screen: Screen, { id, name, suggestedInvestigations }: Service): TemplateResult {
  const { state, actions } = screen.flow;
  return checkbox({
    id: `tested-${id}`,
    label: html`<strong>${name}:</strong> ${suggestedInvestigations}`,
    checked: state.tested.includes(id),
    onChange: (checked) => actions.tickTests(id, checked),
  });
}

function limitsRow({ session, today }: Screen, services: readonly Service[]): TableRow {
  const { patient } = session;
  const age = ageOn(patient.birthDate, today);
  const gender = patient.gender ?? 'not recorded';
  return row(
    'Age and sex limits',
    `From ${counted(services.length, 'service')}`,
    html`<p>Patient: age ${age}, recorded gender ${gender}.</p>
      <ul class="ui-plain-list check__list">
        ${services.map((service) => html`<li><strong>${service.name}:</strong> ${treatedWords(service)}</li>`)}
      </ul>`,
  );
}

function waysRow(services: readonly Service[]): TableRow {
  const here = services.filter((service) => wayToBook(service) === 'book-here');
  const phone = services.filter((service) => wayToBook(service) === 'patient-phones');
  const triage = services.filter((service) => wayToBook(service) === 'triage');
  const result = [
    here.length > 0 && `${here.length} book here`,
    phone.length > 0 && `${phone.length} patient phones`,
    triage.length > 0 && `${triage.length} triage`,
  ];
  return row(
    'Ways to book',
    result.filter(Boolean).join(', '),
    html`${here.length > 0 ? html`<p>You can book ${namesOf(here)} at step 4.</p>` : nothing}
    ${
      phone.length > 0
        ? html`<p>
            The patient phones to book ${namesOf(phone)}. The number is on the patient letter.
          </p>`
        : nothing
    }
    ${triage.length > 0 ? html`<p>Seen first by ${namesOf(triage)}.</p>` : nothing}`,
  );
}

function adviceRow({ flow }: Screen, services: readonly Service[]): TableRow {
  const advising = services.filter(({ flows }) => flows.includes('ADVICE_AND_GUIDANCE_REQUEST'));
  const { search } = flow.find.state;
  const priority = 'criteria' in search ? search.criteria.priority : undefined;
  const delay = priority === 'URGENT' || priority === 'TWO_WEEK_WAIT';
  return row(
    'Advice instead',
    fromSome(advising.length, services),
    advising.length === 0
      ? 'None of these services answers advice requests.'
      : html`${namesOf(advising)} also ${advising.length === 1 ? 'answers' : 'answer'} advice
        requests.
        ${
          delay
            ? `For ${priority === 'URGENT' ? 'an' : 'a'} ${PRIORITY_NAMES[priority]} patient, asking for advice first may delay care.`
            : nothing
        }`,
  );
}

function namesOf(services: readonly Service[]): string {
  return services.map(({ name }) => name).join('; ');
}
