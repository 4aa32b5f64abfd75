import type { AdviceRow } from './advice.ts';
import type { NhsNumber } from './nhs-number.ts';
import type { Patient } from './patient.ts';
import { PROVIDER_LISTS, type ReviewRow, type SlotIssueRow } from './worklist.ts';

/** The three lists on a provider's desk. One of them is read at a time. */
export const DESK_LISTS = [...PROVIDER_LISTS, 'ADVICE_AND_GUIDANCE_REQUESTS'] as const;

export type DeskList = (typeof DESK_LISTS)[number];

export interface ListedAdviceRow extends AdviceRow {
  list: 'ADVICE_AND_GUIDANCE_REQUESTS';
}

export type DeskRow = ReviewRow | SlotIssueRow | ListedAdviceRow;

/** Patients whom the host has named so far. Nobody else has a name here: e-RS tells none. */
export type NamedPatients = ReadonlyMap<NhsNumber, Pick<Patient, 'name' | 'birthDate'>>;
