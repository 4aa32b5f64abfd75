import { PRIORITIES } from './criteria.ts';
import type { DeskList, DeskRow, NamedPatients } from './provider-desk.ts';

/** What a row may be put in order by. A row that lacks it comes last, whichever the direction. */
export type OrderedBy =
  | 'priority'
  | 'patient'
  | 'nhs-number'
  | 'service'
  | 'specialty'
  | 'news'
  | 'clinical-information'
  | 'appointment'
  | 'clinician'
  | 'pathway'
  | 'received'
  | 'contact-by'
  | 'last-contact'
  | 'reason'
  | 'category'
  | 'first-requested'
  | 'last-updated'
  | 'referrer'
  | 'created'
  | 'state'
  | 'letter-due';

export interface Order {
  by: OrderedBy;
  isDescending?: boolean | undefined;
}

/** What is most pressing stands first. 2 week wait is before urgent, as the codes stand. */
export const FIRST_ORDER: Readonly<Record<DeskList, readonly Order[]>> = {
  REFERRALS_FOR_REVIEW: [{ by: 'priority' }, { by: 'pathway' }],
  APPOINTMENT_SLOT_ISSUES: [{ by: 'contact-by' }, { by: 'priority' }],
  ADVICE_AND_GUIDANCE_REQUESTS: [{ by: 'first-requested' }, { by: 'priority' }],
  REJECTED_TRIAGE_RESPONSE: [{ by: 'priority' }, { by: 'last-updated' }],
  ASSESSMENT_RETURNED_CANCELLED_DNA: [{ by: 'priority' }, { by: 'last-updated' }],
  AWAITING_BOOKING: [{ by: 'priority' }, { by: 'last-updated' }],
  LETTERS_OUTSTANDING: [{ by: 'letter-due' }, { by: 'priority' }],
};

type Value = string | undefined;

const URGENCY = PRIORITIES.toReversed();

type ColumnOf<Row> = Row extends unknown ? keyof Row : never;
type ValueIn<Row, Column> = Row extends unknown
  ? Column extends keyof Row
    ? Row[Column]
    : never
  : never;

/** A column of one list is absent from a row of another. */
type AnyRow = { [Column in ColumnOf<DeskRow>]?: ValueIn<DeskRow, Column> | undefined };

const VALUES: Readonly<Record<OrderedBy, (row: AnyRow, named: NamedPatients) => Value>> = {
  priority: ({ priority }) => priority && String(URGENCY.indexOf(priority)),
  patient: ({ patient }, named) => patient && nameOf(named.get(patient)),
  'nhs-number': ({ patient }) => patient,
  service: ({ service }) => service && (service.name ?? service.id),
  specialty: ({ specialty, clinicalContext }) =>
    clinicalContext ?? (specialty && (specialty.display ?? specialty.code)),
  news: ({ news }) => news,
  'clinical-information': ({ clinicalInfoLastUpdated, clinicalInfoFirstSubmitted }) =>
    clinicalInfoLastUpdated ?? clinicalInfoFirstSubmitted,
  appointment: ({ appointmentStart }) => appointmentStart,
  clinician: ({ allocatedClinician, namedClinician }) => {
    const clinician = allocatedClinician ?? namedClinician;
    return clinician && (clinician.name ?? clinician.sdsUserId);
  },
  pathway: ({ pathwayStart }) => pathwayStart,
  received: ({ received }) => received,
  'contact-by': ({ contactExpected }) => contactExpected,
  'last-contact': ({ lastContact }) => lastContact,
  reason: ({ reason }) => reason && (reason.display ?? reason.code),
  category: ({ category }) => category,
  'first-requested': ({ firstRequested }) => firstRequested,
  'last-updated': ({ lastUpdated }) => lastUpdated,
  referrer: ({ referrer }) => referrer && (referrer.name ?? referrer.sdsUserId),
  created: ({ created }) => created,
  state: ({ state }) => state && (state.display ?? state.code),
  'letter-due': ({ due }) => due,
};

const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });

/**
 * A new list in this order; what is alike by all of it stands by UBRN, so that the same rows always
 * stand the same. Names count as far as the host has told them.
 */
export function inOrder(
  rows: readonly DeskRow[],
  order: readonly Order[],
  named: NamedPatients = new Map(),
): DeskRow[] {
  const keyed = rows.map((row) => ({ row, values: order.map(({ by }) => VALUES[by](row, named)) }));
  keyed.sort((one, other) => {
    for (const [at, { isDescending = false }] of order.entries()) {
      const difference = compare(one.values[at], other.values[at], isDescending);
      if (difference !== 0) return difference;
    }
    return one.row.ubrn < other.row.ubrn ? -1 : Number(one.row.ubrn > other.row.ubrn);
  });
  return keyed.map(({ row }) => row);
}

function compare(one: Value, other: Value, isDescending: boolean): number {
  if (one === other) return 0;
  if (one === undefined) return 1;
  if (other === undefined) return -1;
  const difference = collator.compare(one, other);
  return isDescending ? -difference : difference;
}

function nameOf(patient: ReturnType<NamedPatients['get']>): Value {
  const name = patient?.name;
  return name && `${name.family}, ${name.given ?? ''}`;
}
