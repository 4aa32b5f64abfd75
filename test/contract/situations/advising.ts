import {
  concept,
  NHS_NUMBER,
  SDS_USER,
  SERVICE,
  type Json,
} from '../../../src/ers/answers.fixtures.ts';
import {
  adviceAsRead,
  adviceBody,
  messageBody,
  sentBody,
} from '../../../src/ers/interactions/advice.fixtures.ts';
import { at, person, row, worklist } from '../../../src/ers/interactions/worklist.fixtures.ts';
import { CANARY, json, noFile, pdf, type Situation, referralOf } from './situation.ts';

const criteria = {
  priority: 'ROUTINE',
  clinicalTerm: { code: '49436004' },
  ageAndGenderAppropriate: true,
};
const bundle = (...resources: Json[]): Json => ({
  resourceType: 'Bundle',
  entry: resources.map((resource) => ({ resource })),
});
const columns: Json = {
  priority: { valueCodeableConcept: concept('eRS-Priority-1', 'ROUTINE') },
  specialty: { valueCodeableConcept: concept('SPECIALTY', 'CARDIOLOGY') },
  patient: person(NHS_NUMBER, '9990123454'),
  category: { valueCodeableConcept: concept('X', 'PROVIDER_RESPONSE_REQUIRED') },
  adviceFirstRequested: at('2026-10-16T09:30:00.000Z'),
  adviceLastUpdated: at('2026-10-16T09:30:00.000Z'),
  referrer: person(SDS_USER, '555032000100'),
  service: { valueReference: { identifier: { system: SERVICE, value: '11014' } } },
};
const adviceRow = (over: Json = {}): Json => ({
  ...row('AdviceAndGuidanceRequests', { ...columns, ...over }),
  item: { reference: 'CommunicationRequest/000049283320' },
});
const sent = (name: string, message = messageBody()) => json(sentBody(name, adviceBody(), message));
const given = {
  ...adviceAsRead,
  text: 'Start a beta blocker.',
  outcome: 'RETURN_TO_REFERRER_WITH_ADVICE',
  recommendation: 'OTHER',
  priority: 'ROUTINE',
};

/** Advice and guidance, of both sides. */
export const advising = {
  A023: {
    args: {},
    answer: json(worklist([adviceRow()])),
    errors: [
      [422, 'NO_SUCH_SERVICE', 'no-such-service'],
      [422, 'NO_SUCH_CLINICIAN', 'reference-not-found'],
      [403, 'FORBIDDEN', 'forbidden'],
    ],
    malformed: {
      answer: json(worklist([adviceRow({ adviceLastUpdated: at(CANARY) })])),
      field: 'entry[0].extension[0].extension.adviceLastUpdated[0].valueDateTime',
    },
  },
  A024: {
    args: adviceAsRead.ubrn,
    answer: json(adviceBody()),
    errors: [
      [422, 'INVALID_REQUEST_TYPE', 'wrong-request-type'],
      [422, 'NO_RELATIONSHIP', 'no-relationship'],
      [404, 'NO_SUCH_REQUEST', 'not-found'],
    ],
    malformed: { answer: json(adviceBody({ id: CANARY })), field: 'id' },
  },
  A025: {
    args: adviceAsRead,
    answer: json(bundle(messageBody())),
    errors: [
      [404, 'HISTORY_NOT_SUPPORTED', 'referral-changed'],
      [400, 'PATIENT_ERROR', 'patient-error'],
      [400, 'INVALID_REQUEST_TYPE', 'wrong-request-type'],
    ],
    malformed: {
      answer: json(bundle(messageBody({ sent: CANARY }))),
      field: 'entry[0].resource.sent',
    },
  },
  A026: {
    args: given,
    answer: sent('updatedCommunicationRequest'),
    errors: [
      [422, 'UNSUPPORTED_PRIORITY', 'priority-not-supported'],
      [422, 'INVALID_STATE', 'file-in-use'],
      [422, 'INVALID_REQUEST_STATE', 'wrong-state'],
      [409, undefined, 'referral-changed'],
    ],
    malformed: {
      answer: sent('updatedCommunicationRequest', messageBody({ sent: CANARY })),
      field: 'parameter.createdCommunication[0].resource.sent',
    },
  },
  A027: {
    args: { ...adviceAsRead, text: 'We will see her.', priority: 'URGENT', comment: 'Book.' },
    answer: json(referralOf({ id: adviceAsRead.ubrn })),
    errors: [
      [422, 'UNSUPPORTED_PRIORITY', 'priority-not-supported'],
      [422, 'CONFLICTING_VALUES', 'field-wrong'],
      [422, 'INVALID_REQUEST_STATE', 'wrong-state'],
    ],
    malformed: { answer: json(referralOf({ id: CANARY })), field: 'id' },
  },
  A043: {
    args: adviceAsRead.ubrn,
    answer: pdf,
    errors: [
      [422, 'PATIENT_ERROR', 'patient-error'],
      [422, 'INVALID_REQUEST_TYPE', 'wrong-request-type'],
      [422, 'NO_RELATIONSHIP', 'no-relationship'],
    ],
    malformed: noFile,
  },
  A044: {
    args: {
      patient: '9990123454',
      criteria,
      serviceId: '11014',
      text: 'Is it safe?',
      mayConvert: true,
    },
    answer: sent('createdCommunicationRequest'),
    errors: [
      [422, 'SHORTLISTED_SERVICE_NOT_IN_RESULTS', 'service-not-in-results'],
      [422, 'REFERENCED_USER_IS_NOT_RC_AT_ORG', 'clinician-not-in-organisation'],
      [422, 'NO_REG_GP_PRACTICE', 'no-registered-practice'],
    ],
    malformed: {
      answer: sent('createdCommunicationRequest', messageBody({ note: [{ text: 1 }] })),
      field: 'parameter.createdCommunication[0].resource.note[0].text',
    },
  },
} satisfies Record<string, Situation>;
