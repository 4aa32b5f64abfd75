import { PRIORITIES } from '../../domain/criteria.ts';
import type { Referral } from '../../domain/referral.ts';
import { codingParameter, parametersOf, textParameter } from '../../fhir/parameters.ts';
import { codeSystem, profile } from '../names.ts';
import type { AdviceConversion } from '../verbs/advising.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { MESSAGE_FAILURES, messageRules } from './advice-rules.ts';
import { firstBroken, type Interaction, type Rule } from './interaction.ts';
import { linkedFileRules, linkedFiles } from './linked-files.ts';
import { isAnother, parseReferral } from './referral-answer.ts';
import { textRules } from './text-rules.ts';

const GUIDANCE_FILE = 'guidanceAttachmentFile';
const REVIEW_FILE = 'reviewAttachmentFile';
const PRIORITY = 'newReferralPriority';

/**
 * Makes a referral of a request for advice, with a last message to the referrer. It has the same
 * UBRN. Not idempotent.
 */
export const convertAdvice: Interaction<AdviceConversion, Referral> = {
  id: 'A027',
  kind: 'write',
  build(conversion, dialect) {
    const { ubrn, version, adviceFiles = [], reviewFiles = [] } = conversion;
    const name = 'eRS-CreateFromCommunicationRequestActionLater-Request-Parameters-1';
    // The version stands in the reference: e-RS reads no If-Match here.
    const reference = `CommunicationRequest/${ubrn}/_history/${version}`;
    const body = parametersOf(profile(name), [
      { name: 'createFrom', valueReference: { reference } },
      textParameter('guidance', conversion.text),
      codingParameter(PRIORITY, codeSystem('eRS-Priority-1'), conversion.priority),
      textParameter('reviewComments', conversion.comment),
      ...linkedFiles(GUIDANCE_FILE, 'GUIDANCE_RESPONSE', adviceFiles),
      ...linkedFiles(REVIEW_FILE, 'PROVIDER', reviewFiles),
    ]);
    return firstBroken(rulesOf(conversion, dialect)) ?? { operation: 'A027', params: {}, body };
  },
  parse: parseReferral,
  mismatch: isAnother,
  failures: MESSAGE_FAILURES,
};

function rulesOf(conversion: AdviceConversion, { textLimits }: Dialect): Rule[] {
  const { ubrn, version, text, comment, priority } = conversion;
  const { adviceFiles = [], reviewFiles = [] } = conversion;
  const isReference = /^\d{12}$/.test(ubrn) && /^\d{1,9}$/.test(version);
  const limit = textLimits.reviewComments;
  return [
    { when: !isReference, refused: 'field-wrong', field: 'createFrom' },
    ...messageRules('guidance', text, textLimits.guidance),
    { when: !PRIORITIES.includes(priority), refused: 'field-required', field: PRIORITY },
    ...textRules('reviewComments', comment, { limit, required: true }),
    ...linkedFileRules(GUIDANCE_FILE, adviceFiles),
    ...linkedFileRules(REVIEW_FILE, reviewFiles),
    // One file is of one kind only.
    ...linkedFileRules(REVIEW_FILE, [...adviceFiles, ...reviewFiles]),
  ];
}
