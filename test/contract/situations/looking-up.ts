import type { Json } from '../../../src/ers/answers.fixtures.ts';
import {
  concept,
  searchset,
  serviceBody,
} from '../../../src/ers/interactions/directory.fixtures.ts';
import { CANARY, json, type Situation } from './situation.ts';

const role: Json = {
  resourceType: 'PractitionerRole',
  organization: { identifier: { value: 'R69' } },
  code: [concept('NHSD-eRS-BusinessFunction', 'REFERRING_CLINICIAN')],
};
const clinician = (value: string): Json => ({
  resourceType: 'Practitioner',
  identifier: [{ value }],
});
const identity = (patient: string): Json => ({
  resourceType: 'ServiceRequest',
  id: 'r.1',
  identifier: [{ value: '000049283317' }],
  category: [{ coding: [{ code: 'referral' }] }],
  subject: { identifier: { value: patient } },
});
const errors: Situation['errors'] = [
  [401, 'ACCESS_DENIED', 'session-ended'],
  [403, 'REC_FORBIDDEN', 'forbidden'],
  [400, 'REC_BAD_REQUEST', 'bad-request'],
  [503, 'REC_UNAVAILABLE', 'ers-unavailable'],
];

/** Users, services and numbers, of the API platform alone. */
export const lookingUp = {
  A030: {
    args: undefined,
    answer: json(searchset(role)),
    errors,
    malformed: {
      answer: json(searchset({ ...role, code: [{ coding: [{ display: CANARY }] }] })),
      field: 'entry[0].resource.code[0].coding[0].code',
    },
  },
  A033: {
    args: '11008',
    answer: json(serviceBody('11008')),
    errors: [...errors, [404, 'REC_NOT_FOUND', 'no-such-service']],
    malformed: { answer: json(serviceBody(CANARY)), field: 'id' },
  },
  A035: {
    args: ['11008', '11010'],
    answer: json(searchset(serviceBody('11008'), serviceBody('11010'))),
    errors,
    malformed: {
      answer: json(searchset(serviceBody('11008', { name: { text: CANARY } }))),
      field: 'entry[0].resource.name',
    },
  },
  A037: {
    args: '11008',
    answer: { status: 200, headers: { ETag: 'W/"3"' } },
    errors: [
      [401, undefined, 'session-ended'],
      [403, 'REC_FORBIDDEN', 'forbidden'],
      [404, undefined, 'no-such-service'],
    ],
    malformed: { answer: { status: 200, headers: { ETag: CANARY } }, field: 'ETag' },
  },
  A040: {
    args: undefined,
    answer: json(searchset(clinician('555032000100'))),
    errors,
    malformed: {
      answer: json(searchset(clinician(CANARY))),
      field: 'entry[0].resource.identifier.value',
    },
  },
  A041: {
    args: '000049283317',
    answer: json(searchset(identity('9990123454'))),
    errors,
    malformed: {
      answer: json(searchset(identity(CANARY))),
      field: 'entry[0].resource.subject.identifier.value',
    },
  },
} satisfies Record<string, Situation>;
