import { dropOff, dueOn } from '../../src/domain/worklist-clock.ts';
import type { SlotIssueRow } from '../../src/domain/worklist.ts';
import { counted } from '../../src/ui/format.ts';
import { reasonWords } from '../../src/ui/referral-words.ts';
import type { Column } from './columns.ts';
import {
  day,
  dayOf,
  dayWithName,
  dueWords,
  markColumn,
  patientColumn,
  priorityColumn,
  selectColumn,
  serviceWords,
  strong,
  twoLines,
} from './row-cells.ts';

const INFORMATION: Readonly<Record<string, readonly [words: string, more?: string]>> = {
  PRESENT: ['Present'],
  NOT_APPLICABLE: ['Not applicable', 'None needed'],
  NOT_DUE: ['Not due', 'Practice will add it'],
  OVERDUE: ['Overdue', 'Ask the practice'],
};

/** From then on the days that are left stand out. */
const FEW_DAYS = 30;

export const slotIssueColumns: readonly Column<SlotIssueRow>[] = [
  selectColumn,
  { ...markColumn, joins: { wide: 'priority' } },
  priorityColumn,
  patientColumn,
  {
    key: 'service',
    name: 'Service',
    under: 'and specialty',
    by: 'service',
    cell: ({ row }) => serviceWords(row.service, row.specialty),
  },
  {
    key: 'reason',
    name: 'Reason',
    by: 'reason',
    joins: { small: 'service' },
    cell: ({ row: { reason } }) => twoLines(reason ? reasonWords(reason) : 'Not told by e-RS'),
  },
  {
    key: 'received',
    name: 'Received',
    by: 'received',
    joins: { medium: 'limit' },
    cell: ({ row: { received } }) => dayOf(received, 'Not told by e-RS'),
  },
  {
    key: 'contact-by',
    name: 'Contact patient by',
    by: 'contact-by',
    cell({ row: { contactExpected }, today }) {
      if (!contactExpected) return twoLines('No date from e-RS');
      return twoLines(
        strong(dayWithName(contactExpected)),
        dueWords(dueOn(contactExpected, today)),
      );
    },
  },
  {
    key: 'information',
    name: 'Clinical information',
    joins: { small: 'service' },
    cell({ row: { clinicalInformation = '' } }) {
      const [words, more] = INFORMATION[clinicalInformation] ?? [
        clinicalInformation || 'Not told by e-RS',
      ];
      return twoLines(clinicalInformation === 'OVERDUE' ? strong(words) : words, more);
    },
  },
  {
    key: 'limit',
    name: '180-day limit',
    under: 'from date received',
    by: 'received',
    cell({ row, today }) {
      const limit = dropOff(row, today);
      if (!limit) return twoLines('Not known');
      const { day: last, leftDays } = limit;
      const words = leftDays < 0 ? 'Passed' : `${counted(leftDays, 'day')} left`;
      return twoLines(leftDays <= FEW_DAYS ? strong(words) : words, [
        leftDays < 0 ? 'Dropped off ' : 'Drops off ',
        day(last, ''),
      ]);
    },
  },
  {
    key: 'last-contact',
    name: 'Last contact',
    by: 'last-contact',
    joins: { medium: 'contact-by' },
    cell: ({ row: { lastContact } }) => dayOf(lastContact, 'None recorded'),
  },
];
