import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../../domain/instant.ts';
import type { NhsNumber } from '../../domain/nhs-number.ts';
import type { Problem } from '../../domain/problem.ts';
import type { ReferralVersion } from '../../domain/referral.ts';
import type { Result } from '../../domain/result.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import {
  appointmentBody,
  letterBody,
  ok,
  parsedBy,
  problemFor,
  referralBody,
  serviceEntry,
  type Json,
} from '../answers.fixtures.ts';
import { problemText } from '../../ui/problem-text.ts';
import type { ErsResponse, JsonValue } from '../transport.ts';
import { retrieveReferenceData } from './a004-retrieve-reference-data.ts';
import { retrieveReferral } from './a005-retrieve-referral.ts';
import { retrieveAttachment } from './a006-retrieve-attachment.ts';
import { retrieveWorklist } from './a008-retrieve-worklist.ts';
import { searchServices } from './a010-search-services.ts';
import { createReferral } from './a011-create-referral.ts';
import { maintainReferralLetters } from './a012-maintain-referral-letter.ts';
import { retrieveSlots } from './a015-retrieve-slots.ts';
import { makeAppointment } from './a016-make-appointment.ts';
import { retrievePatientLetter } from './a019-retrieve-patient-letter.ts';
import { uploadFile } from './a020-upload-file.ts';
import { retrieveAdviceWorklist } from './a023-retrieve-advice-worklist.ts';
import { retrieveAdviceRequest } from './a024-retrieve-advice-request.ts';
import { retrieveAdviceConversation } from './a025-retrieve-advice-conversation.ts';
import { sendAdvice } from './a026-send-advice.ts';
import { retrieveAvailableActions } from './a029-retrieve-available-actions.ts';
import { retrieveOwnRoles } from './a030-retrieve-own-roles.ts';
import { retrieveServices } from './a035-search-services.ts';
import { cancelReferral } from './a036-cancel-referral.ts';
import { retrieveAppointment } from './a038-retrieve-appointment.ts';
import { identifyRequests } from './a041-identify-requests.ts';
import {
  adviceAsRead,
  adviceBody,
  fileBody,
  messageBody,
  payload,
  roleBody,
  sentBody,
} from './advice.fixtures.ts';
import { versionedAppointment } from './appointments.fixtures.ts';
import { contact, searchset, serviceBody } from './directory.fixtures.ts';
import { reviewColumns, row, worklist } from './worklist.fixtures.ts';

const ubrn = '000049283317' as Ubrn;
const version = '6' as ReferralVersion;
const patient = '9990123454' as NhsNumber;
const at = '2026-10-22T08:40:00.000Z' as Instant;
const slot = { id: '1', serviceId: '11008', start: at, end: at };
const criteria = { priority: 'ROUTINE', ageAndGenderAppropriate: true } as const;
const search = { patient, criteria, sortBy: 'IWT' } as const;
const referral = { patient, criteria, services: [], reminderDays: 0 };
const intention = 'NEED_TO_ADD_LATER' as const;
const slots = {
  serviceId: '11008',
  priority: 'ROUTINE',
  ruleOrganisation: 'R69',
  page: 1,
} as const;
const deferral = { serviceId: '11008', reason: 'NO_SLOTS_AT_SERVICE' } as const;

const cancellationReason = { code: 'PATIENT_DIED', commentIsMandatory: false };

const parsers: Record<string, (answer: ErsResponse) => Result<unknown>> = {
  'clinic types': (answer) => parsedBy(retrieveReferenceData, 'CLINIC-TYPE', answer),
  priorities: (answer) => parsedBy(retrieveReferenceData, 'PRIORITY', answer),
  'a referral': (answer) => parsedBy(retrieveReferral, ubrn, answer),
  services: (answer) => parsedBy(searchServices, search, answer),
  'a new referral': (answer) =>
    parsedBy(createReferral, { ...referral, letterIntention: intention }, answer),
  letters: (answer) => parsedBy(maintainReferralLetters, { ubrn, version, letters: [] }, answer),
  slots: (answer) => parsedBy(retrieveSlots, slots, answer),
  'a booking': (answer) =>
    parsedBy(makeAppointment, { kind: 'book', ubrn, version, patient, slot }, answer),
  'a deferral': (answer) =>
    parsedBy(makeAppointment, { kind: 'defer', ubrn, version, patient, ...deferral }, answer),
  'a patient letter': (answer) => parsedBy(retrievePatientLetter, ubrn, answer),
  'reasons to cancel': (answer) =>
    parsedBy(retrieveReferenceData, 'REFERRAL-CANCELLATION-REASON', answer),
  'facts of services': (answer) => parsedBy(retrieveServices, ['11008'], answer),
  'roles of a user': (answer) => parsedBy(retrieveOwnRoles, undefined, answer),
  'what a UBRN names': (answer) => parsedBy(identifyRequests, ubrn, answer),
  'a worklist': (answer) => parsedBy(retrieveWorklist, { list: 'REFERRALS_FOR_REVIEW' }, answer),
  'available actions': (answer) => parsedBy(retrieveAvailableActions, { ubrn, version }, answer),
  'an appointment': (answer) => parsedBy(retrieveAppointment, '51234', answer),
  'a cancelled referral': (answer) =>
    parsedBy(cancelReferral, { ubrn, version, reason: cancellationReason }, answer),
  'the bytes of a file': (answer) => parsedBy(retrieveAttachment, 'Binary/1', answer),
  'a list of advice requests': (answer) => parsedBy(retrieveAdviceWorklist, {}, answer),
  'an advice request': (answer) => parsedBy(retrieveAdviceRequest, adviceAsRead.ubrn, answer),
  'a conversation': (answer) => parsedBy(retrieveAdviceConversation, adviceAsRead, answer),
  'a message that was sent': (answer) => parsedBy(sendAdvice, advice, answer),
  'a stored file': (answer) => parsedBy(uploadFile, { ubrn, file: new File([], 'a') }, answer),
};

const advice = {
  ...adviceAsRead,
  text: 'Which dose?',
  outcome: 'REQUIRE_FURTHER_INFORMATION',
  priority: 'ROUTINE',
} as const;

const CANARY = 'CANARY-7f3a';
const anyJson = fc.jsonValue() as fc.Arbitrary<JsonValue>;
const poisoned = fc
  .json()
  .map((text) => JSON.parse(`{"__proto__":{"canary":1},"constructor":${text}}`) as JsonValue);

const whole: Json[] = [
  worklist([row('ReferralsforReview', reviewColumns())]),
  versionedAppointment(),
  {
    resourceType: 'Parameters',
    parameter: [
      { name: 'updatedReferralRequest', resource: referralBody() },
      { name: 'updatedAppointment', resource: versionedAppointment() },
    ],
  },
  referralBody({}, [appointmentBody(), letterBody()]),
  adviceBody({}, [fileBody('file')]),
  searchset(messageBody(payload('DocumentReference/f')), roleBody('answering', '555032000100')),
  sentBody('updatedCommunicationRequest', adviceBody(), messageBody()),
  { resourceType: 'List', entry: [serviceEntry('11008'), serviceEntry('11010')] },
  appointmentBody(),
  searchset(serviceBody('11008', { extension: [contact(undefined, ['phone', '01632 960123'])] })),
];

/** A true answer with one place, chosen at random, replaced by anything. */
const bent = fc
  .record({
    body: fc.constantFrom(...whole),
    at: fc.nat(),
    by: fc.oneof(anyJson, fc.constant(CANARY)),
  })
  .map(({ body, at: place, by }) => {
    let seen = 0;
    const places = JSON.stringify(body).match(/[,:[]/g)?.length ?? 1;
    return JSON.parse(
      JSON.stringify(body, (_, value: unknown) => (seen++ === place % places ? by : value)),
    ) as JsonValue;
  });

function isResult(result: Result<unknown>): boolean {
  return result.ok ? 'value' in result : isProblem(result.problem);
}

function isProblem({ reason, correlationId }: Problem): boolean {
  return reason.length > 0 && correlationId === 'c-1';
}

describe.each(Object.entries(parsers))('reading %s', (_, parse) => {
  it('gives a value or a problem for any JSON, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(anyJson, poisoned, bent), (body) => isResult(parse(ok(body)))),
      { numRuns: 500 },
    );
    expect(({} as { canary?: number }).canary).toBeUndefined();
  });

  it('never repeats in a problem what stood in the answer', () => {
    fc.assert(
      fc.property(bent, (body) => {
        const result = parse(ok(body));
        if (result.ok) return true;
        const { problem } = result;
        return !JSON.stringify([problem, problemText(problem)]).includes(CANARY);
      }),
      { numRuns: 300 },
    );
  });
});

describe('JSON that calls itself bytes', () => {
  it.each(['a patient letter', 'the bytes of a file'])('is not taken for %s', (name) => {
    const result = parsers[name]?.(ok({ kind: 'binary', mediaType: 'application/pdf', blob: {} }));
    expect(result).toMatchObject({ ok: false, problem: { reason: 'answer-not-readable' } });
  });
});

describe('reading a refusal', () => {
  it('gives a problem for any status and any JSON', () => {
    const answers = fc.record({
      status: fc.integer({ min: 300, max: 599 }),
      headers: fc.dictionary(fc.constantFrom('ers-proxy', 'content-type'), fc.string()),
      body: fc.oneof(anyJson, poisoned),
    });
    fc.assert(
      fc.property(answers, (answer) => isProblem(problemFor(retrieveReferral, answer))),
      { numRuns: 2_000 },
    );
  });
});
