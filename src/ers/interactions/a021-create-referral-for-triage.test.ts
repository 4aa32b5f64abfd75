import { describe, expect, it } from 'vitest';
import type { NhsNumber } from '../../domain/nhs-number.ts';
import {
  appointmentBody,
  concept,
  inDialect,
  ok,
  parsedBy,
  problemFor,
  referralBody,
  refused,
  requestOf,
} from '../answers.fixtures.ts';
import { apiPlatform } from '../dialects/api-platform.ts';
import type { NewTriageReferral } from '../verbs/referring.ts';
import { createReferralForTriage } from './a021-create-referral-for-triage.ts';

const referral: NewTriageReferral = {
  patient: '9990123454' as NhsNumber,
  criteria: {
    priority: 'ROUTINE',
    clinicalTerm: { code: '698247007' },
    ageAndGenderAppropriate: true,
  },
  serviceId: '11004',
};
const parsed = (body: ReturnType<typeof referralBody>) =>
  parsedBy(createReferralForTriage, referral, ok(body));

describe('a new referral for triage', () => {
  it('names one service, whose letter is to follow, and no reminder', () => {
    const request = requestOf(createReferralForTriage, {
      ...referral,
      referringClinician: '021600556514',
    });
    expect(request).toMatchObject({
      operation: 'A021',
      params: {},
      body: {
        parameter: [
          { name: 'patient', valueIdentifier: { value: '9990123454' } },
          { name: 'referringClinician', valueIdentifier: { value: '021600556514' } },
          { name: 'intentionToAddReferralLetter', valueCoding: { code: 'NEED_TO_ADD_LATER' } },
          { name: 'firstReminderLetterFollowUpDays', valueUnsignedInt: 0 },
          {
            name: 'shortlist',
            resource: { entry: [{ item: { identifier: { value: '11004' } } }] },
          },
        ],
      },
    });
    expect(request).not.toHaveProperty('ifMatch');
  });

  it.each<[string, Partial<NewTriageReferral>, string, string]>([
    ['a patient without a number', { patient: '' as NhsNumber }, 'nhs-number-wrong', 'patient'],
    [
      'a clinician without a number',
      { referringClinician: 'x' },
      'field-wrong',
      'referringClinician',
    ],
    ['a service that is no number', { serviceId: 'x' }, 'field-wrong', 'shortlist'],
    [
      'criteria that find nothing',
      { criteria: { priority: 'ROUTINE', ageAndGenderAppropriate: true } },
      'criteria-missing',
      'searchCriteria',
    ],
  ])('with %s is not sent', (_, over, ...[refusedAs, field]) => {
    const request = requestOf(createReferralForTriage, { ...referral, ...over });
    expect(request).toEqual({ refused: refusedAs, field });
  });

  it('awaits triage also where the answer has no appointment to tell it', () => {
    expect(parsed(referralBody())).toMatchObject({
      value: { ubrn: '000049283317', state: { code: 'AWAITING_TRIAGE', derived: true } },
    });
  });

  it('is in the state that its appointment tells, where there is one', () => {
    const reason = [concept('eRS-ReviewReason-1', 'TRIAGE')];
    const contained = [appointmentBody({ status: 'proposed', reason })];
    expect(parsed(referralBody({}, contained))).toMatchObject({
      value: { state: { code: 'AWAITING_TRIAGE', reason: { code: 'TRIAGE' } } },
    });
  });

  it('is unreadable on the platform without the state that it must give', () => {
    const { parsedBy: parsedOnPlatform } = inDialect(apiPlatform);
    const result = parsedOnPlatform(createReferralForTriage, referral, ok(referralBody()));
    expect(result).toMatchObject({
      problem: {
        reason: 'answer-not-readable',
        field: 'extension.Extension-eRS-ReferralState-1',
      },
    });
  });

  it('is no success when the answer is about somebody else', () => {
    const other = referralBody({ subject: { identifier: { value: '9990348715' } } });
    expect(parsed(other)).toMatchObject({ problem: { reason: 'wrong-patient' } });
  });

  it.each([
    ['TOO_MANY_ITEMS', 'too-many-services'],
    ['SHORTLISTED_SERVICE_NOT_IN_RESULTS', 'service-not-in-results'],
    ['INAPPROPRIATE_VALUE', 'field-wrong'],
    ['NO_REG_GP_PRACTICE', 'no-registered-practice'],
  ])('refused with %s is %s', (code, reason) => {
    expect(problemFor(createReferralForTriage, refused(422, code))).toMatchObject({ reason });
  });
});
