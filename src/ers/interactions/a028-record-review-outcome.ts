import { PRIORITIES } from '../../domain/criteria.ts';
import type { FileToLink } from '../../domain/letter.ts';
import type { Referral } from '../../domain/referral.ts';
import { codingParameter, parametersOf, textParameter } from '../../fhir/parameters.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { codeSystem, profile } from '../names.ts';
import type { Review } from '../verbs/reviewing.ts';
import { firstBroken, type Interaction, type Rule } from './interaction.ts';
import { linkedFileRules, linkedFiles } from './linked-files.ts';
import { isAnother, parseReferral } from './referral-answer.ts';
import { textRules } from './text-rules.ts';

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
  kind: 'write',
  build(review, dialect) {
    const { ubrn, version, outcome, comment, priority, files = [] } = review;
    const body = parametersOf(profile('eRS-RecordReviewOutcome-Parameters-1'), [
      codingParameter('reviewOutcome', codeSystem('eRS-ReviewOutcome-1'), outcome),
      textParameter('reviewComments', comment),
      codingParameter(PRIORITY, codeSystem('eRS-Priority-1'), priority),
      ...linkedFiles(FILE, 'PROVIDER', files),
    ]);
    const request = { operation: 'A028', params: { ubrn }, ifMatch: version, body } as const;
    return firstBroken([...reviewRules(review, dialect), ...fileRules(files)]) ?? request;
  },
  parse: parseReferral,
  mismatch: isAnother,
  failures: {
    // A file that is linked already.
    INVALID_STATE: 'file-in-use',
  },
};

function reviewRules(review: Review, { textLimits }: Dialect): Rule[] {
  const { outcome, comment, priority } = review;
  const accepts = outcome === 'ACCEPT_REFER_BOOK_LATER';
  return [
    { when: !OUTCOMES.includes(outcome), refused: 'field-wrong', field: 'reviewOutcome' },
    ...textRules('reviewComments', comment, { limit: textLimits.reviewComments, required: true }),
    { when: accepts && priority === undefined, refused: 'field-required', field: PRIORITY },
    {
      when: priority !== undefined && !PRIORITIES.includes(priority),
      refused: 'field-wrong',
      field: PRIORITY,
    },
  ];
}

function fileRules(files: readonly FileToLink[]): Rule[] {
  const isLong = files.some(({ description = '' }) => description.length > DESCRIPTION_LIMIT);
  return [
    ...linkedFileRules(FILE, files),
    { when: isLong, refused: 'field-wrong', field: 'description' },
  ];
}
