import { describe, expect, it } from 'vitest';
import type { Action } from './action.ts';
import { listsFor } from './provider-desk.ts';

const offered = (...actions: Action[]) => listsFor((action) => actions.includes(action));

describe('the lists of a desk', () => {
  it('are three for a provider', () => {
    expect(offered('see-provider-worklist', 'see-advice-worklist')).toEqual([
      'REFERRALS_FOR_REVIEW',
      'APPOINTMENT_SLOT_ISSUES',
      'ADVICE_AND_GUIDANCE_REQUESTS',
    ]);
  });

  it('are four for a referrer, where the dialect has them', () => {
    expect(offered('see-referrer-worklist')).toEqual([
      'REJECTED_TRIAGE_RESPONSE',
      'ASSESSMENT_RETURNED_CANCELLED_DNA',
      'AWAITING_BOOKING',
      'LETTERS_OUTSTANDING',
    ]);
    expect(offered('create-referral')).toEqual([]);
  });
});
