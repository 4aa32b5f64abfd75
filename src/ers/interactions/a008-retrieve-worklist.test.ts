import { describe, expect, it } from 'vitest';
import type { WorklistRow } from '../../domain/worklist.ts';
import { concept, inDialect, ok, refused, SDS_USER, type Json } from '../answers.fixtures.ts';
import { apiPlatform } from '../dialects/api-platform.ts';
import { hscn } from '../dialects/hscn.ts';
import type { WorklistSearch } from '../verbs/listing.ts';
import { retrieveWorklist } from './a008-retrieve-worklist.ts';
import {
  at,
  followUpColumns,
  person,
  reviewColumns,
  row,
  slotIssueColumns,
  worklist,
} from './worklist.fixtures.ts';

const { requestOf, parsedBy, problemFor } = inDialect(apiPlatform);
const review: WorklistSearch = { list: 'REFERRALS_FOR_REVIEW' };

const read = (search: WorklistSearch, body: Json) => parsedBy(retrieveWorklist, search, ok(body));

function rowsOf(search: WorklistSearch, body: Json): WorklistRow[] {
  const result = read(search, body);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

describe('asking for a worklist', () => {
  it('sends a provider’s list with its filters, each beside its indicator', () => {
    const search: WorklistSearch = {
      list: 'APPOINTMENT_SLOT_ISSUES',
      serviceId: '11008',
      specialty: 'CARDIOLOGY',
      location: 'RX101',
      clinician: { sdsUserId: '555032000100' },
    };
    const request = requestOf(retrieveWorklist, search);
    expect(request).toMatchObject({ operation: 'A008', params: {} });
    const { parameter } = ('body' in request ? request.body : {}) as { parameter: Json[] };
    expect(parameter.map(({ name }) => name).sort()).toEqual([
      'clinician',
      'clinicianAssignedIndicator',
      'listType',
      'location',
      'service',
      'specialty',
      'specialtyAssignedIndicator',
    ]);
    expect(parameter[0]).toEqual({
      name: 'listType',
      valueCodeableConcept: {
        coding: [
          {
            system: 'https://fhir.nhs.uk/STU3/CodeSystem/eRS-ReferralListSelector-1',
            code: 'APPOINTMENT_SLOT_ISSUES',
          },
        ],
      },
    });
  });

  it.each<[string, WorklistSearch, { refused: string; field: string }]>([
    [
      'of nobody',
      { list: 'MINE' as 'AWAITING_BOOKING' },
      { refused: 'field-wrong', field: 'listType' },
    ],
    [
      'of a referrer with a filter',
      { list: 'AWAITING_BOOKING', serviceId: '11008' },
      { refused: 'field-not-permitted', field: 'service' },
    ],
    [
      'of a referrer, unassigned',
      { list: 'LETTERS_OUTSTANDING', clinician: 'NOT_ASSIGNED' },
      { refused: 'field-not-permitted', field: 'clinician' },
    ],
    [
      'of a service without a number',
      { ...review, serviceId: 'x' },
      { refused: 'field-wrong', field: 'service' },
    ],
  ])('does not send one %s', (_, search, refusal) => {
    expect(requestOf(retrieveWorklist, search)).toEqual(refusal);
  });

  it('does not ask for a referrer’s list over HSCN, which has none', () => {
    const overHscn = inDialect(hscn);
    expect(overHscn.requestOf(retrieveWorklist, { list: 'AWAITING_BOOKING' })).toEqual({
      refused: 'not-offered',
      field: 'listType',
    });
    expect(overHscn.requestOf(retrieveWorklist, review)).toHaveProperty('operation', 'A008');
  });
});

describe('a list of referrals for review', () => {
  const search = review;
  const contained = [
    { resourceType: 'Patient', id: 'p', identifier: [{ value: '9990123454' }] },
    { resourceType: 'Practitioner', id: 'c', identifier: [{ value: '555032000100' }] },
  ];

  it('has every column, and people who stand beside it', () => {
    const columns = reviewColumns({
      patient: { valueReference: { reference: '#p' } },
      allocatedClinician: { valueReference: { reference: '#c' } },
      namedClinician: person(SDS_USER, '555032000101'),
      appointmentStart: at('2026-10-22T08:40:00.000Z'),
      clinicalInfoFirstSubmitted: at('2026-10-16T09:40:00.000Z'),
      clinicalInfoLastUpdated: at('2026-10-17T09:40:00.000Z'),
      referralRequestVersion: { valueInteger: 9 },
    });
    const body = worklist([row('ReferralsforReview', columns)], contained);
    expect(rowsOf(search, body)).toEqual([
      {
        list: 'REFERRALS_FOR_REVIEW',
        ubrn: '000049283317',
        patient: '9990123454',
        priority: 'URGENT',
        specialty: { code: 'CARDIOLOGY', display: undefined },
        news: 'NEVER_REVIEWED',
        referralType: 'APPOINTMENT',
        pathwayStart: '2026-10-16T09:30:00.000Z',
        clinicalInfoPrinted: false,
        clinicalInfoFirstSubmitted: '2026-10-16T09:40:00.000Z',
        clinicalInfoLastUpdated: '2026-10-17T09:40:00.000Z',
        appointmentStart: '2026-10-22T08:40:00.000Z',
        allocatedClinician: { sdsUserId: '555032000100' },
        namedClinician: { sdsUserId: '555032000101' },
        service: { id: '11008', name: 'Community Cardiology Clinic' },
        version: '9',
      },
    ]);
  });

  it('may leave out the service and the version, as over HSCN', () => {
    const columns = reviewColumns({ service: undefined });
    const rows = rowsOf(search, worklist([row('ReferralsforReview', columns)]));
    expect(rows).toMatchObject([{ service: undefined, version: undefined }]);
  });

  it('may be empty', () => {
    expect(rowsOf(search, { resourceType: 'List' })).toEqual([]);
    expect(rowsOf(search, worklist([]))).toEqual([]);
  });

  it.each<[string, Json, string]>([
    [
      'a patient who is not beside it',
      { patient: { valueReference: { reference: '#x' } } },
      'patient',
    ],
    ['no patient', { patient: undefined }, 'patient'],
    [
      'a priority that is none',
      { priority: { valueCodeableConcept: concept('P', 'SOON') } },
      'priority',
    ],
    ['no word on what is new', { requestContextStatus: undefined }, 'requestContextStatus'],
  ])('is unreadable with %s', (_, over, column) => {
    const good = row('ReferralsforReview', reviewColumns());
    const bad = row('ReferralsforReview', reviewColumns(over));
    const result = read(search, worklist([good, bad]));
    const problem = { reason: 'answer-not-readable', source: 'shape' };
    expect(result).toMatchObject({ ok: false, problem });
    expect(result).toHaveProperty(
      'problem.field',
      expect.stringMatching(RegExp(String.raw`^entry\[1\]\.extension\[0\]\.extension\.${column}`)),
    );
  });

  it.each<[string, Json, string]>([
    ['of a kind that we do not know', row('Constructor', {}), 'entry[0].extension[0].url'],
    [
      'on something else than a referral',
      {
        ...row('ReferralsforReview', reviewColumns()),
        item: { reference: 'Patient/000049283317' },
      },
      'entry[0].item.reference',
    ],
  ])('is unreadable with a row %s', (_, entry, field) => {
    expect(read(search, worklist([entry]))).toMatchObject({ ok: false, problem: { field } });
  });

  it('is no answer to a question for another list', () => {
    const body = worklist([row('AppointmentSlotIssues', slotIssueColumns())]);
    expect(read(search, body)).toMatchObject({ ok: false, problem: { field: 'entry' } });
  });
});

describe('the other lists', () => {
  it('tell of slot issues by when and why, and whether the letter is there', () => {
    const search: WorklistSearch = { list: 'APPOINTMENT_SLOT_ISSUES' };
    const columns = slotIssueColumns({
      ubrnReceived: at('2026-10-16T09:30:00.000Z'),
      patientContactExpected: { valueDate: '2026-10-30' },
      lastContact: at('2026-10-20T09:30:00.000Z'),
      clinicalInformationStatus: { valueCodeableConcept: concept('S', 'OVERDUE') },
      reason: { valueCodeableConcept: concept('eRS-ReviewReason-1', 'NO_SLOTS_AT_SERVICE') },
    });
    const rows = rowsOf(search, worklist([row('AppointmentSlotIssues', columns)]));
    expect(rows).toMatchObject([
      {
        list: 'APPOINTMENT_SLOT_ISSUES',
        patient: '9990123454',
        received: '2026-10-16T09:30:00.000Z',
        contactExpected: '2026-10-30',
        lastContact: '2026-10-20T09:30:00.000Z',
        clinicalInformation: 'OVERDUE',
        reason: { code: 'NO_SLOTS_AT_SERVICE' },
        service: { id: '11008' },
      },
    ]);
  });

  it.each([
    ['RejectedTriageResponse', 'REJECTED_TRIAGE_RESPONSE', ['REJECTED', 'REJECTED']],
    ['AssessmentReturnedCancelledDna', 'ASSESSMENT_RETURNED_CANCELLED_DNA', ['NEW', 'NEW']],
    [
      'AwaitingBooking',
      'AWAITING_BOOKING',
      ['APP_CANCELLED_BY_PATIENT', 'APPT_CANCELLED_BY_PATIENT'],
    ],
    [
      'AwaitingBooking',
      'AWAITING_BOOKING',
      ['APPT_CANCELLED_BY_PATIENT', 'APPT_CANCELLED_BY_PATIENT'],
    ],
    [
      'AwaitingBooking',
      'AWAITING_BOOKING',
      ['APPOINTMENT_CANCELLED_BY_PROVIDER', 'APPT_CANCELLED_BY_PROVIDER'],
    ],
  ] as const)(
    'of a referrer: %s tells the state of each in %s: %s',
    (name, list, [code, state]) => {
      const columns = {
        ...followUpColumns(),
        referralLastUpdated: at('2026-10-17T09:30:00.000Z'),
        status: { valueCodeableConcept: concept('eRS-ReferralState-1', code, 'As e-RS says it') },
      };
      expect(rowsOf({ list }, worklist([row(name, columns)]))).toMatchObject([
        {
          list,
          patient: '9990123454',
          created: '2026-10-16T09:30:00.000Z',
          clinicalContext: 'CARDIOLOGY/ARRHYTHMIA',
          referrer: { sdsUserId: '555032000100' },
          lastUpdated: '2026-10-17T09:30:00.000Z',
          state: { code: state, display: 'As e-RS says it' },
        },
      ]);
    },
  );

  it('tell the day by which a letter is due', () => {
    const columns = { ...followUpColumns(), letterDue: { valueDate: '2026-10-21' } };
    const body = worklist([row('LettersOutstanding', columns)]);
    expect(rowsOf({ list: 'LETTERS_OUTSTANDING' }, body)).toMatchObject([{ due: '2026-10-21' }]);
    const wrong = { ...columns, letterDue: { valueDate: '2026-02-30' } };
    expect(
      read({ list: 'LETTERS_OUTSTANDING' }, worklist([row('LettersOutstanding', wrong)])),
    ).toMatchObject({ ok: false });
  });
});

describe('a worklist that e-RS refuses', () => {
  it.each([
    ['NO_RELATIONSHIP', 'no-relationship'],
    ['NO_SUCH_SERVICE', 'no-such-service'],
    ['REFERENCE_NOT_FOUND', 'reference-not-found'],
    ['UNEXPECTED_FIELD', 'field-not-permitted'],
  ])('with %s is %s', (code, reason) => {
    expect(problemFor(retrieveWorklist, refused(422, code)).reason).toBe(reason);
  });
});
