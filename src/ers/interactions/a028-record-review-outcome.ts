import type { Referral } from '../../domain/referral.ts';
import { codingParameter, parametersOf, textParameter } from '../../fhir/parameters.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { codeSystem, profile } from '../names.ts';
import type { Review } from '../verbs/reviewing.ts';
import { changeOf, type Interaction } from './interaction.ts';
import { FILE_FAILURES, linkedFileRules, linkedFiles } from './linked-files.ts';
import { CHANGE_OF_REFERRAL } from './referral-answer.ts';
import { priorityParameter, priorityRule } from './priority.ts';
import { missing, neededWord, textRules, type Rule } from './rules.ts';

const OUTCOMES: readonly string[] = [
  'ACCEPT_REFER_BOOK_LATER',
  'RETURN_TO_REFERRER_WITH_ADVICE',
] satisfies Review['outcome'][];

/** Characters (hscn.md §7, A028). */
const DESCRIPTION_LIMIT = 200;
const FILE = 'reviewAttachmentFile';
const PRIORITY = 'reviewPriority';

/** What a provider decides on a referral that is in triage or was deferred to them. */
export const recordReviewOutcome: Interaction<Review, Referral> = {
  id: 'A028',
  ...CHANGE_OF_REFERRAL,
  rules: rulesOf,
  build(review) {
    const { outcome, comment, priority, files } = review;
    const body = parametersOf(profile('eRS-RecordReviewOutcome-Parameters-1'), [
      codingParameter('reviewOutcome', codeSystem('eRS-ReviewOutcome-1'), outcome),
      textParameter('reviewComments', comment),
      priorityParameter(PRIORITY, priority),
      ...linkedFiles(FILE, 'PROVIDER', files),
    ]);
    return changeOf(review, body);
  },
  failures: FILE_FAILURES,
};

/** interactions.md §7. */
function rulesOf(review: Review, { textLimits }: Dialect): Rule[] {
  const { outcome, comment, priority, files = [] } = review;
  return [
    neededWord('reviewOutcome', outcome, OUTCOMES),
    ...textRules('reviewComments', comment, { limit: textLimits.reviewComments, required: true }),
    missing(PRIORITY, outcome === 'ACCEPT_REFER_BOOK_LATER' && !priority),
    priorityRule(PRIORITY, priority),
    ...linkedFileRules(FILE, files),
    ...files.flatMap(({ description }) =>
      textRules('description', description, { limit: DESCRIPTION_LIMIT, required: false }),
    ),
  ];
}
