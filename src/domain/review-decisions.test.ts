import { describe, expect, it } from 'vitest';
import { inTriage, PROVIDER, toReview } from '../flows/testing/fake-review.ts';
import { inState, letter, NOW, version } from '../flows/testing/fake-records.ts';
import type { AvailableActionCode } from './available-action.ts';
import type { Instant } from './instant.ts';
import type { Referral, ReferralStateCode } from './referral.ts';
import {
  reviewDecisions,
  type DecisionFacts,
  type ReviewAction,
  type ReviewDecision,
} from './review-decisions.ts';

function decisions(
  referral: Referral,
  permitted: readonly AvailableActionCode[] = [],
  facts: Partial<DecisionFacts> = {},
): ReviewDecision[] {
  const { ubrn } = referral;
  return reviewDecisions({
    referral,
    available: permitted.map((code) => ({ code, ubrn, version: referral.version })),
    role: PROVIDER,
    dialect: 'api-platform',
    offers: () => true,
    now: NOW,
    ...facts,
  });
}

function decision(
  action: ReviewAction,
  all: readonly ReviewDecision[],
): ReviewDecision | undefined {
  return all.find((each) => each.action === action);
}

const allowed = (all: readonly ReviewDecision[]): ReviewAction[] =>
  all.filter((each) => each.allowed).map(({ action }) => action);

const whys = (all: readonly ReviewDecision[]): (string | undefined)[] =>
  all.map((each) => (each.allowed ? undefined : each.why));

describe('what may be decided on a referral', () => {
  it('booked with its letter: accept, reject, cancel and act later; an outcome is for triage', () => {
    const all = decisions(toReview(), ['CANCEL_REFERRAL']);
    expect(allowed(all)).toEqual([
      'accept-referral',
      'reject-referral',
      'cancel-and-act-later',
      'cancel-referral',
    ]);
    expect(decision('record-review-outcome', all)).toMatchObject({
      why: 'booked',
      whoCan: { who: 'after-cancelling' },
    });
  });

  it('in triage: an outcome where e-RS permits it, and nothing of an appointment', () => {
    const all = decisions(inTriage(), ['RECORD_REVIEW_OUTCOME']);
    expect(allowed(all)).toEqual(['record-review-outcome']);
    expect(decision('accept-referral', all)).toMatchObject({ why: 'awaits-triage' });
    expect(decision('cancel-referral', all)).toMatchObject({ why: 'not-permitted' });
  });

  it('what e-RS permits in another version counts for nothing', () => {
    const { ubrn } = inTriage();
    const code = 'RECORD_REVIEW_OUTCOME';
    const available = [{ ubrn, version: version(1), code }];
    const all = decisions(inTriage(), [], { available });
    expect(decision('record-review-outcome', all)).toMatchObject({ allowed: false });
  });

  it('what e-RS could not be asked is not offered on a guess', () => {
    const all = decisions(inTriage(), [], { available: undefined });
    expect(decision('record-review-outcome', all)).toMatchObject({
      allowed: false,
      why: 'not-known',
      whoCan: { who: 'after-asking-again' },
    });
    expect(allowed(decisions(toReview(), [], { available: undefined }))).toContain(
      'accept-referral',
    );
  });

  const states: [ReferralStateCode, string, string][] = [
    ['NOT_BOOKED', 'not-booked', 'referrer'],
    ['DEFERRED_TO_PROVIDER', 'deferred', 'nobody'],
    ['TRIAGED_PROVIDER_TO_ACTION', 'decided', 'provider-administrator'],
    ['TRIAGE_RESPONSE', 'decided', 'referrer'],
    ['REJECTED', 'decided', 'referrer'],
    ['CANCELLED_REFERRAL', 'cancelled', 'nobody'],
    ['DID_NOT_ATTEND', 'not-booked', 'referrer'],
  ];

  it.each(states)('%s: no appointment to decide on, as it is %s; who can: %s', (code, why, who) => {
    const all = decisions(inState(code, { letters: [letter('Binary/a')] }));
    expect(allowed(all)).toEqual([]);
    expect(decision('reject-referral', all)).toMatchObject({
      allowed: false,
      why,
      whoCan: { who },
    });
  });

  it('without its letter nothing, and the referrer is who can', () => {
    const booked = decision('accept-referral', decisions(toReview({ letters: [] })));
    const triage = decision('record-review-outcome', decisions(inTriage({ letters: [] })));
    const noLetter = {
      allowed: false,
      why: 'no-clinical-information',
      whoCan: { who: 'referrer' },
    };
    expect([booked, triage]).toMatchObject([noLetter, noLetter]);
    const submitted = toReview({ letters: [], clinicalInfoFirstSubmitted: NOW });
    expect(allowed(decisions(submitted))).toContain('accept-referral');
  });

  it('an appointment that has passed can be decided on no more', () => {
    const past = decisions(toReview(), [], { now: '2026-12-02T09:40:00.001Z' as Instant });
    expect(whys(past).slice(0, 3)).toEqual([
      'appointment-past',
      'appointment-past',
      'appointment-past',
    ]);
  });

  it('a role that may not is told which may, whatever the state', () => {
    const role = { ...PROVIDER, businessFunction: 'SERVICE_PROVIDER_ADMIN' };
    const all = decisions(toReview(), ['CANCEL_REFERRAL'], { role });
    expect(new Set(whys(all))).toEqual(new Set(['role']));
    expect(decision('accept-referral', all)).toMatchObject({
      whoCan: { roles: ['SERVICE_PROVIDER_CLINICIAN', 'SERVICE_PROVIDER_CLINICIAN_ADMIN'] },
    });
  });

  it('what the dialect lacks is done in the e-RS application', () => {
    const offers = (action: string): boolean => action !== 'cancel-referral';
    const all = decisions(toReview(), ['CANCEL_REFERRAL'], { offers, dialect: 'hscn' });
    expect(decision('cancel-referral', all)).toMatchObject({
      allowed: false,
      why: 'not-in-dialect',
      whoCan: { who: 'e-rs-application' },
    });
  });
});
