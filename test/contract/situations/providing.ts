import { concept, type Json } from '../../../src/ers/answers.fixtures.ts';
import {
  bookedRecord,
  versionedAppointment,
} from '../../../src/ers/interactions/appointments.fixtures.ts';
import { reviewColumns, row, worklist } from '../../../src/ers/interactions/worklist.fixtures.ts';
import { CANARY, json, noFile, pdf, type Situation, referralOf } from './situation.ts';

const asRead = { ubrn: '000049283317', version: '6' };
const referral = json(referralOf());
const broken = { answer: json(referralOf({ id: CANARY })), field: 'id' };
const file: Situation['answer'] = { ...pdf, headers: { 'Content-Type': 'text/plain' } };
const scanned: Situation['errors'] = [
  [422, 'PENDING', 'file-being-scanned'],
  [422, 'THREATS_FOUND', 'file-unsafe'],
  [422, 'VALIDATION_FAILED', 'file-not-valid'],
];
const task = (reference: string): Json => ({
  resourceType: 'Bundle',
  entry: [
    {
      resource: {
        resourceType: 'Task',
        status: 'ready',
        focus: { reference },
        code: concept('eRS-AvailableActionsForUser-1', 'CREATE_APPOINTMENT'),
      },
    },
  ],
});
const rejection = { code: 'OTHER', type: 'PROVIDER_REJECT', commentIsMandatory: true };
const cancellation = { code: 'PATIENT_UNWELL', usage: 'CANCEL', commentIsMandatory: false };

/** Reading, deciding on and ending referrals, and their appointments. */
export const providing = {
  A006: {
    args: 'Binary/att-1-1',
    answer: file,
    errors: [...scanned, [422, 'FILE_SIZE_ERROR', 'file-too-big-to-open']],
    malformed: noFile,
  },
  A007: {
    args: asRead.ubrn,
    answer: pdf,
    errors: [
      [422, 'NO_CLINICAL_INFO', 'no-clinical-information'],
      [422, 'INVALID_REQUEST_TYPE', 'wrong-request-type'],
      [422, 'PATIENT_SENSITIVE', 'patient-error'],
    ],
    malformed: noFile,
  },
  A008: {
    args: { list: 'REFERRALS_FOR_REVIEW', serviceId: '11008' },
    answer: json(worklist([row('ReferralsforReview', reviewColumns())])),
    errors: [
      [422, 'NO_SUCH_SPECIALTY', 'reference-not-found'],
      [422, 'UNEXPECTED_FIELD', 'field-not-permitted'],
      [403, 'FORBIDDEN', 'forbidden'],
    ],
    malformed: {
      answer: json(
        worklist([row('ReferralsforReview', reviewColumns({ patient: { valueString: CANARY } }))]),
      ),
      field: 'entry[0].extension[0].extension.patient[0].valueReference',
    },
  },
  A013: {
    args: asRead,
    answer: referral,
    errors: [
      [422, 'INVALID_REQUEST_STATE', 'wrong-state'],
      [409, 'VERSION_CONFLICT', 'referral-changed'],
      [423, 'REFERRAL_LOCKED', 'locked'],
    ],
    malformed: broken,
  },
  A014: {
    args: { ...asRead, reason: rejection, comment: 'Please refer elsewhere.' },
    answer: referral,
    errors: [
      [422, 'UNABLE_TO_CANCEL_APPOINTMENT', 'appointment-not-cancelled'],
      [422, 'VALUE_IS_REQUIRED', 'field-required'],
      [504, 'PAS_NOT_RESPONDING', 'provider-silent'],
    ],
    malformed: broken,
  },
  A022: {
    args: { ...asRead, comment: 'Book after the echo.', cancelledInPas: false },
    answer: referral,
    errors: [
      [422, 'INVALID_STATE', 'file-in-use'],
      [422, 'FIELD_NOT_PERMITTED', 'field-not-permitted'],
      [412, undefined, 'precondition-failed'],
    ],
    malformed: broken,
  },
  A028: {
    args: {
      ...asRead,
      outcome: 'ACCEPT_REFER_BOOK_LATER',
      comment: 'Book within two weeks.',
      priority: 'URGENT',
    },
    answer: referral,
    errors: [
      [422, 'PRIORITY_NOT_CURRENT', 'priority-not-current'],
      [422, 'INVALID_STATE', 'file-in-use'],
      [422, 'INVALID_CODE', 'field-wrong'],
    ],
    malformed: broken,
  },
  A029: {
    args: asRead,
    answer: json(task('ReferralRequest/000049283317/_history/6')),
    errors: [
      [400, 'REFERENCE_NOT_FOUND', 'not-found'],
      [400, 'HISTORY_NOT_SUPPORTED', 'referral-changed'],
      [400, 'INVALID_VALUE', 'field-wrong'],
    ],
    malformed: { answer: json(task(CANARY)), field: 'entry[0].resource.focus' },
  },
  A034: {
    args: { record: bookedRecord, reason: cancellation },
    answer: json(versionedAppointment({ status: 'cancelled' })),
    errors: [
      [422, 'UNABLE_TO_CANCEL_APPOINTMENT', 'appointment-not-cancelled'],
      [422, 'INAPPROPRIATE_VALUE', 'field-wrong'],
      [502, 'PAS_RESPONDED_WITH_ERROR', 'provider-refused'],
    ],
    malformed: {
      answer: json(versionedAppointment({ meta: { versionId: CANARY } })),
      field: 'meta.versionId',
    },
  },
  A038: {
    args: '51234',
    answer: json(versionedAppointment()),
    errors: [
      [422, 'PATIENT_ERROR', 'patient-error'],
      [422, 'NO_RELATIONSHIP', 'no-relationship'],
      [404, undefined, 'not-found'],
    ],
    malformed: {
      answer: json(versionedAppointment({ start: CANARY })),
      field: 'start',
    },
  },
  A042: {
    args: 'Binary/0b5f4b3e-0d2c-4b5d-9c53-6d3b1f2b7a10',
    answer: file,
    errors: [...scanned, [403, 'NO_RELATIONSHIP', 'no-relationship']],
    malformed: noFile,
  },
} satisfies Record<string, Situation>;
