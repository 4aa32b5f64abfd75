import type { AdviceRecommendation, AdviceSent } from '../../domain/advice.ts';
import { codingParameter, parametersOf, textParameter } from '../../fhir/parameters.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { codeSystem, profile } from '../names.ts';
import type { AdviceGiven } from '../verbs/advising.ts';
import { adviceSentShape } from './advice-answer.ts';
import { bodyAs, changeOf, type Interaction } from './interaction.ts';
import { FILE_FAILURES, linkedFileRules, linkedFiles } from './linked-files.ts';
import { messageRules } from './message-rules.ts';
import { isAnother } from './referral-answer.ts';
import { neededPriority, priorityParameter } from './priority.ts';
import { missing, neededWord, notPermitted, wordRule, type Rule } from './rules.ts';

const FILE = 'guidanceAttachmentFile';
const OUTCOME = 'guidanceOutcome';
const RECOMMENDATION = 'guidanceIntendedRecommendation';
const PRIORITY = 'updatedPriority';

const OUTCOMES: readonly string[] = [
  'RETURN_TO_REFERRER_WITH_ADVICE',
  'REQUIRE_FURTHER_INFORMATION',
] satisfies AdviceGiven['outcome'][];

const RECOMMENDATIONS: readonly string[] = [
  'ADVICE_ONLY_NO_REFERRAL_RECOMMENDED',
  'ADVICE_FOLLOWED_BY_REFERRAL_IF_REQUIRED',
  'REFERRAL_RECOMMENDED',
  'OTHER',
] satisfies AdviceRecommendation[];

/** A provider's message: advice, or a question. Not idempotent: read again before a repeat. */
export const sendAdvice: Interaction<AdviceGiven, AdviceSent> = {
  id: 'A026',
  kind: 'write',
  about: 'advice',
  rules: rulesOf,
  build(given) {
    const { outcome, recommendation, priority, files } = given;
    const name = 'eRS-SendCommunicationToRequester-Request-Parameters-1';
    const recommendations = codeSystem('eRS-GuidanceIntendedRecommendation-1');
    const body = parametersOf(profile(name), [
      codingParameter(OUTCOME, codeSystem('eRS-GuidanceResponseOutcome-1'), outcome),
      codingParameter(RECOMMENDATION, recommendations, recommendation),
      textParameter('guidance', given.text),
      priorityParameter(PRIORITY, priority),
      ...linkedFiles(FILE, 'GUIDANCE_RESPONSE', files),
    ]);
    return changeOf(given, body);
  },
  parse: bodyAs(adviceSentShape('updatedCommunicationRequest')),
  mismatch: ({ request }, asked) => isAnother(request, asked),
  failures: FILE_FAILURES,
};

/** interactions.md §12: a recommendation goes with advice, and only with it. */
function rulesOf(given: AdviceGiven, { textLimits }: Dialect): Rule[] {
  const { text, outcome, recommendation, priority, files } = given;
  const returns = outcome === 'RETURN_TO_REFERRER_WITH_ADVICE';
  return [
    neededWord(OUTCOME, outcome, OUTCOMES),
    notPermitted(RECOMMENDATION, !returns && recommendation !== undefined),
    missing(RECOMMENDATION, returns && !recommendation),
    wordRule(RECOMMENDATION, recommendation, RECOMMENDATIONS),
    ...messageRules('guidance', text, textLimits.guidance),
    neededPriority(PRIORITY, priority),
    ...linkedFileRules(FILE, files),
  ];
}
