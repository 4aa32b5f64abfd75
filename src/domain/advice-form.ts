import type { AdviceRecommendation } from './advice.ts';
import { hasOtherLinks } from './advice-text.ts';
import { PRIORITIES, type Priority } from './criteria.ts';
import type { Problem, ProblemReason } from './problem.ts';

/** What a provider may do with a request for advice. */
export const ADVICE_ACTS = ['answer-advice', 'convert-advice'] as const;

export type AdviceAct = (typeof ADVICE_ACTS)[number];

export type AdviceOutcome = 'RETURN_TO_REFERRER_WITH_ADVICE' | 'REQUIRE_FURTHER_INFORMATION';

/** In the order in which they are offered. */
export const RECOMMENDATIONS: readonly AdviceRecommendation[] = [
  'ADVICE_ONLY_NO_REFERRAL_RECOMMENDED',
  'ADVICE_FOLLOWED_BY_REFERRAL_IF_REQUIRED',
  'REFERRAL_RECOMMENDED',
  'OTHER',
];

/**
 * What is typed and chosen. One text for both acts: it moves across. No outcome and no recommendation
 * is chosen beforehand.
 */
export interface AdviceForm {
  outcome?: AdviceOutcome | undefined;
  /** Goes with advice, and only with it. Kept while a question is chosen. */
  recommendation?: AdviceRecommendation | undefined;
  /** Absent: the one that the request has. */
  priority?: Priority | undefined;
  /** To the referrer, as e-RS takes it: its length is what counts against the limit. */
  text: string;
  /** To the provider's own administrators; of a conversion. */
  comment: string;
  /** Of a conversion, which cannot be undone: that the user has said it. */
  isConfirmed?: boolean | undefined;
}

export const EMPTY_ADVICE: AdviceForm = { text: '', comment: '' };

/** Characters of a message to the referrer (interactions.md §12). */
export const GUIDANCE_LIMIT = { hscn: 2000, 'api-platform': 8000 } as const;
/** Characters of what is written to the provider's administrators. */
export const CONVERSION_COMMENT_LIMIT = 2000;
/** Characters of a question to a service. */
export const QUESTION_LIMIT = 8000;

export type AdviceField = keyof AdviceForm;

export interface AdviceFieldError {
  field: AdviceField;
  reason: Extract<
    ProblemReason,
    | 'field-required'
    | 'field-wrong'
    | 'field-not-permitted'
    | 'text-too-long'
    | 'priority-not-supported'
  >;
  /** Characters; with `text-too-long`. */
  limit?: number | undefined;
}

export interface AdviceRules {
  /** Of the text to the referrer, in characters. */
  limit: number;
  /** The request's own, which stands where none is chosen. */
  priority: Priority | undefined;
}

type Check = (form: AdviceForm, rules: AdviceRules) => AdviceFieldError | undefined;

const needsPriority: Check = ({ priority }, rules) => {
  const sent = priority ?? rules.priority;
  if (!sent) return { field: 'priority', reason: 'field-required' };
  return PRIORITIES.includes(sent) ? undefined : { field: 'priority', reason: 'field-wrong' };
};

const needsText: Check = ({ text }, { limit }) => textError('text', text, limit);

const CHECKS: Readonly<Record<AdviceAct, readonly Check[]>> = {
  'answer-advice': [
    ({ outcome }) => missing('outcome', !outcome),
    ({ outcome, recommendation }) =>
      missing('recommendation', outcome === 'RETURN_TO_REFERRER_WITH_ADVICE' && !recommendation),
    needsPriority,
    needsText,
  ],
  'convert-advice': [
    needsPriority,
    needsText,
    ({ comment }) => textError('comment', comment, CONVERSION_COMMENT_LIMIT),
    ({ isConfirmed }) => missing('isConfirmed', !isConfirmed),
  ],
};

/** What is missing or amiss, in the order of the form. */
export function adviceFormErrors(
  act: AdviceAct,
  form: AdviceForm,
  rules: AdviceRules,
): AdviceFieldError[] {
  return CHECKS[act].map((check) => check(form, rules)).filter((error) => error !== undefined);
}

function missing(field: AdviceField, isMissing: boolean): AdviceFieldError | undefined {
  return isMissing ? { field, reason: 'field-required' } : undefined;
}

function textError(
  field: 'text' | 'comment',
  text: string,
  limit: number,
): AdviceFieldError | undefined {
  if (!text.trim()) return { field, reason: 'field-required' };
  if (text.trim().length > limit) return { field, reason: 'text-too-long', limit };
  // Markup of any other shape is refused before it leaves (hscn.md §8).
  return field === 'text' && hasOtherLinks(text) ? { field, reason: 'field-wrong' } : undefined;
}

/** Names of e-RS's parameters, of both acts, and the field of each. */
const FIELD_OF: Readonly<Record<string, AdviceField>> = {
  guidanceOutcome: 'outcome',
  guidanceIntendedRecommendation: 'recommendation',
  updatedPriority: 'priority',
  newReferralPriority: 'priority',
  guidance: 'text',
  reviewComments: 'comment',
};

const OF_FIELD: ReadonlySet<ProblemReason> = new Set<AdviceFieldError['reason']>([
  'field-required',
  'field-wrong',
  'field-not-permitted',
  'text-too-long',
  'priority-not-supported',
]);

/** The field that a refusal of e-RS names, if it names one of the form. */
export function adviceFieldErrorOf({
  reason,
  field = '',
  limit,
}: Pick<Problem, 'reason' | 'field' | 'limit'>): AdviceFieldError | undefined {
  // A field may come as a path.
  const last = field.split('.').at(-1) ?? '';
  const named = reason === 'priority-not-supported' ? 'priority' : FIELD_OF[last];
  if (!named || !OF_FIELD.has(reason)) return undefined;
  return { field: named, reason: reason as AdviceFieldError['reason'], limit };
}
