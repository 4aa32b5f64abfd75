import type { ListedAdviceRow } from '../../src/domain/provider-desk.ts';
import { answerDue } from '../../src/domain/worklist-clock.ts';
import type { Column } from './columns.ts';
import {
  dayOf,
  dayWithName,
  dueWords,
  markColumn,
  moment,
  patientColumn,
  person,
  priorityColumn,
  serviceWords,
  strong,
  twoLines,
} from './row-cells.ts';

const CATEGORIES: Readonly<Record<string, readonly [status: string, noClock: string]>> = {
  PROVIDER_RESPONSE_REQUIRED: ['Waiting for our answer', ''],
  REFERRER_TO_SUBMIT_FURTHER_INFORMATION: ['More information asked for', 'Practice to reply'],
  REFERRER_TO_REVIEW_RESPONSE: ['Advice given', 'Practice to review'],
  CONVERSATION_ENDED_CANCELLED: ['Cancelled', 'Ended'],
  CONVERSATION_ENDED_CLOSED: ['Closed', 'Ended'],
  ADVICE_CONVERTED: ['Converted to a referral', 'Ended'],
};

export const adviceColumns: readonly Column<ListedAdviceRow>[] = [
  markColumn,
  {
    key: 'answer-by',
    name: 'Answer by',
    by: 'first-requested',
    cell({ row, today }) {
      const due = answerDue(row, today);
      if (due) return twoLines(strong(dayWithName(due.day)), dueWords(due));
      return twoLines('No clock', CATEGORIES[row.category]?.[1]);
    },
  },
  priorityColumn,
  patientColumn,
  {
    key: 'service',
    name: 'Service',
    under: 'and clinic type',
    by: 'service',
    cell: ({ row }) => serviceWords(row.service, row.clinicType ?? row.specialty),
  },
  {
    key: 'category',
    name: 'Status',
    by: 'category',
    cell({ row: { category } }) {
      const words = CATEGORIES[category]?.[0] ?? category;
      return twoLines(category === 'PROVIDER_RESPONSE_REQUIRED' ? strong(words) : words);
    },
  },
  {
    key: 'asked',
    name: 'First asked',
    under: 'and last updated',
    by: 'first-requested',
    joins: { small: 'answer-by' },
    cell: ({ row: { firstRequested, lastUpdated } }) =>
      twoLines(dayOf(firstRequested, ''), moment(lastUpdated, '')),
  },
  {
    key: 'referrer',
    name: 'Asked by',
    by: 'referrer',
    joins: { small: 'service' },
    cell: ({ row: { referrer } }) => twoLines(person(referrer, '')),
  },
  {
    key: 'clinician',
    name: 'Named clinician',
    by: 'clinician',
    joins: { medium: 'service' },
    cell: ({ row: { namedClinician } }) => twoLines(person(namedClinician, 'None named')),
  },
];
