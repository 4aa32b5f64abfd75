import { describe, expect, it } from 'vitest';
import type { ReferralVersion } from '../../domain/referral.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import {
  appointmentBody,
  extension,
  inDialect,
  ok,
  referralBody,
  refused,
  type Json,
} from '../answers.fixtures.ts';
import { apiPlatform } from '../dialects/api-platform.ts';
import type { ReferralCancellation } from '../verbs/reviewing.ts';
import { cancelReferral } from './a036-cancel-referral.ts';
import { versionedAppointment } from './appointments.fixtures.ts';

const { parsedBy, problemFor, requestOf } = inDialect(apiPlatform);
const reason = {
  code: 'INTEND_PRIVATE',
  referrerUsage: 'CANCEL_REFERRAL',
  commentIsMandatory: false,
};
const cancellation: ReferralCancellation = {
  ubrn: '000049283317' as Ubrn,
  version: '6' as ReferralVersion,
  reason,
};

function inState(code: string, over: Json = {}): Json {
  const state = { url: 'state', valueCoding: { code } };
  return referralBody({
    meta: { versionId: '7' },
    status: 'cancelled',
    extension: [extension('ReferralState-1', { extension: [state] })],
    contained: [],
    ...over,
  });
}

function parts(resources: Json): Json {
  const parameter = Object.entries(resources).map(([name, resource]) => ({ name, resource }));
  return { resourceType: 'Parameters', parameter };
}

const read = (resources: Json) => parsedBy(cancelReferral, cancellation, ok(parts(resources)));
const cancelled = inState('CANCELLED_REFERRAL');

describe('cancelling a referral', () => {
  it('says why, in the version that was read', () => {
    const request = requestOf(cancelReferral, { ...cancellation, comment: 'Goes elsewhere' });
    expect('refused' in request || apiPlatform.route(request)).toHaveProperty(
      'headers.If-Match',
      'W/"6"',
    );
    const base = 'https://api.service.nhs.uk/referrals/FHIR/STU3/CodeSystem';
    expect(request).toHaveProperty('body.parameter', [
      {
        name: 'cancellationReason',
        valueCoding: { system: `${base}/REFERRAL-CANCELLATION-REASON`, code: 'INTEND_PRIVATE' },
      },
      { name: 'cancellationComments', valueString: 'Goes elsewhere' },
    ]);
  });

  it.each<[string, Partial<ReferralCancellation>, object]>([
    [
      'for a reason that is not for it',
      { reason: { code: 'PROVIDER_CANCELLATION', commentIsMandatory: false } },
      { refused: 'field-wrong', field: 'cancellationReason' },
    ],
    [
      'without the comment that the reason wants',
      { reason: { ...reason, commentIsMandatory: true } },
      { refused: 'field-required', field: 'cancellationComments' },
    ],
    [
      'with more than 2,000 characters',
      { comment: 'x'.repeat(2001) },
      { refused: 'text-too-long', field: 'cancellationComments', limit: 2000 },
    ],
  ])('is not sent %s', (_, over, refusal) => {
    expect(requestOf(cancelReferral, { ...cancellation, ...over })).toEqual(refusal);
  });

  it('gives the referral, and the appointment where one ended with it', () => {
    expect(read({ updatedReferralRequest: cancelled })).toMatchObject({
      ok: true,
      value: { referral: { version: '7', state: { code: 'CANCELLED_REFERRAL' } } },
    });
    const both = {
      updatedReferralRequest: cancelled,
      updatedAppointment: versionedAppointment({ status: 'cancelled' }),
    };
    expect(read(both)).toMatchObject({
      value: { appointment: { id: '51234', version: '1', appointment: { status: 'cancelled' } } },
    });
  });

  it.each<[string, Json, string]>([
    ['no referral', {}, 'parameter.updatedReferralRequest'],
    [
      'a referral without a version',
      { updatedReferralRequest: inState('CANCELLED_REFERRAL', { meta: {} }) },
      'parameter.updatedReferralRequest[0].resource.meta.versionId',
    ],
    [
      'an appointment without a version',
      { updatedReferralRequest: cancelled, updatedAppointment: appointmentBody() },
      'parameter.updatedAppointment[0].resource.meta.versionId',
    ],
    [
      'another referral',
      { updatedReferralRequest: inState('CANCELLED_REFERRAL', { id: '000049283318' }) },
      'id',
    ],
    ['a referral that lives', { updatedReferralRequest: inState('NOT_BOOKED') }, 'status'],
  ])('is not known to be done when the answer holds %s', (_, resources, field) => {
    expect(read(resources)).toMatchObject({ ok: false, problem: { source: 'shape', field } });
  });

  it.each([
    [422, 'INVALID_REQUEST_STATE', 'wrong-state'],
    [422, 'UNABLE_TO_CANCEL_APPOINTMENT', 'appointment-not-cancelled'],
    [422, 'MISSING_VALUE', 'field-required'],
    [502, 'PAS_RESPONDED_WITH_ERROR', 'provider-refused'],
    [409, undefined, 'referral-changed'],
  ])('refused with %i %s is %s', (status, code, said) => {
    expect(problemFor(cancelReferral, refused(status, code)).reason).toBe(said);
  });
});
