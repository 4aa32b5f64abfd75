import { describe, expect, it } from 'vitest';
import {
  appointmentCancellationReasons,
  referralCancellationReasons,
  rejectionReasons,
  type Asker,
} from './cancellation-reasons.ts';
import type { Instant } from './instant.ts';
import type {
  AppointmentCancellationReason,
  ReferralCancellationReason,
} from './reference-list.ts';
import type { Referral } from './referral.ts';

const now = '2026-10-16T09:30:00.000Z' as Instant;
const referrer: Asker = { businessFunction: 'REFERRING_CLINICIAN', now };
const provider: Asker = { businessFunction: 'SERVICE_PROVIDER_CLINICIAN', now };

function ofAppointment(
  code: string,
  over: Partial<AppointmentCancellationReason> = {},
): AppointmentCancellationReason {
  const plain = { commentIsMandatory: false, willCancelWholeRequest: false };
  return { code, display: code, type: 'PATIENT', businessFunctions: [], ...plain, ...over };
}

function ofReferral(
  code: string,
  over: Partial<ReferralCancellationReason> = {},
): ReferralCancellationReason {
  const plain = { commentIsMandatory: false, canCancelAppointment: true };
  const usage = { referrerUsage: 'CANCEL_REFERRAL' };
  return {
    code,
    display: code,
    type: 'PATIENT',
    businessFunctions: [],
    ...plain,
    ...usage,
    ...over,
  };
}

const codes = (reasons: readonly { code: string }[]): string[] => reasons.map(({ code }) => code);

describe('reasons for an appointment', () => {
  const lapsed = { effectiveTo: '2014-10-01T00:00:00.000Z' as Instant };
  const reasons = [
    ofAppointment('HOLIDAY', { usage: 'CANCEL', businessFunctions: ['REFERRING_CLINICIAN'] }),
    ofAppointment('OLD', { usage: 'CANCEL', ...lapsed }),
    ofAppointment('UNUSED'),
    ofAppointment('OTHER', {
      usage: 'REJECT',
      type: 'PROVIDER_REJECT',
      businessFunctions: ['SERVICE_PROVIDER_CLINICIAN'],
    }),
    ofAppointment('OVER_HSCN', { type: 'PROVIDER_REJECT' }),
  ];

  it('are for cancelling by whoever may, while they hold', () => {
    expect(codes(appointmentCancellationReasons(reasons, referrer))).toEqual(['HOLIDAY']);
    expect(codes(appointmentCancellationReasons(reasons, provider))).toEqual([]);
  });

  it('are for rejecting by their type, also where e-RS tells no usage', () => {
    expect(codes(rejectionReasons(reasons, provider))).toEqual(['OTHER', 'OVER_HSCN']);
    expect(codes(rejectionReasons(reasons, referrer))).toEqual(['OVER_HSCN']);
  });
});

describe('reasons for a referral', () => {
  const reasons = [
    ofReferral('PATIENT_DIED'),
    ofReferral('RAISED_IN_ERROR', {
      type: 'UNKNOWN',
      businessFunctions: ['REFERRING_CLINICIAN'],
    }),
    ofReferral('BOOKED_OUTSIDE_CAB', {
      type: 'PROVIDER',
      businessFunctions: ['SERVICE_PROVIDER_CLINICIAN'],
    }),
    ofReferral('TRIAGE_ENDED', { type: 'PROVIDER_TRIAGE', canCancelAppointment: false }),
    ofReferral('PROVIDER_CANCELLATION', { referrerUsage: undefined }),
  ];
  const referral = (
    code: Referral['state']['code'],
    status?: string,
  ): Pick<Referral, 'state' | 'appointment'> => ({
    state: { code, derived: false },
    appointment: status === undefined ? undefined : { status, service: { id: '11008' } },
  });
  const offered = (one: Pick<Referral, 'state' | 'appointment'>, asker: Asker): string[] =>
    codes(referralCancellationReasons(reasons, one, asker));

  it('are those of the role', () => {
    expect(offered(referral('NOT_BOOKED'), referrer)).toEqual([
      'PATIENT_DIED',
      'RAISED_IN_ERROR',
      'TRIAGE_ENDED',
    ]);
    expect(offered(referral('NOT_BOOKED'), provider)).toEqual([
      'PATIENT_DIED',
      'BOOKED_OUTSIDE_CAB',
    ]);
  });

  it('are with an appointment only those that may cancel it', () => {
    expect(offered(referral('BOOKED', 'booked'), referrer)).not.toContain('TRIAGE_ENDED');
  });

  it('are those of triage for a provider who is to act on it', () => {
    const triaged = referral('TRIAGED_PROVIDER_TO_ACTION', 'proposed');
    expect(offered(triaged, provider)).toEqual(['TRIAGE_ENDED']);
  });
});
