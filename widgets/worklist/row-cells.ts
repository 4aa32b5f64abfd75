import { html, nothing, type TemplateResult } from 'lit';
import type { Coded, Priority } from '../../src/domain/criteria.ts';
import type { Instant, LocalDate } from '../../src/domain/instant.ts';
import { formatNhsNumber } from '../../src/domain/nhs-number.ts';
import type { DeskRow } from '../../src/domain/provider-desk.ts';
import { formatUbrn } from '../../src/domain/ubrn.ts';
import { clinicalDate, clinicalDay, ukDayOf, ukTime } from '../../src/domain/uk-time.ts';
import type { Clinician } from '../../src/domain/user.ts';
import type { Due } from '../../src/domain/worklist-clock.ts';
import { bornWithAge, counted, patientName } from '../../src/ui/format.ts';
import { codedWords, PRIORITY_NAMES } from '../../src/ui/referral-words.ts';
import { textTag } from '../../src/ui/text-tag.ts';
import type { Column, RowView } from './columns.ts';
import { CHANGE_WORDS, finishedWords } from './list-words.ts';

type Words = string | TemplateResult | readonly (string | TemplateResult)[] | undefined;

/** What a cell says first, and below it in grey. */
export function twoLines(first: Words, second?: Words): TemplateResult {
  return html`<div>${first}</div>
    ${second === undefined ? nothing : html`<div class="sub">${second}</div>`}`;
}

/** Words that are not broken over two lines. */
function whole(words: string): TemplateResult {
  return html`<span class="ui-number">${words}</span>`;
}

export function day(date: LocalDate | undefined, without: string): TemplateResult {
  return date ? whole(clinicalDate(date)) : html`${without}`;
}

export function dayWithName(date: LocalDate): TemplateResult {
  return whole(clinicalDay(date));
}

export function dayOf(moment: Instant | undefined, without: string): TemplateResult {
  return day(moment && ukDayOf(moment), without);
}

/** `17-Nov-2026 16:20`. */
export function moment(at: Instant | undefined, without: string): TemplateResult {
  if (!at) return html`${without}`;
  return html`${whole(clinicalDate(ukDayOf(at)))} ${whole(ukTime(at))}`;
}

/** `Thu 26-Nov-2026 14:00`. */
export function momentWithDay(at: Instant): TemplateResult {
  return html`${whole(clinicalDay(ukDayOf(at)))} ${whole(ukTime(at))}`;
}

/** e-RS tells people by number alone; the name is there where the host has told it. */
export function person(clinician: Clinician | undefined, without: string): string {
  if (!clinician) return without;
  return clinician.name ?? `User ID ${clinician.sdsUserId}`;
}

export function strong(words: Words): TemplateResult {
  return html`<strong>${words}</strong>`;
}

/** `2 working days late`, `Due today`, `4 working days left`. */
export function dueWords({ lateDays, leftDays }: Due): TemplateResult {
  if (lateDays > 0)
    return html`<strong class="late">${counted(lateDays, 'working day')} late</strong>`;
  if (leftDays === 0) return html`<strong class="now">Due today</strong>`;
  return html`${counted(leftDays, 'working day')} left`;
}

/** The service by name, else by its number; over HSCN it may be missing. */
export function serviceWords(
  service: { id: string; name?: string | undefined } | undefined,
  specialty: Coded,
): TemplateResult {
  const named = service ? (service.name ?? `Service ${service.id}`) : 'Service not told by e-RS';
  return twoLines(named, codedWords(specialty));
}

const TAGS: Readonly<Record<Priority, 'strong' | 'plain' | undefined>> = {
  TWO_WEEK_WAIT: 'strong',
  URGENT: 'plain',
  ROUTINE: undefined,
};

function priorityTag({ row: { priority } }: RowView): TemplateResult {
  const kind = TAGS[priority];
  const label = PRIORITY_NAMES[priority];
  return kind ? textTag({ label, kind }) : html`${label}`;
}

export const priorityColumn: Column = {
  key: 'priority',
  name: 'Priority',
  by: 'priority',
  cell: (view) => priorityTag(view),
};

/** What happened to the row: done here, new or changed. */
export const markColumn: Column = {
  key: 'mark',
  name: 'Since last load',
  joins: { small: 'priority' },
  cell: ({ mark, finished }) => {
    if (finished) return strong(finishedWords(finished));
    if (!mark) return nothing;
    if (mark.kind === 'new') return textTag({ label: 'New', kind: 'info' });
    const what = mark.what.map((change) => CHANGE_WORDS[change]).join(', ');
    return twoLines(textTag({ label: 'Changed', kind: 'info' }), what);
  },
};

/** A press on it opens the row. There is one in each row. */
function opener({ row, isCurrent }: RowView, words: Words): TemplateResult {
  return html`<button
    type="button"
    class="open"
    tabindex=${isCurrent ? '0' : '-1'}
    data-open=${row.ubrn}
  >
    ${words}
  </button>`;
}

function nhsNumber({ row }: RowView): TemplateResult {
  return whole(`NHS No. ${formatNhsNumber(row.patient)}`);
}

/** The name, or why there is none. */
function nameWords({ patient }: RowView): string {
  if (patient?.status === 'known') return patientName(patient.patient);
  return patient?.status === 'unavailable' ? 'Name not available' : 'Looking up name';
}

function born({ patient, today }: RowView): TemplateResult {
  if (patient?.status !== 'known') return html`Born not available`;
  const [date = '', years = ''] = bornWithAge(patient.patient.birthDate, today).split(' ');
  return html`${whole(`Born ${date}`)} ${years}`;
}

function ubrn(row: DeskRow): TemplateResult {
  return html`UBRN ${whole(formatUbrn(row.ubrn))}`;
}

/** Name and UBRN; without a name the NHS number beside it opens the row. */
export const nameColumn: Column = {
  key: 'patient',
  name: 'Patient',
  under: 'and UBRN',
  by: 'patient',
  cell: (view) => {
    const isKnown = view.patient?.status === 'known';
    return twoLines(isKnown ? opener(view, nameWords(view)) : nameWords(view), ubrn(view.row));
  },
};

export const nhsNumberColumn: Column = {
  key: 'nhs',
  name: 'NHS No.',
  under: 'and date of birth',
  by: 'nhs-number',
  joins: { small: 'patient' },
  cell: (view) => {
    const number = whole(formatNhsNumber(view.row.patient));
    return twoLines(view.patient?.status === 'known' ? number : opener(view, number), born(view));
  },
};

/** Name, NHS number and birth date in one; the UBRN is among the details of the row. */
export const patientColumn: Column = {
  key: 'patient',
  name: 'Patient',
  under: 'NHS No. and date of birth',
  by: 'patient',
  cell: (view) =>
    view.patient?.status === 'known'
      ? twoLines(opener(view, nameWords(view)), html`${nhsNumber(view)} ${born(view)}`)
      : twoLines(opener(view, nhsNumber(view)), nameWords(view)),
};

/** A tick for what is printed or copied together. */
export const selectColumn: Column = {
  key: 'select',
  name: 'Selected',
  hideName: true,
  cell: ({ row, isSelected }) =>
    html`<input
      type="checkbox"
      tabindex="-1"
      data-select=${row.ubrn}
      aria-label="Select UBRN ${formatUbrn(row.ubrn)}"
      .checked=${isSelected}
    />`,
};
