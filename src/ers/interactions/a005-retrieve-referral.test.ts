import { describe, expect, it } from 'vitest';
import type { Ubrn } from '../../domain/ubrn.ts';
import {
  appointmentBody,
  concept,
  extension,
  inDialect,
  letterBody,
  ok,
  parsedBy,
  problemFor,
  referralBody,
  refused,
  requestOf,
  TRANSACTION,
  type Json,
} from '../answers.fixtures.ts';
import { apiPlatform } from '../dialects/api-platform.ts';
import { retrieveReferral } from './a005-retrieve-referral.ts';

const ubrn = '000049283317' as Ubrn;
const parsed = (body: Json, headers?: Record<string, string>) =>
  parsedBy(retrieveReferral, ubrn, ok(body, headers));

describe('a referral', () => {
  it('is asked for by its UBRN', () => {
    expect(requestOf(retrieveReferral, ubrn)).toEqual({ operation: 'A005', params: { ubrn } });
  });

  it('is read with its shortlist, criteria, rule organisation and letters', () => {
    expect(parsed(referralBody({}, [letterBody()]))).toMatchObject({
      ok: true,
      value: {
        ubrn,
        version: '6',
        patient: '9990123454',
        priority: 'URGENT',
        state: { code: 'NOT_BOOKED', derived: true },
        specialty: { code: 'CARDIOLOGY', display: 'Cardiology' },
        commissioningRuleOrganisation: 'R69',
        shortlist: [
          { id: '11008', name: 'Service 11008' },
          { id: '11010', name: 'Service 11010' },
        ],
        criteria: {
          priority: 'URGENT',
          specialty: { code: 'CARDIOLOGY' },
          clinicType: { code: 'ARRHYTHMIA' },
          ageAndGenderAppropriate: true,
        },
        letters: [{ name: 'Referral letter.pdf', kind: 'REFERRER', availability: 'AVAILABLE' }],
      },
    });
  });

  it('is read without them where e-RS sends none', () => {
    const result = parsed(referralBody({ extension: undefined, contained: undefined }));
    expect(result).toMatchObject({ ok: true, value: { state: { code: 'NOT_BOOKED' } } });
    expect(result).not.toHaveProperty('value.shortlist.0');
  });

  it('takes its version from the ETag where the body has none, and else from the body', () => {
    const etag = { etag: 'W/"9"' };
    expect(parsed(referralBody({ meta: {} }), etag)).toMatchObject({ value: { version: '9' } });
    expect(parsed(referralBody(), etag)).toMatchObject({ value: { version: '6' } });
    expect(parsed(referralBody({ meta: {} }))).toMatchObject({
      problem: { reason: 'answer-not-readable', field: 'meta.versionId' },
    });
  });

  const withAppointment = (over: Json): Json => referralBody({}, [appointmentBody(over)]);
  const review = (code: string): Json => ({
    status: 'proposed',
    reason: [concept('eRS-ReviewReason-1', code)],
  });
  const outcome = (code: string): Json => ({
    status: 'proposed',
    reason: [concept('eRS-ReviewOutcome-1', code)],
  });

  const withoutHost = (code: string): Json => ({
    status: 'proposed',
    reason: [{ coding: [{ system: 'eRS-ReviewOutcome-1', code }] }],
  });

  it.each<[string, Json]>([
    ['BOOKED', { status: 'booked' }],
    ['DEFERRED_TO_PROVIDER', review('NO_SLOTS_AT_SERVICE')],
    ['DEFERRED_TO_PROVIDER', review('SLOT_NOT_AVAILABLE')],
    ['AWAITING_TRIAGE', review('TRIAGE')],
    ['AWAITING_PROVIDER', { status: 'proposed' }],
    ['TRIAGED_PROVIDER_TO_ACTION', outcome('ACCEPT_REFER_BOOK_LATER')],
    ['TRIAGE_RESPONSE', outcome('RETURN_TO_REFERRER_WITH_ADVICE')],
    ['TRIAGE_RESPONSE', withoutHost('RETURN_TO_REFERRER_WITH_ADVICE')],
    ['REJECTED', { status: 'cancelled', reason: [concept('X', 'SERVICE_INAPPROPRIATE')] }],
    ['APPT_CANCELLED_BY_PATIENT', { status: 'cancelled', reason: [concept('X', 'PATIENT_ILL')] }],
    ['APPT_CANCELLED', { status: 'cancelled' }],
    ['DID_NOT_ATTEND', { status: 'noshow' }],
  ])('is %s as its appointment tells', (code, appointment) => {
    expect(parsed(withAppointment(appointment))).toMatchObject({
      value: { state: { code, derived: true } },
    });
  });

  it('is cancelled when it says so, whatever its appointment says', () => {
    const body = { ...withAppointment({ status: 'booked' }), status: 'cancelled' };
    expect(parsed(body)).toMatchObject({ value: { state: { code: 'CANCELLED_REFERRAL' } } });
  });

  it('has the state that e-RS gives it, where it gives one', () => {
    const state = extension('ReferralState-1', {
      extension: [
        { url: 'state', valueCoding: { code: 'ASSESSMENT_RESULT' } },
        { url: 'reason', valueCoding: { code: 'X' } },
      ],
    });
    expect(parsed(referralBody({ extension: [state] }))).toMatchObject({
      value: { state: { code: 'ASSESSMENT_RESULT', derived: false, reason: { code: 'X' } } },
    });
  });

  it('was handed back with advice, whichever of the two codes e-RS has for it', () => {
    const returned = (code: string): Json =>
      extension('ReferralState-1', {
        extension: [
          { url: 'state', valueCoding: { code } },
          { url: 'reason', valueCoding: { code: 'RETURN_TO_REFERRER_WITH_ADVICE' } },
          { url: 'comments', valueString: 'Try a diary first' },
        ],
      });
    for (const code of ['TRIAGED_PROVIDER_TO_ACTION', 'TRIAGE_RESPONSE']) {
      expect(parsed(referralBody({ extension: [returned(code)] }))).toMatchObject({
        value: { state: { code: 'TRIAGE_RESPONSE', comments: 'Try a diary first' } },
      });
    }
  });

  it('is unreadable, not unbooked, when its appointment says nothing we know', () => {
    expect(parsed(withAppointment({ status: 'pending' }))).toMatchObject({
      ok: false,
      problem: { reason: 'answer-not-readable' },
    });
  });

  it('is unreadable when what it refers to is missing', () => {
    expect(parsed(referralBody({ contained: [] }))).toMatchObject({
      problem: { reason: 'answer-not-readable', field: 'contained' },
    });
  });

  it('does not take a file of unknown availability for one that is safe to open', () => {
    const status = (code: string): Json => {
      const attachment = {
        url: 'Binary/1',
        title: 'a.pdf',
        extension: [extension('AvailabilityStatus-1', { valueCoding: { code } })],
      };
      return letterBody({ content: [{ attachment }] });
    };
    const codes = ['AVAILABLE', 'THREATS_FOUND', 'VALIDATION_FAILED', 'PENDING', 'SOMETHING'];
    expect(parsed(referralBody({}, codes.map(status)))).toMatchObject({
      value: {
        letters: [
          { availability: 'AVAILABLE' },
          { availability: 'THREATS_FOUND' },
          { availability: 'VALIDATION_FAILED' },
          { availability: 'PENDING' },
          { availability: 'PENDING' },
        ],
      },
    });
  });

  it('names the other referrals of its pathway once, and not itself', () => {
    const supportingInfo = [
      'ReferralRequest/000049283317',
      'https://ers-api:445/STU3/v1/ReferralRequest/000049283318',
      'CommunicationRequest/000049283319',
      'ReferralRequest/000049283318',
      '#DocumentReference-7',
      'Patient/1',
    ].map((reference) => ({ reference }));
    expect(parsed(referralBody({ supportingInfo }))).toMatchObject({
      value: { related: ['000049283318', '000049283319'] },
    });
  });

  it('names the advice request that it was made from, though that has the same number', () => {
    const supportingInfo = [{ reference: 'CommunicationRequest/000049283317' }];
    expect(parsed(referralBody({ supportingInfo }))).toMatchObject({
      value: { related: [], advice: ['000049283317'] },
    });
  });

  describe('over the API platform', () => {
    const platform = inDialect(apiPlatform);
    const read = (over: Json, contained: Json[] = []) =>
      platform.parsedBy(retrieveReferral, ubrn, ok(referralBody(over, contained)));
    const state = (code: string): Json =>
      extension('ReferralState-1', { extension: [{ url: 'state', valueCoding: { code } }] });
    const requirement = (code: string): Json =>
      extension('PatientAdditionalRequirement-1', { valueCoding: { code } });

    it('has its request id, its appointment, its start and what the patient needs', () => {
      const result = read(
        {
          identifier: [{ system: 'https://fhir.nhs.uk/Id/ers-request-id', value: 'r.1' }],
          extension: [
            state('BOOKED'),
            extension('Appointment-Reference-1', {
              valueReference: { reference: 'Appointment/70009' },
            }),
            extension('eReferralPathwayStart-1', { valueInstant: '2026-05-08T09:54:23.167Z' }),
            requirement('INTERPRETER'),
            requirement('TRANSPORT'),
          ],
        },
        [appointmentBody({ id: 'appointment' })],
      );
      expect(result).toMatchObject({
        value: {
          requestId: 'r.1',
          state: { code: 'BOOKED', derived: false },
          appointment: { id: '70009', status: 'booked' },
          pathwayStart: '2026-05-08T09:54:23.167Z',
          additionalRequirements: [{ code: 'INTERPRETER' }, { code: 'TRANSPORT' }],
        },
      });
    });

    it('may say its start as a time in the older form', () => {
      const start = { valueDateTime: '2026-05-08T09:54:23.167+00:00' };
      expect(
        read({ extension: [state('NOT_BOOKED'), extension('eReferralPathwayStart-1', start)] }),
      ).toMatchObject({ value: { pathwayStart: '2026-05-08T09:54:23.167Z' } });
    });

    it('tells of each file who put it there, for whom and for which organisation', () => {
      const identity = (value: string): Json => ({ valueReference: { identifier: { value } } });
      const attachment = {
        url: 'Binary/1',
        title: 'a.pdf',
        extension: [
          extension('AttachedBy-1', identity('021600556514')),
          extension('AttachedByOrganisation-1', identity('R69')),
          extension('AttachedOnBehalfOf-1', identity('004377014925')),
        ],
      };
      const letter = letterBody({ content: [{ attachment }] });
      expect(read({ extension: [state('NOT_BOOKED')] }, [letter])).toMatchObject({
        value: {
          letters: [
            {
              attachedBy: '021600556514',
              attachedByOrganisation: 'R69',
              attachedOnBehalfOf: '004377014925',
            },
          ],
        },
      });
    });

    it('is unreadable without a state, which is not guessed', () => {
      expect(read({ extension: [] })).toMatchObject({
        problem: { field: 'extension.Extension-eRS-ReferralState-1' },
      });
    });
  });

  it('is refused when it is another than the one asked for', () => {
    expect(parsed(referralBody({ id: '000049283318' }))).toMatchObject({
      ok: false,
      problem: { reason: 'answer-not-readable', field: 'id', transactionId: TRANSACTION },
    });
  });

  it('says where it is unreadable and never what stands there', () => {
    const body = referralBody({ subject: { identifier: { value: '999 012' } } });
    const result = parsed(body);
    expect(result).toMatchObject({ problem: { field: 'subject.identifier.value' } });
    expect(JSON.stringify(result)).not.toContain('999 012');
  });

  it.each([
    [422, 'NO_RELATIONSHIP', 'no-relationship'],
    [422, 'NO_SUCH_REQUEST', 'not-found'],
    [422, 'INVALID_REQUEST_TYPE', 'wrong-request-type'],
    [422, 'INVALID_REQUEST_STATE', 'wrong-state'],
  ])('refused with %i %s is %s', (status, code, reason) => {
    expect(problemFor(retrieveReferral, refused(status, code))).toMatchObject({
      reason,
      ersCode: code,
      source: 'e-rs',
      httpStatus: status,
      transactionId: TRANSACTION,
    });
  });
});
