import type { Action } from './action.ts';
import type { AdviceRow } from './advice.ts';
import type { NhsNumber } from './nhs-number.ts';
import type { Patient } from './patient.ts';
import {
  PROVIDER_LISTS,
  REFERRER_LISTS,
  type FollowUpRow,
  type LetterRow,
  type ReviewRow,
  type SlotIssueRow,
} from './worklist.ts';

/** The three lists on a provider's desk, then the four on a referrer's. One is read at a time. */
const DESK_LISTS = [...PROVIDER_LISTS, 'ADVICE_AND_GUIDANCE_REQUESTS', ...REFERRER_LISTS] as const;

export type DeskList = (typeof DESK_LISTS)[number];

export interface ListedAdviceRow extends AdviceRow {
  list: 'ADVICE_AND_GUIDANCE_REQUESTS';
}

export type DeskRow = ReviewRow | SlotIssueRow | ListedAdviceRow | FollowUpRow | LetterRow;

/** Patients whom the host has named so far. Nobody else has a name here: e-RS tells none. */
export type NamedPatients = ReadonlyMap<NhsNumber, Pick<Patient, 'name' | 'birthDate'>>;

export function isReferrerList(list: DeskList): boolean {
  return REFERRER_LISTS.some((each) => each === list);
}

/** Which lists dialect and role offer, in the order of the desk; over HSCN a referrer has none. */
export function listsFor(can: (action: Action) => boolean): DeskList[] {
  return DESK_LISTS.filter((list) => can(actionOf(list)));
}

function actionOf(list: DeskList): Action {
  if (list === 'ADVICE_AND_GUIDANCE_REQUESTS') return 'see-advice-worklist';
  return isReferrerList(list) ? 'see-referrer-worklist' : 'see-provider-worklist';
}
