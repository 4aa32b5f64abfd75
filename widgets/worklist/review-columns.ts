import { ukDayOf } from '../../src/domain/uk-time.ts';
import { daysBetween } from '../../src/domain/worklist-clock.ts';
import type { ReviewRow } from '../../src/domain/worklist.ts';
import { counted } from '../../src/ui/format.ts';
import type { Column } from './columns.ts';
import {
  dayOf,
  markColumn,
  moment,
  momentWithDay,
  nameColumn,
  nhsNumberColumn,
  person,
  priorityColumn,
  serviceWords,
  strong,
  twoLines,
} from './row-cells.ts';

const NEWS: Readonly<Record<string, string>> = {
  NEVER_REVIEWED: 'Never reviewed',
  LETTER_CHANGED: 'Letter changed',
  PRIORITY_CHANGED: 'Priority changed',
  PRIORITY_AND_LETTER_CHANGED: 'Priority and letter changed',
};

const TYPES: Readonly<Record<string, string>> = {
  APPOINTMENT: 'Appointment',
  TRIAGE_DEFERRAL: 'Triage or deferred',
};

export const reviewColumns: readonly Column<ReviewRow>[] = [
  markColumn,
  priorityColumn,
  nameColumn,
  nhsNumberColumn,
  {
    key: 'service',
    name: 'Service',
    under: 'and specialty',
    by: 'service',
    cell: ({ row }) => serviceWords(row.service, row.specialty),
  },
  {
    key: 'news',
    name: 'Review status',
    by: 'news',
    cell({ row: { news } }) {
      const words = NEWS[news] ?? news;
      return twoLines(news === 'NEVER_REVIEWED' ? words : strong(words));
    },
  },
  {
    key: 'information',
    name: 'Clinical information',
    under: 'first sent, updated',
    by: 'clinical-information',
    cell({ row: { clinicalInfoFirstSubmitted: first, clinicalInfoLastUpdated: updated } }) {
      // e-RS gives the first time as the last one where nothing came since.
      const isUpdated = updated !== undefined && updated !== first;
      return twoLines(
        moment(first, 'Not there yet'),
        isUpdated ? strong(moment(updated, '')) : 'No update',
      );
    },
  },
  {
    key: 'type',
    name: 'Type',
    under: 'and appointment',
    by: 'appointment',
    joins: { small: 'service' },
    cell: ({ row: { referralType, appointmentStart } }) =>
      twoLines(
        TYPES[referralType] ?? referralType,
        appointmentStart ? momentWithDay(appointmentStart) : 'No appointment',
      ),
  },
  {
    key: 'clinician',
    name: 'Clinician',
    by: 'clinician',
    joins: { small: 'service' },
    cell({ row: { allocatedClinician, namedClinician } }) {
      if (allocatedClinician) return twoLines(person(allocatedClinician, ''), 'Allocated');
      return namedClinician
        ? twoLines(person(namedClinician, ''), 'Named')
        : twoLines('Not assigned');
    },
  },
  {
    key: 'pathway',
    name: 'Pathway',
    under: 'days, start',
    by: 'pathway',
    joins: { medium: 'information' },
    cell: ({ row: { pathwayStart }, today }) =>
      twoLines(
        counted(Math.max(0, daysBetween(ukDayOf(pathwayStart), today)), 'day'),
        dayOf(pathwayStart, ''),
      ),
  },
];
