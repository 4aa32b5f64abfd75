import type { DeskRow } from './provider-desk.ts';
import type { Ubrn } from './ubrn.ts';

/** What differs in a row; a version alone is no difference, as e-RS raises it for reasons of its own. */
export type RowChange =
  | 'priority'
  | 'clinical-information'
  | 'news'
  | 'appointment'
  | 'clinician'
  | 'service'
  | 'contact'
  | 'reason'
  | 'category'
  | 'conversation'
  | 'state'
  | 'letter-due';

export type Mark = { kind: 'new' } | { kind: 'changed'; what: readonly RowChange[] };

/** What two loads of the same list, with the same filter, differ in. */
export interface SinceLast {
  /** Of the rows that are there now; the others are as they were. */
  marks: ReadonlyMap<Ubrn, Mark>;
  /** Rows that are there no longer, as they last stood. */
  gone: readonly DeskRow[];
}

export const NOTHING_SINCE: SinceLast = { marks: new Map(), gone: [] };

export function sinceLast(before: readonly DeskRow[], now: readonly DeskRow[]): SinceLast {
  const old = new Map(before.map((row) => [row.ubrn, row]));
  const marks = new Map<Ubrn, Mark>();
  for (const row of now) {
    const mark = markOf(old.get(row.ubrn), row);
    if (mark) marks.set(row.ubrn, mark);
  }
  const there = new Set(now.map(({ ubrn }) => ubrn));
  return { marks, gone: before.filter(({ ubrn }) => !there.has(ubrn)) };
}

function markOf(before: DeskRow | undefined, now: DeskRow): Mark | undefined {
  if (!before) return { kind: 'new' };
  const was = columnsOf(before);
  const what = columnsOf(now)
    .filter(([, value], at) => was[at]?.[1] !== value)
    .map(([change]) => change);
  return what.length > 0 ? { kind: 'changed', what } : undefined;
}

type Column = readonly [RowChange, string];

function columnsOf(row: DeskRow): Column[] {
  const shared: Column[] = [
    ['priority', row.priority],
    ['service', 'clinicalContext' in row ? row.clinicalContext : (row.service?.id ?? '')],
  ];
  return [...shared, ...ownColumns(row)];
}

function ownColumns(row: DeskRow): Column[] {
  switch (row.list) {
    case 'REFERRALS_FOR_REVIEW':
      return [
        [
          'clinical-information',
          joined(row.clinicalInfoFirstSubmitted, row.clinicalInfoLastUpdated),
        ],
        ['news', row.news],
        ['appointment', joined(row.referralType, row.appointmentStart)],
        ['clinician', joined(row.allocatedClinician?.sdsUserId, row.namedClinician?.sdsUserId)],
      ];
    case 'APPOINTMENT_SLOT_ISSUES':
      return [
        ['clinical-information', row.clinicalInformation ?? ''],
        ['contact', joined(row.contactExpected, row.lastContact)],
        ['reason', row.reason?.code ?? ''],
        ['clinician', row.namedClinician?.sdsUserId ?? ''],
      ];
    case 'ADVICE_AND_GUIDANCE_REQUESTS':
      return [
        ['category', row.category],
        ['conversation', row.lastUpdated],
        ['clinician', row.namedClinician?.sdsUserId ?? ''],
      ];
    case 'LETTERS_OUTSTANDING':
      return [['letter-due', row.due]];
    default:
      return [
        ['state', row.state.code],
        ['reason', row.reason?.code ?? ''],
      ];
  }
}

function joined(...values: (string | undefined)[]): string {
  return values.map((value) => value ?? '').join('|');
}
