import { html, nothing, type TemplateResult } from 'lit';
import type { Forbidden } from '../../src/domain/permission.ts';
import { formatNhsNumber } from '../../src/domain/nhs-number.ts';
import type { DeskRow } from '../../src/domain/provider-desk.ts';
import { formatUbrn } from '../../src/domain/ubrn.ts';
import { clinicalDate, clinicalDay, ukDayOf } from '../../src/domain/uk-time.ts';
import { dropOff } from '../../src/domain/worklist-clock.ts';
import { button, buttonRow } from '../../src/ui/button.ts';
import { copyable } from '../../src/ui/copyable.ts';
import { factList, type Fact } from '../../src/ui/facts.ts';
import { message } from '../../src/ui/message.ts';
import type { ListView } from './list-view.ts';
import { person } from './row-cells.ts';

/** What a row says more, in its place: where it cannot be opened, why, and who can. */
export function rowDetails(row: DeskRow, view: ListView): TemplateResult {
  const { state, act, canOpenRecord, opening } = view;
  const asked = opening?.ubrn === row.ubrn ? opening : undefined;
  return html`<div class="more">
    <div>${factList({ facts: factsOf(row) })}</div>
    <div class="more__words">
      ${nextStep(row, view)} ${state.opening.allowed ? nothing : whyNot(state.opening)}
      ${asked?.status === 'failed' ? notOpened(asked.code) : nothing}
      ${canOpenRecord ? nothing : cannotOpen()}
      ${buttonRow(
        canOpenRecord
          ? button({
              label: 'Open the patient’s record',
              busy: asked?.status === 'asking' ? 'Opening…' : undefined,
              unavailable: state.isStale ? STALE : undefined,
              onPress: () => act.openRecord(row),
            })
          : nothing,
        button({ label: 'Close details', kind: 'link', onPress: () => act.closeDetails() }),
      )}
    </div>
  </div>`;
}

export const STALE = 'This list is old. Load it again first.';

function factsOf(row: DeskRow): Fact[] {
  const { ubrn, patient } = row;
  return [
    { label: 'UBRN', value: copyable({ value: ubrn, shown: formatUbrn(ubrn), about: 'UBRN' }) },
    {
      label: 'NHS No.',
      value: copyable({ value: patient, shown: formatNhsNumber(patient), about: 'NHS number' }),
    },
    ...('namedClinician' in row
      ? [{ label: 'Named clinician', value: person(row.namedClinician, 'None named') }]
      : []),
    ...('pathwayStart' in row
      ? [{ label: 'Pathway start', value: clinicalDate(ukDayOf(row.pathwayStart)) }]
      : []),
  ];
}

function nextStep(row: DeskRow, { today }: ListView): TemplateResult | typeof nothing {
  const limit = row.list === 'APPOINTMENT_SLOT_ISSUES' ? dropOff(row, today) : undefined;
  if (!limit) return nothing;
  const { day, leftDays } = limit;
  if (leftDays < 0)
    return html`<p>
      <strong>The 180 days passed on <span class="ui-number">${clinicalDay(day)}</span>.</strong>
      e-RS may remove this referral from the list at any time, and tells neither the patient nor the
      GP.
    </p>`;
  return html`<p>
    Contact the patient before <strong class="ui-number">${clinicalDay(day)}</strong>. After that
    date e-RS removes this referral from the list and tells neither the patient nor the GP.
  </p>`;
}

const ROLES: Readonly<Record<string, string>> = {
  REFERRING_CLINICIAN: 'a referring clinician',
  REFERRING_CLINICIAN_ADMIN: 'a referring clinician admin',
  SERVICE_PROVIDER_CLINICIAN: 'a service provider clinician',
  SERVICE_PROVIDER_CLINICIAN_ADMIN: 'a service provider clinician admin',
};

function whyNot({ whoCan }: Forbidden): TemplateResult {
  const roles = whoCan.who === 'role' ? whoCan.roles : [];
  const who = roles.map((role) => ROLES[role] ?? role).join(' or ');
  const can = who ? `${who.charAt(0).toUpperCase()}${who.slice(1)} can open it.` : '';
  return html`<p>
    <strong>You cannot open this referral here.</strong> Your role can see lists only. ${can}
  </p>`;
}

function cannotOpen(): TemplateResult {
  return html`<p>
    <strong>This clinical system cannot open the record from here.</strong> Copy the NHS number and
    open it there.
  </p>`;
}

const HOST_SAID: Readonly<Record<string, string>> = {
  unsupported: 'Your clinical system cannot do it.',
  'no-answer': 'Your clinical system did not answer in time. The record may still open.',
  'link-lost': 'The connection to your clinical system is lost.',
  'context-passed': 'Another record was opened meanwhile.',
};

function notOpened(code: string | undefined): TemplateResult {
  return message({
    kind: 'warn',
    level: 3,
    title: 'The record did not open',
    content: `${HOST_SAID[code ?? ''] ?? 'Your clinical system refused it.'} Nothing has changed. Try again, or open it there by the NHS number.`,
  });
}
