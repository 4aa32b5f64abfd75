import { describe, expect, it } from 'vitest';
import type { ReferralVersion } from '../../domain/referral.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import {
  appointmentBody,
  concept,
  extension,
  inDialect,
  ok,
  referralBody,
  refused,
  type Json,
} from '../answers.fixtures.ts';
import { apiPlatform } from '../dialects/api-platform.ts';
import type { TriageShortlistChange } from '../verbs/shortlisting.ts';
import { changeShortlistForTriage } from './a032-change-shortlist-for-triage.ts';

const { requestOf, parsedBy, problemFor } = inDialect(apiPlatform);
const change: TriageShortlistChange = {
  ubrn: '000049283317' as Ubrn,
  version: '6' as ReferralVersion,
  criteria: {
    priority: 'ROUTINE',
    clinicalTerm: { code: '698247007' },
    ageAndGenderAppropriate: true,
  },
  serviceId: '11004',
  letterIntention: 'NEED_TO_ADD_LATER',
};
const state = [{ url: 'state', valueCoding: { code: 'AWAITING_TRIAGE' } }];
const referral = referralBody({
  extension: [extension('ReferralState-1', { extension: state })],
});
const appointment = appointmentBody({
  meta: { versionId: '1' },
  status: 'proposed',
  reason: [concept('eRS-ReviewReason-1', 'TRIAGE')],
});

function answer(updated: Json, created: Json | undefined): Json {
  const made = created ? [{ name: 'createdAppointment', resource: created }] : [];
  return {
    resourceType: 'Parameters',
    parameter: [{ name: 'updatedReferralRequest', resource: updated }, ...made],
  };
}

const parsed = (body: Json) => parsedBy(changeShortlistForTriage, change, ok(body));

describe('a change of the shortlist that sends for triage', () => {
  it('names one service and no reminder, under the version that was read', () => {
    expect(requestOf(changeShortlistForTriage, change)).toMatchObject({
      operation: 'A032',
      params: { ubrn: '000049283317' },
      ifMatch: '6',
      body: {
        parameter: [
          { name: 'intentionToAddReferralLetter', valueCoding: { code: 'NEED_TO_ADD_LATER' } },
          { name: 'firstReminderLetterFollowUpDays', valueUnsignedInt: 0 },
          {
            name: 'shortlist',
            resource: { entry: [{ item: { identifier: { value: '11004' } } }] },
          },
        ],
      },
    });
  });

  it('with a service that is no number is not sent', () => {
    expect(requestOf(changeShortlistForTriage, { ...change, serviceId: '' })).toEqual({
      refused: 'field-wrong',
      field: 'shortlist',
    });
  });

  it('comes back with the referral and the appointment that was made', () => {
    expect(parsed(answer(referral, appointment))).toMatchObject({
      value: {
        referral: { version: '6', state: { code: 'AWAITING_TRIAGE' } },
        appointment: { id: '51234', version: '1', appointment: { status: 'proposed' } },
      },
    });
  });

  it('is unreadable without the referral', () => {
    expect(parsed({ resourceType: 'Parameters', parameter: [] })).toMatchObject({
      problem: { reason: 'answer-not-readable' },
    });
  });

  it('is unreadable without the appointment, which e-RS always makes with it', () => {
    expect(parsed(answer(referral, undefined))).toMatchObject({
      problem: { reason: 'answer-not-readable', field: 'parameter.createdAppointment' },
    });
  });

  it('is unreadable with an appointment of no service, and says where', () => {
    const nobodys = appointmentBody({ participant: [] });
    expect(parsed(answer(referral, nobodys))).toMatchObject({
      problem: { field: 'parameter.createdAppointment[0].resource.participant' },
    });
  });

  it('is no success when the answer is another referral', () => {
    expect(parsed(answer({ ...referral, id: '000049283318' }, appointment))).toMatchObject({
      problem: { field: 'id' },
    });
  });

  it.each([
    [422, 'TOO_MANY_ITEMS', 'too-many-services'],
    [422, 'INAPPROPRIATE_VALUE', 'field-wrong'],
    [409, 'VERSION_CONFLICT', 'referral-changed'],
  ])('refused with %i %s is %s', (status, code, reason) => {
    expect(problemFor(changeShortlistForTriage, refused(status, code))).toMatchObject({ reason });
  });
});
