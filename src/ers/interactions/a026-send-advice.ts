import type { AdviceRecommendation, AdviceSent } from '../../domain/advice.ts';
import { PRIORITIES } from '../../domain/criteria.ts';
import { codingParameter, parametersOf, textParameter } from '../../fhir/parameters.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { codeSystem, profile } from '../names.ts';
import type { AdviceGiven } from '../verbs/advising.ts';
import { parseAdviceSent } from './advice-answer.ts';
import { MESSAGE_FAILURES, messageRules } from './advice-rules.ts';
import { firstBroken, type Interaction, type Rule } from './interaction.ts';
import { linkedFileRules, linkedFiles } from './linked-files.ts';

const FILE = 'guidanceAttachmentFile';
const OUTCOME = 'guidanceOutcome';
const RECOMMENDATION = 'guidanceIntendedRecommendation';
const PRIORITY = 'updatedPriority';

const OUTCOMES: readonly string[] = [
  'RETURN_TO_REFERRER_WITH_ADVICE',
  'REQUIRE_FURTHER_INFORMATION',
] satisfies AdviceGiven['outcome'][];

const RECOMMENDATIONS: readonly (string | undefined)[] = [
  'ADVICE_ONLY_NO_REFERRAL_RECOMMENDED',
  'ADVICE_FOLLOWED_BY_REFERRAL_IF_REQUIRED',
  'REFERRAL_RECOMMENDED',
  'OTHER',
] satisfies AdviceRecommendation[];

/** A provider's message: advice, or a question. Not idempotent: read again before a repeat. */
export const sendAdvice: Interaction<AdviceGiven, AdviceSent> = {
  id: 'A026',
  kind: 'write',
  build(given, dialect) {
    const { ubrn, version, outcome, recommendation, priority, files = [] } = given;
    const name = 'eRS-SendCommunicationToRequester-Request-Parameters-1';
    const recommendations = codeSystem('eRS-GuidanceIntendedRecommendation-1');
    const body = parametersOf(profile(name), [
      codingParameter(OUTCOME, codeSystem('eRS-GuidanceResponseOutcome-1'), outcome),
      codingParameter(RECOMMENDATION, recommendations, recommendation),
      textParameter('guidance', given.text),
      codingParameter(PRIORITY, codeSystem('eRS-Priority-1'), priority),
      ...linkedFiles(FILE, 'GUIDANCE_RESPONSE', files),
    ]);
    const request = { operation: 'A026', params: { ubrn }, ifMatch: version, body } as const;
    return firstBroken([...rulesOf(given, dialect), ...linkedFileRules(FILE, files)]) ?? request;
  },
  parse: parseAdviceSent('updatedCommunicationRequest'),
  mismatch: ({ request }, { ubrn }) => (request.ubrn === ubrn ? undefined : { field: 'id' }),
  failures: MESSAGE_FAILURES,
};

/** interactions.md §12: a recommendation goes with advice, and only with it. */
function rulesOf(given: AdviceGiven, { textLimits }: Dialect): Rule[] {
  const { text, outcome, recommendation, priority } = given;
  const returns = outcome === 'RETURN_TO_REFERRER_WITH_ADVICE';
  const isGiven = recommendation !== undefined;
  const field = RECOMMENDATION;
  return [
    { when: !OUTCOMES.includes(outcome), refused: 'field-wrong', field: OUTCOME },
    { when: returns && !isGiven, refused: 'field-required', field },
    { when: !returns && isGiven, refused: 'field-not-permitted', field },
    { when: isGiven && !RECOMMENDATIONS.includes(recommendation), refused: 'field-wrong', field },
    ...messageRules('guidance', text, textLimits.guidance),
    { when: !PRIORITIES.includes(priority), refused: 'field-required', field: PRIORITY },
  ];
}
