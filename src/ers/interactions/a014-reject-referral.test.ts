import { describe, expect, it } from 'vitest';
import type { ReferralVersion } from '../../domain/referral.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import { appointmentBody, inDialect, ok, referralBody, refused } from '../answers.fixtures.ts';
import { apiPlatform } from '../dialects/api-platform.ts';
import { hscn } from '../dialects/hscn.ts';
import type { Rejection } from '../verbs/reviewing.ts';
import { rejectReferral } from './a014-reject-referral.ts';

const { parsedBy, problemFor, requestOf } = inDialect(hscn);
const reason = { code: 'OTHER', type: 'PROVIDER_REJECT', commentIsMandatory: false };
const rejection: Rejection = {
  ubrn: '000049283317' as Ubrn,
  version: '9' as ReferralVersion,
  reason,
};

describe('rejecting a referral', () => {
  it.each([hscn, apiPlatform])('says why, in the version that was read ($name)', (dialect) => {
    const full = { ...rejection, comment: 'Send an ECG', cancelledInPas: false };
    const request = inDialect(dialect).requestOf(rejectReferral, full);
    expect('refused' in request || dialect.route(request)).toHaveProperty(
      'headers.If-Match',
      'W/"9"',
    );
    const system = `${dialect.referenceListBase}APPOINTMENT-CANCELLATION-REASON`;
    expect(request).toHaveProperty('body.parameter', [
      { name: 'rejectionReason', valueCoding: { system, code: 'OTHER' } },
      { name: 'rejectionComments', valueString: 'Send an ECG' },
      { name: 'appointmentCancelledInPAS', valueBoolean: false },
    ]);
  });

  it('says no more than it has to', () => {
    const request = requestOf(rejectReferral, { ...rejection, comment: '' });
    expect(request).toHaveProperty('body.parameter.length', 1);
  });

  it.each<[string, Partial<Rejection>, object]>([
    [
      'for a reason that cancels',
      { reason: { ...reason, type: 'PATIENT' } },
      { refused: 'field-wrong', field: 'rejectionReason' },
    ],
    [
      'without the comment that the reason wants',
      { reason: { ...reason, commentIsMandatory: true }, comment: ' ' },
      { refused: 'field-required', field: 'rejectionComments' },
    ],
    [
      'with more than 2,000 characters',
      { comment: 'x'.repeat(2001) },
      { refused: 'text-too-long', field: 'rejectionComments', limit: 2000 },
    ],
  ])('is not sent %s', (_, over, refusal) => {
    expect(requestOf(rejectReferral, { ...rejection, ...over })).toEqual(refusal);
  });

  it('gives the referral with its appointment cancelled', () => {
    const body = referralBody({ meta: { versionId: '11' } }, [
      appointmentBody({ status: 'cancelled' }),
    ]);
    expect(parsedBy(rejectReferral, rejection, ok(body))).toMatchObject({
      value: { version: '11', appointment: { status: 'cancelled' } },
    });
    expect(
      parsedBy(rejectReferral, { ...rejection, ubrn: '000049283318' as Ubrn }, ok(body)),
    ).toMatchObject({ problem: { field: 'id' } });
  });

  it('is unreadable when it is no referral', () => {
    expect(parsedBy(rejectReferral, rejection, ok(appointmentBody()))).toMatchObject({
      problem: { field: 'resourceType' },
    });
  });

  it.each([
    [504, 'PAS_NOT_RESPONDING', 'provider-silent'],
    [502, 'PAS_RESPONDED_WITH_ERROR', 'provider-refused'],
    [422, 'UNABLE_TO_CANCEL_APPOINTMENT', 'appointment-not-cancelled'],
    [422, 'VALUE_IS_REQUIRED', 'field-required'],
    [422, 'FIELD_NOT_PERMITTED', 'field-not-permitted'],
    [422, 'INVALID_REQUEST_STATE', 'wrong-state'],
  ])('refused with %i %s is %s', (status, code, said) => {
    expect(problemFor(rejectReferral, refused(status, code)).reason).toBe(said);
  });

  it('names the field at fault where e-RS does', () => {
    const answer = refused(422, 'VALUE_IS_REQUIRED', "'rejectionComments' is required");
    expect(problemFor(rejectReferral, answer).field).toBe('rejectionComments');
  });
});
