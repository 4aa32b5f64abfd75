import type { TemplateResult } from 'lit';
import { dueOn } from '../../src/domain/worklist-clock.ts';
import type { FollowUpRow, LetterRow } from '../../src/domain/worklist.ts';
import { reasonWords, STATE_NAMES } from '../../src/ui/referral-words.ts';
import type { Column } from './columns.ts';
import {
  dayOf,
  dayWithName,
  dueWords,
  markColumn,
  moment,
  nameColumn,
  nhsNumberColumn,
  person,
  priorityColumn,
  strong,
  twoLines,
} from './row-cells.ts';

type ReferrerRow = FollowUpRow | LetterRow;

/** `CARDIOLOGY/ARRHYTHMIA`, as e-RS writes it, over two lines; `ENT` stays as it is. */
function context({ clinicalContext }: ReferrerRow): TemplateResult {
  const [specialty = '', ...clinic] = clinicalContext.split('/');
  const isShort = specialty.length <= 3;
  return twoLines(isShort ? specialty : inSmall(specialty), inSmall(clinic.join('/')));
}

function inSmall(words: string): string {
  const small = words.toLocaleLowerCase('en-GB');
  return small.charAt(0).toLocaleUpperCase('en-GB') + small.slice(1);
}

/** What the practice is to do; e-RS does not say it, the list does. */
const STEPS: Readonly<Record<ReferrerRow['list'], string>> = {
  REJECTED_TRIAGE_RESPONSE: 'Read the answer, then refer again or tell the patient',
  ASSESSMENT_RETURNED_CANCELLED_DNA: 'Read what happened and decide',
  AWAITING_BOOKING: 'Book, or see that the patient books',
  LETTERS_OUTSTANDING: 'Attach the letter',
};

const contextColumn: Column<ReferrerRow> = {
  key: 'service',
  name: 'Specialty',
  under: 'and clinic type',
  by: 'specialty',
  cell: ({ row }) => context(row),
};

const stepColumn: Column<ReferrerRow> = {
  key: 'step',
  name: 'Next step',
  joins: { small: 'happened' },
  cell: ({ row }) => twoLines(STEPS[row.list]),
};

const referrerColumn: Column<ReferrerRow> = {
  key: 'referrer',
  name: 'Referrer',
  under: 'and referral made',
  by: 'referrer',
  joins: { small: 'service' },
  cell: ({ row: { referrer, created } }) => twoLines(person(referrer, ''), dayOf(created, '')),
};

function stateWords({ state: { code, display } }: FollowUpRow): string {
  const names: Readonly<Record<string, string>> = STATE_NAMES;
  return names[code] ?? display ?? code;
}

export const followUpColumns: readonly Column<FollowUpRow>[] = [
  markColumn,
  priorityColumn,
  nameColumn,
  nhsNumberColumn,
  contextColumn,
  {
    key: 'happened',
    name: 'What happened',
    by: 'state',
    cell: ({ row }) =>
      twoLines(strong(stateWords(row)), row.reason ? reasonWords(row.reason) : undefined),
  },
  stepColumn,
  {
    key: 'changed',
    name: 'Last changed',
    by: 'last-updated',
    cell: ({ row: { lastUpdated } }) => moment(lastUpdated, ''),
  },
  referrerColumn,
];

export const letterColumns: readonly Column<LetterRow>[] = [
  markColumn,
  {
    key: 'due',
    name: 'Letter due',
    under: 'date from e-RS',
    by: 'letter-due',
    cell: ({ row: { due }, today }) =>
      twoLines(strong(dayWithName(due)), dueWords(dueOn(due, today))),
  },
  priorityColumn,
  nameColumn,
  nhsNumberColumn,
  contextColumn,
  { ...stepColumn, joins: { small: 'due' } },
  referrerColumn,
];
