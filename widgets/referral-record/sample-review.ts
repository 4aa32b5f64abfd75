import type { Instant, LocalDate } from '../../src/domain/instant.ts';
import type { Letter } from '../../src/domain/letter.ts';
import type { NhsNumber } from '../../src/domain/nhs-number.ts';
import type { Patient } from '../../src/domain/patient.ts';
import { ALLOWED, type WhoCan, type WhyNot } from '../../src/domain/permission.ts';
import type { Problem, ProblemReason } from '../../src/domain/problem.ts';
import type { AppointmentCancellationReason } from '../../src/domain/reference-list.ts';
import type { Referral, ReferralVersion } from '../../src/domain/referral.ts';
import {
  REVIEW_ACTIONS,
  type ReviewAction,
  type ReviewDecision,
} from '../../src/domain/review-decisions.ts';
import type { Ubrn } from '../../src/domain/ubrn.ts';
import type { ReviewRow } from '../../src/domain/worklist.ts';
import type { Place } from '../../src/domain/worklist-place.ts';
import type { ReviewFile } from '../../src/flows/review-referral.ts';

// One synthetic patient, around Monday 23 November 2026, 14:35 GMT.

export const at = (time: string): Instant => `2026-11-${time}.000Z` as Instant;
export const NOW = at('23T14:35:20');
export const UBRN = '000049351826' as Ubrn;

export const patient: Patient = {
  nhsNumber: '9990134626' as NhsNumber,
  birthDate: '1963-09-19' as LocalDate,
  name: { family: 'Abernethy', given: 'Colin', title: 'Mr' },
  gender: 'Male',
  verified: true,
};

function letter(name: string, facts: Partial<Letter> = {}): Letter {
  return {
    url: `Binary/${name}`,
    name,
    size: 412_000,
    kind: 'REFERRER',
    availability: 'AVAILABLE',
    attachedAt: at('23T10:51:00'),
    attachedBy: '555021854777',
    attachedByOrganisation: 'Y00417',
    ...facts,
  };
}

export const pdf = letter('Referral letter ABERNETHY.pdf');
export const photo = letter('Clinical photo left scapula.png', { size: 2_100_000 });
const dermoscopy = letter('Dermoscopy left scapula.jpg', { size: 1_800_000 });
export const note = letter('Telephone note.txt', { size: 640 });
export const pending = letter('Pathology 2019 BCC.pdf', {
  size: 230_000,
  availability: 'PENDING',
  attachedAt: at('23T14:31:00'),
});
export const invalid = letter('Old notes.docx', {
  size: 3_300_000,
  availability: 'VALIDATION_FAILED',
});
export const threat = letter('Bloods.pdf', { size: 230_000, availability: 'THREATS_FOUND' });

export const toReview: Referral = {
  ubrn: UBRN,
  version: '10' as ReferralVersion,
  patient: patient.nhsNumber,
  state: { code: 'BOOKED', derived: false },
  priority: 'TWO_WEEK_WAIT',
  specialty: { code: '2WW_DERMATOLOGY', display: 'Dermatology' },
  appointment: {
    id: 'a1',
    status: 'booked',
    service: { id: '201', name: 'Suspected skin cancer, Wexcombe General Hospital' },
    start: '2026-12-02T09:40:00.000Z' as Instant,
    end: '2026-12-02T10:00:00.000Z' as Instant,
    clinician: { sdsUserId: '555021854111', name: 'OKAFOR, Adaeze (Dr)' },
    created: at('23T10:49:00'),
  },
  letters: [pdf, photo, dermoscopy, pending],
  clinicalInfoFirstSubmitted: at('23T10:51:00'),
  clinicalInfoLastUpdated: at('23T14:31:00'),
  related: ['000048765510' as Ubrn],
  advice: ['000048765510' as Ubrn],
};

export const inTriage: Referral = {
  ...toReview,
  state: { code: 'AWAITING_TRIAGE', derived: false, reason: { code: 'TRIAGE' } },
  priority: 'URGENT',
  letters: [pdf],
  appointment: {
    status: 'proposed',
    service: { id: '201', name: 'IBD flare clinic' },
    created: at('23T10:49:00'),
  },
};

/** Forbidden, where it says why; the others are allowed. */
export function decisions(
  forbidden: Partial<Record<ReviewAction, [WhyNot, WhoCan]>>,
): ReviewDecision[] {
  return REVIEW_ACTIONS.map((action) => {
    const [why, whoCan] = forbidden[action] ?? [];
    return why && whoCan ? { action, allowed: false, why, whoCan } : { action, ...ALLOWED };
  });
}

export const whenBooked = decisions({
  'record-review-outcome': ['booked', { who: 'after-cancelling' }],
});

const awaits: [WhyNot, WhoCan] = ['awaits-triage', { who: 'nobody' }];
export const whenInTriage = decisions({
  'accept-referral': awaits,
  'reject-referral': awaits,
  'cancel-and-act-later': awaits,
});

function reason(code: string, display: string, mandatory = false): AppointmentCancellationReason {
  return {
    code,
    display,
    type: 'PROVIDER_REJECT',
    commentIsMandatory: mandatory,
    businessFunctions: [],
    willCancelWholeRequest: false,
  };
}

export const reasons = [
  reason('SERVICE_INAPPROPRIATE', 'Service inappropriate'),
  reason('MORE_INFORMATION', 'Further information required', true),
];

function row(ubrn: string): ReviewRow {
  return {
    list: 'REFERRALS_FOR_REVIEW',
    ubrn: ubrn as Ubrn,
    patient: '9990123454' as NhsNumber,
    priority: 'URGENT',
    specialty: { code: 'DERMATOLOGY' },
    pathwayStart: at('20T09:00:00'),
    clinicalInfoPrinted: false,
    news: 'NEVER_REVIEWED',
    referralType: 'APPOINTMENT',
  };
}

export const place: Place = {
  position: 4,
  total: 2140,
  previous: row('000049351811'),
  next: row('000049351833'),
};

export function problem(reason: ProblemReason, facts: Partial<Problem> = {}): Problem {
  return {
    reason,
    source: 'e-rs',
    correlationId: '7f1c20ab-93d4',
    transactionId: '2c9e-77b0-41ad',
    retry: 'never',
    ...facts,
  };
}

export function openFile(
  content: BlobPart,
  mediaType: string,
  openedAt = at('23T14:33:00'),
): ReviewFile {
  return {
    load: { status: 'open', content: { mediaType, bytes: new Blob([content]) } },
    openedAt,
  };
}

export const PDF_BYTES = '%PDF-1.4 made up';
