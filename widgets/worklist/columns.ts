import type { nothing, TemplateResult } from 'lit';
import type { LocalDate } from '../../src/domain/instant.ts';
import type { DeskList, DeskRow } from '../../src/domain/provider-desk.ts';
import type { OrderedBy } from '../../src/domain/worklist-order.ts';
import type { Mark } from '../../src/domain/worklist-since.ts';
import type { Finished, RowPatient } from '../../src/flows/provider-worklist.ts';
import { adviceColumns } from './advice-columns.ts';
import { followUpColumns, letterColumns } from './referrer-columns.ts';
import { reviewColumns } from './review-columns.ts';
import { slotIssueColumns } from './slot-issue-columns.ts';
import type { Room } from './room.ts';

/** One row with what is known about it here. */
export interface RowView<Row extends DeskRow = DeskRow> {
  row: Row;
  today: LocalDate;
  /** Absent: not asked for yet. */
  patient: RowPatient | undefined;
  mark: Mark | undefined;
  finished: Finished | undefined;
  isSelected: boolean;
  /** The one row that the Tab key reaches. */
  isCurrent: boolean;
}

export interface Column<Row extends DeskRow = DeskRow> {
  /** Unique in its list; also a part of its class. */
  key: string;
  name: string;
  /** Its name is heard, not seen. */
  hideName?: boolean | undefined;
  /** Second line of its head. */
  under?: string | undefined;
  /** What a press on its head puts the rows in order by. */
  by?: OrderedBy | undefined;
  /** With less room it has no column of its own and stands in the one of this key. */
  joins?: Partial<Record<Exclude<Room, 'blocks'>, string>> | undefined;
  // As a method, so that the columns of one list can stand among those of all.
  cell(view: RowView<Row>): TemplateResult | typeof nothing;
}

const COLUMNS: Readonly<Record<DeskList, readonly Column[]>> = {
  REFERRALS_FOR_REVIEW: reviewColumns,
  APPOINTMENT_SLOT_ISSUES: slotIssueColumns,
  ADVICE_AND_GUIDANCE_REQUESTS: adviceColumns,
  REJECTED_TRIAGE_RESPONSE: followUpColumns,
  ASSESSMENT_RETURNED_CANCELLED_DNA: followUpColumns,
  AWAITING_BOOKING: followUpColumns,
  LETTERS_OUTSTANDING: letterColumns,
};

/** A column as it is drawn, with those that stand in it. */
export interface ShownColumn extends Column {
  joined: readonly Column[];
}

/** The columns of a list in so much room. */
export function columnsOf(list: DeskList, room: Room): ShownColumn[] {
  const all = COLUMNS[list];
  const target = ({ joins }: Column): string | undefined => {
    if (room === 'blocks') return undefined;
    const { wide, medium = wide, small = medium } = joins ?? {};
    return { wide, medium, small }[room];
  };
  return all
    .filter((column) => target(column) === undefined)
    .map((column) => ({ ...column, joined: all.filter((each) => target(each) === column.key) }));
}
