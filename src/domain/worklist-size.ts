import type { Problem } from './problem.ts';
import type { DeskList } from './provider-desk.ts';

/** A larger answer fails at the gateway of the API platform (api-platform.md §1): no row comes at all. */
const LIMIT_BYTES = 10 * 1_024 * 1_024;

/**
 * One row as e-RS writes it, by lists of several thousand rows of our simulator; samples of e-RS have
 * 1,283 to 1,502. An estimate, and to be called one.
 */
const ROW_BYTES: Readonly<Record<DeskList, number>> = {
  REFERRALS_FOR_REVIEW: 1_600,
  APPOINTMENT_SLOT_ISSUES: 1_350,
  ADVICE_AND_GUIDANCE_REQUESTS: 1_500,
  REJECTED_TRIAGE_RESPONSE: 1_350,
  ASSESSMENT_RETURNED_CANCELLED_DNA: 1_350,
  AWAITING_BOOKING: 1_350,
  LETTERS_OUTSTANDING: 1_150,
};

export interface ListSize {
  bytes: number;
  isEstimate: boolean;
  limitBytes: number;
  /** `plan`: from 7 MB a filter is to be planned; `filter-now`: from 9 MB it is due. */
  level: 'normal' | 'plan' | 'filter-now';
}

const MEGABYTE = 1_024 * 1_024;

/** `bytes` where the size of the answer is known. */
export function sizeOfList(list: DeskList, rows: number, bytes?: number): ListSize {
  const size = bytes ?? rows * ROW_BYTES[list];
  const isEstimate = bytes === undefined;
  return { bytes: size, isEstimate, limitBytes: LIMIT_BYTES, level: levelOf(size) };
}

function levelOf(bytes: number): ListSize['level'] {
  if (bytes >= 9 * MEGABYTE) return 'filter-now';
  return bytes >= 7 * MEGABYTE ? 'plan' : 'normal';
}

/**
 * Whether a load failed for the size of its list. The gateway's failure is a bare 502, which others
 * send too: it is no more than likely, and not even that where the list was small a moment ago.
 */
export function failedForSize(
  { source, httpStatus, ersCode }: Problem,
  last: ListSize | undefined,
): 'certain' | 'likely' | 'no' {
  if (httpStatus === 413) return 'certain';
  const isBare = source === 'e-rs' && httpStatus === 502 && ersCode === undefined;
  return isBare && last?.level !== 'normal' ? 'likely' : 'no';
}
