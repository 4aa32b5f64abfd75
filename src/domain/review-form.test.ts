import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CANCEL_REASON,
  FILLED,
  REJECT_REASON,
  STRICT_REJECT_REASON,
} from '../flows/testing/fake-review.ts';
import { REVIEW_ACTIONS, type ReviewAction } from './review-decisions.ts';
import {
  EMPTY_FORM,
  fieldErrorOf,
  REVIEW_COMMENT_LIMIT,
  reviewFormErrors,
  type ReviewForm,
} from './review-form.ts';

const REASONS = [REJECT_REASON, STRICT_REJECT_REASON, CANCEL_REASON];

function errors(action: ReviewAction, form: Partial<ReviewForm> = {}): string[] {
  return reviewFormErrors(action, { ...EMPTY_FORM, ...form }, REASONS).map(
    ({ field, reason }) => `${field} ${reason}`,
  );
}

describe('the form of a decision', () => {
  it.each(REVIEW_ACTIONS)('%s is complete when it is filled in', (action) => {
    expect(errors(action, FILLED[action])).toEqual([]);
  });

  it('an acceptance has nothing to fill in', () => {
    expect(errors('accept-referral')).toEqual([]);
  });

  it('a rejection needs a reason, and a comment where the reason says so', () => {
    expect(errors('reject-referral')).toEqual(['reason field-required']);
    expect(errors('reject-referral', { reason: REJECT_REASON.code })).toEqual([]);
    const strict = { reason: STRICT_REJECT_REASON.code, comment: ' \n' };
    expect(errors('reject-referral', strict)).toEqual(['comment field-required']);
    expect(errors('reject-referral', { reason: 'LAPSED' })).toEqual(['reason field-wrong']);
  });

  it('an appointment that is cancelled for later needs a comment; its priority may stay', () => {
    expect(errors('cancel-and-act-later')).toEqual(['comment field-required']);
    expect(errors('cancel-and-act-later', { comment: 'x', priority: 'URGENT' })).toEqual([]);
  });

  it('an accepted triage needs a priority, a return does not', () => {
    expect(errors('record-review-outcome')).toEqual([
      'outcome field-required',
      'comment field-required',
    ]);
    const typed = { comment: 'x', outcome: 'ACCEPT_REFER_BOOK_LATER' } as const;
    expect(errors('record-review-outcome', typed)).toEqual(['priority field-required']);
    const returned = { ...typed, outcome: 'RETURN_TO_REFERRER_WITH_ADVICE' } as const;
    expect(errors('record-review-outcome', returned)).toEqual([]);
  });

  it('what cannot be undone needs its confirmation', () => {
    const form = { reason: CANCEL_REASON.code };
    expect(errors('cancel-referral', form)).toEqual(['isConfirmed field-required']);
  });

  it('a comment is refused only beyond its limit, of whichever decision has one', () => {
    const withComment = REVIEW_ACTIONS.filter((action) => action !== 'accept-referral');
    fc.assert(
      fc.property(
        fc.constantFrom(...withComment),
        fc.integer({ min: REVIEW_COMMENT_LIMIT - 3, max: REVIEW_COMMENT_LIMIT + 3 }),
        (action, length) => {
          const found = errors(action, { ...FILLED[action], comment: 'x'.repeat(length) });
          const tooLong = length > REVIEW_COMMENT_LIMIT ? ['comment text-too-long'] : [];
          expect(found).toEqual(tooLong);
        },
      ),
    );
  });
});

describe('F9: a refusal of e-RS that names a field', () => {
  it.each([
    ['rejectionReason', 'field-wrong', 'reason'],
    ['rejectionComments', 'field-required', 'comment'],
    ['Parameters.reviewComments', 'text-too-long', 'comment'],
    ['reviewPriority', 'field-required', 'priority'],
    ['appointmentCancelledInPAS', 'field-required', 'cancelledInPas'],
    ['appointmentCancelledInPAS', 'field-not-permitted', 'cancelledInPas'],
  ] as const)('%s %s stands at %s', (field, reason, at) => {
    expect(fieldErrorOf({ reason, field })).toMatchObject({ field: at, reason });
  });

  it('a priority that is not the current one stands at the priority, also unnamed', () => {
    expect(fieldErrorOf({ reason: 'priority-not-current' })?.field).toBe('priority');
  });

  it('of another field, or of no field, stands at none', () => {
    expect(fieldErrorOf({ reason: 'field-wrong', field: 'subject' })).toBeUndefined();
    expect(fieldErrorOf({ reason: 'patient-error', field: 'comments' })).toBeUndefined();
  });
});
