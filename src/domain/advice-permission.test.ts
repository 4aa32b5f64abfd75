import { describe, expect, it } from 'vitest';
import { advicePermissions, type AdviceFacts } from './advice-permission.ts';

const OPEN = { status: 'active', category: 'PROVIDER_RESPONSE_REQUIRED', mayConvert: true };

function permissions(facts: Partial<Omit<AdviceFacts, 'role'>>, businessFunction: string) {
  const role = { businessFunction, organisation: { odsCode: 'RWX01' } };
  return advicePermissions({
    request: OPEN,
    dialect: 'hscn',
    offers: () => true,
    ...facts,
    role,
  });
}

const SPC = 'SERVICE_PROVIDER_CLINICIAN';

describe('what may be done with a request for advice', () => {
  it.each([SPC, 'SERVICE_PROVIDER_CLINICIAN_ADMIN'])('%s may answer and convert', (role) => {
    expect(permissions({}, role)).toEqual({
      'answer-advice': { allowed: true },
      'convert-advice': { allowed: true },
    });
  });

  it.each(['REFERRING_CLINICIAN', 'REFERRING_CLINICIAN_ADMIN'])('%s reads', (role) => {
    const only = { allowed: false, why: 'referrer', whoCan: { who: 'e-rs-application' } };
    expect(permissions({}, role)).toEqual({ 'answer-advice': only, 'convert-advice': only });
  });

  it('of another role it says who can', () => {
    expect(permissions({}, 'SERVICE_PROVIDER_ADMIN')['answer-advice']).toEqual({
      allowed: false,
      why: 'role',
      whoCan: { who: 'role', roles: [SPC, 'SERVICE_PROVIDER_CLINICIAN_ADMIN'] },
    });
  });

  it('what the dialect lacks is not offered', () => {
    expect(permissions({ offers: (action) => action !== 'convert-advice' }, SPC)).toMatchObject({
      'answer-advice': { allowed: true },
      'convert-advice': { why: 'not-in-dialect' },
    });
  });

  it.each([
    ['REFERRER_TO_REVIEW_RESPONSE', 'active', undefined],
    ['REFERRER_TO_SUBMIT_FURTHER_INFORMATION', 'active', undefined],
    ['CONVERSATION_ENDED_CANCELLED', 'cancelled', 'ended'],
    ['CONVERSATION_ENDED_CLOSED', 'completed', 'ended'],
    ['ADVICE_CONVERTED', 'completed', 'converted'],
    ['UNKNOWN_TO_US', 'completed', 'ended'],
  ])('%s, %s: %s', (category, status, why) => {
    const request = { category, status, mayConvert: true };
    const { 'answer-advice': answer } = permissions({ request }, SPC);
    expect(answer.allowed ? undefined : answer.why).toBe(why);
  });

  it.each([
    [false, 'not-agreed'],
    [undefined, 'agreement-not-told'],
  ])('agreement %s: no conversion, and the answer stays', (mayConvert, why) => {
    expect(permissions({ request: { ...OPEN, mayConvert } }, SPC)).toMatchObject({
      'answer-advice': { allowed: true },
      'convert-advice': { allowed: false, why },
    });
  });
});
