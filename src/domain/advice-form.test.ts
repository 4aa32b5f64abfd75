import { describe, expect, it } from 'vitest';
import { apiPlatform } from '../ers/dialects/api-platform.ts';
import { hscn } from '../ers/dialects/hscn.ts';
import {
  adviceFieldErrorOf,
  adviceFormErrors,
  CONVERSION_COMMENT_LIMIT,
  EMPTY_ADVICE,
  GUIDANCE_LIMIT,
  QUESTION_LIMIT,
  type AdviceForm,
} from './advice-form.ts';

const RULES = { limit: 2000, priority: 'ROUTINE' } as const;

function errors(act: 'answer-advice' | 'convert-advice', form: Partial<AdviceForm>): string[] {
  return adviceFormErrors(act, { ...EMPTY_ADVICE, ...form }, RULES).map(
    ({ field, reason }) => `${field} ${reason}`,
  );
}

describe('the form of an answer', () => {
  it('needs an outcome and a text; a recommendation with advice alone', () => {
    expect(errors('answer-advice', {})).toEqual(['outcome field-required', 'text field-required']);
    const outcome = 'RETURN_TO_REFERRER_WITH_ADVICE';
    expect(errors('answer-advice', { outcome, text: 'x' })).toEqual([
      'recommendation field-required',
    ]);
    expect(errors('answer-advice', { outcome: 'REQUIRE_FURTHER_INFORMATION', text: 'x' })).toEqual(
      [],
    );
  });

  it('takes as many characters as the dialect, counted as they are sent', () => {
    const form = { outcome: 'REQUIRE_FURTHER_INFORMATION' as const };
    expect(errors('answer-advice', { ...form, text: ` ${'x'.repeat(2000)}\n` })).toEqual([]);
    expect(
      adviceFormErrors(
        'answer-advice',
        { ...EMPTY_ADVICE, ...form, text: 'x'.repeat(2001) },
        RULES,
      ),
    ).toEqual([{ field: 'text', reason: 'text-too-long', limit: 2000 }]);
  });

  it('takes links in their one shape alone', () => {
    const form = { outcome: 'REQUIRE_FURTHER_INFORMATION' as const };
    const link = '<a href="https://www.nice.org.uk" target="_blank">NICE</a>';
    expect(errors('answer-advice', { ...form, text: link })).toEqual([]);
    expect(
      errors('answer-advice', { ...form, text: link.replace(' target="_blank"', '') }),
    ).toEqual(['text field-wrong']);
  });

  it('needs a priority only where the request has none', () => {
    const form = { ...EMPTY_ADVICE, outcome: 'REQUIRE_FURTHER_INFORMATION' as const, text: 'x' };
    const rules = { limit: 2000, priority: undefined };
    expect(adviceFormErrors('answer-advice', form, rules)).toEqual([
      { field: 'priority', reason: 'field-required' },
    ]);
    expect(adviceFormErrors('answer-advice', { ...form, priority: 'URGENT' }, rules)).toEqual([]);
    expect(errors('answer-advice', { ...form, priority: 'SOON' as 'URGENT' })).toEqual([
      'priority field-wrong',
    ]);
  });
});

describe('the form of a conversion', () => {
  it('needs a message, a comment and the confirmation, and no outcome', () => {
    expect(errors('convert-advice', {})).toEqual([
      'text field-required',
      'comment field-required',
      'isConfirmed field-required',
    ]);
    expect(errors('convert-advice', { text: 'x', comment: 'y', isConfirmed: true })).toEqual([]);
    expect(
      errors('convert-advice', { text: 'x', comment: 'y'.repeat(2001), isConfirmed: true }),
    ).toEqual(['comment text-too-long']);
  });
});

describe('a refusal of e-RS', () => {
  it.each([
    ['guidanceOutcome', 'outcome'],
    ['Parameters.guidanceIntendedRecommendation', 'recommendation'],
    ['updatedPriority', 'priority'],
    ['newReferralPriority', 'priority'],
    ['guidance', 'text'],
    ['reviewComments', 'comment'],
  ])('that names %s stands at %s', (field, named) => {
    expect(adviceFieldErrorOf({ reason: 'field-wrong', field })).toMatchObject({ field: named });
  });

  it('for a priority that the service lacks stands there, whatever it names', () => {
    expect(adviceFieldErrorOf({ reason: 'priority-not-supported' })?.field).toBe('priority');
  });

  it('that names no field of the form stands at none', () => {
    expect(adviceFieldErrorOf({ reason: 'field-wrong', field: 'patient' })).toBeUndefined();
    expect(adviceFieldErrorOf({ reason: 'locked', field: 'guidance' })).toBeUndefined();
  });
});

it('limits are those of the dialects', () => {
  expect(GUIDANCE_LIMIT).toEqual({
    hscn: hscn.textLimits.guidance,
    'api-platform': apiPlatform.textLimits.guidance,
  });
  expect([CONVERSION_COMMENT_LIMIT, QUESTION_LIMIT]).toEqual([
    apiPlatform.textLimits.reviewComments,
    apiPlatform.textLimits.adviceRequest,
  ]);
});
