import { letterBody, serviceEntry, type Json } from '../../../src/ers/answers.fixtures.ts';
import { appointmentBody } from '../../../src/ers/answers.fixtures.ts';
import { versionedAppointment } from '../../../src/ers/interactions/appointments.fixtures.ts';
import { CANARY, EVERYWHERE, json, noFile, pdf, type Situation, referralOf } from './situation.ts';

const ubrn = '000049283317';
const patient = '9990123454';
const version = '6';
const criteria = {
  priority: 'ROUTINE',
  specialty: { code: 'CARDIOLOGY' },
  clinicType: { code: 'ARRHYTHMIA' },
  ageAndGenderAppropriate: true,
};
const start = '2026-10-22T08:40:00.000Z';
const end = '2026-10-22T09:00:00.000Z';
const choice = {
  criteria,
  services: ['11008'],
  letterIntention: 'NEED_TO_ADD_LATER',
  reminderDays: 3,
};
const referral = json(referralOf());
const broken = { answer: json(referralOf({ id: CANARY })), field: 'id' };
const withAppointment = (name: string, held: Json): Json => ({
  resourceType: 'Parameters',
  parameter: [
    { name: 'updatedReferralRequest', resource: held },
    { name, resource: versionedAppointment() },
  ],
});
const slot = {
  resourceType: 'Slot',
  id: '9',
  status: 'free',
  schedule: { reference: 'Schedule/1' },
  start,
  end,
};
const schedule = {
  resourceType: 'Schedule',
  id: '1',
  actor: [{ identifier: { system: 'http://fhir.nhs.net/Id/ers-service', value: '11008' } }],
};
const slots = (...resources: Json[]): Json => ({
  resourceType: 'Bundle',
  total: 1,
  entry: resources.map((resource) => ({ resource })),
});
const specialty = { code: 'CARDIOLOGY', display: 'Cardiology' };

/** Finding services, making a referral, its letters, its appointment. */
export const referring = {
  A004: {
    args: 'SPECIALTY',
    answer: json({ resourceType: 'CodeSystem', id: 'SPECIALTY', concept: [specialty] }),
    errors: EVERYWHERE,
    malformed: {
      answer: json({
        resourceType: 'CodeSystem',
        id: 'SPECIALTY',
        concept: [specialty, { code: 1, display: CANARY }],
      }),
      field: 'concept[1].code',
    },
  },
  A005: {
    args: ubrn,
    answer: referral,
    errors: [
      [422, 'PATIENT_ERROR', 'patient-error'],
      [422, 'INVALID_REQUEST_TYPE', 'wrong-request-type'],
      [422, 'NO_RELATIONSHIP', 'no-relationship'],
      [404, undefined, 'not-found'],
    ],
    malformed: {
      answer: json(referralOf({ subject: { identifier: { value: CANARY } } })),
      field: 'subject.identifier.value',
    },
  },
  A010: {
    args: { patient, criteria, sortBy: 'IWT' },
    answer: json({ resourceType: 'List', entry: [serviceEntry('11008')] }),
    errors: [
      [422, 'SNOMED_NOT_FOUND', 'clinical-term-unknown'],
      [422, 'REFERENCED_USER_IS_NOT_SPC', 'clinician-not-provider'],
      [422, 'NO_REG_GP_PRACTICE', 'no-registered-practice'],
      [422, 'ORGANISATION_IS_CLOSED', 'organisation-closed'],
    ],
    malformed: {
      answer: json({ resourceType: 'List', entry: [serviceEntry('11008'), serviceEntry(CANARY)] }),
      field: 'entry[1].item.identifier.value',
    },
  },
  A011: {
    args: { patient, ...choice },
    answer: referral,
    errors: [
      [422, 'TOO_MANY_ITEMS', 'too-many-services'],
      [422, 'DUPLICATE_SERVICE', 'duplicate-service'],
      [422, 'SHORTLISTED_SERVICE_NOT_IN_RESULTS', 'service-not-in-results'],
    ],
    malformed: broken,
  },
  A012: {
    args: { ubrn, version, letters: [{ url: 'Binary/att-1-1', indexed: start }] },
    answer: json(referralOf({}, [letterBody()])),
    errors: [
      [422, 'INVALID_STATE', 'file-in-use'],
      [422, 'DUPLICATE_FILENAME', 'duplicate-file-name'],
      [422, 'NO_CHANGES_DETECTED', 'no-changes'],
      [409, undefined, 'referral-changed'],
    ],
    malformed: {
      answer: json(referralOf({}, [letterBody({ type: { text: CANARY } })])),
      field: 'contained[2].type.coding',
    },
  },
  A015: {
    args: { serviceId: '11008', priority: 'ROUTINE', ruleOrganisation: 'R69', page: 1 },
    answer: json(slots(slot, schedule)),
    errors: [
      [400, 'INVALID_STATE', 'service-unavailable'],
      [400, 'REFERENCE_NOT_FOUND', 'reference-not-found'],
      [400, 'MISSING_PARAMETER', 'field-required'],
    ],
    malformed: {
      answer: json(slots({ ...slot, start: CANARY }, schedule)),
      field: 'entry[0].resource.start',
    },
  },
  A016: {
    args: {
      kind: 'book',
      ubrn,
      version,
      patient,
      slot: { id: '9', serviceId: '11008', start, end },
    },
    answer: json(appointmentBody()),
    errors: [
      [422, 'SLOT_NOT_AVAILABLE', 'slot-taken'],
      [422, 'INAPPROPRIATE_SLOT', 'slot-unsuitable'],
      [502, 'PAS_RESPONDED_WITH_ERROR', 'provider-refused'],
      [504, 'PAS_NOT_RESPONDING', 'provider-silent'],
    ],
    malformed: {
      answer: json(appointmentBody({ participant: [{ actor: { display: CANARY } }] })),
      field: 'participant',
    },
  },
  A019: {
    args: ubrn,
    answer: pdf,
    errors: [
      [422, 'NO_ACCESS_CODE', 'no-access-code'],
      [422, 'INVALID_REQUEST_STATE', 'wrong-state'],
      [422, 'NO_RELATIONSHIP', 'no-relationship'],
    ],
    malformed: noFile,
  },
  A020: {
    args: { ubrn, file: new File(['%PDF'], 'Letter.pdf', { type: 'application/pdf' }) },
    answer: { status: 201, headers: { Location: 'https://elsewhere.test/STU3/Binary/att-1-1' } },
    errors: [
      [422, 'CONFLICTING_VALUES', 'file-type-mismatch'],
      [422, 'INAPPROPRIATE_VALUE', 'file-type-refused'],
      [422, 'FILE_SIZE_ERROR', 'file-too-big'],
    ],
    malformed: {
      answer: { status: 201, headers: { Location: `/x/${CANARY}` } },
      field: 'Location',
    },
  },
  A021: {
    args: { patient, criteria, serviceId: '11010' },
    answer: referral,
    errors: [
      [422, 'REFERENCED_USER_IS_NOT_RC', 'clinician-not-referring'],
      [422, 'SHORTLISTED_SERVICE_NOT_IN_RESULTS', 'service-not-in-results'],
      [422, 'PATIENT_ERROR', 'patient-error'],
    ],
    malformed: broken,
  },
  A031: {
    args: { ubrn, version, ...choice },
    answer: referral,
    errors: [
      [422, 'DUPLICATE_SERVICE', 'duplicate-service'],
      [422, 'INVALID_REQUEST_STATE', 'wrong-state'],
      [423, undefined, 'locked'],
    ],
    malformed: broken,
  },
  A032: {
    args: { ubrn, version, criteria, serviceId: '11010', letterIntention: 'NOT_INTENDING_TO_ADD' },
    answer: json(withAppointment('createdAppointment', referralOf())),
    errors: [
      [422, 'TOO_MANY_ITEMS', 'too-many-services'],
      [422, 'INVALID_REQUEST_TYPE', 'wrong-request-type'],
      [409, undefined, 'referral-changed'],
    ],
    malformed: {
      answer: json(withAppointment('createdAppointment', referralOf({ id: CANARY }))),
      field: 'parameter.updatedReferralRequest[0].resource.id',
    },
  },
  A036: {
    args: {
      ubrn,
      version,
      reason: { code: 'PATIENT_DIED', referrerUsage: 'CANCEL_REFERRAL', commentIsMandatory: false },
    },
    answer: json(withAppointment('updatedAppointment', referralOf({ status: 'cancelled' }))),
    errors: [
      [422, 'UNABLE_TO_CANCEL_APPOINTMENT', 'appointment-not-cancelled'],
      [422, 'MISSING_VALUE', 'field-required'],
      [504, 'PAS_NOT_RESPONDING', 'provider-silent'],
    ],
    malformed: {
      answer: json(withAppointment('updatedAppointment', referralOf({ id: CANARY }))),
      field: 'parameter.updatedReferralRequest[0].resource.id',
    },
  },
} satisfies Record<string, Situation>;
