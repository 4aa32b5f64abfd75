import type { Referral } from '../../domain/referral.ts';
import { parametersOf, textParameter } from '../../fhir/parameters.ts';
import { profile } from '../names.ts';
import type { AdviceConversion } from '../verbs/advising.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { UBRN, VERSION } from '../forms.ts';
import type { Interaction } from './interaction.ts';
import { FILE_FAILURES, linkedFileRules, linkedFiles } from './linked-files.ts';
import { messageRules } from './message-rules.ts';
import { CHANGE_OF_REFERRAL } from './referral-answer.ts';
import { neededPriority, priorityParameter } from './priority.ts';
import { neededForm, textRules, type Rule } from './rules.ts';

const GUIDANCE_FILE = 'guidanceAttachmentFile';
const REVIEW_FILE = 'reviewAttachmentFile';
const PRIORITY = 'newReferralPriority';

/**
 * Makes a referral of a request for advice, with a last message to the referrer. It has the same
 * UBRN. Not idempotent.
 */
export const convertAdvice: Interaction<AdviceConversion, Referral> = {
  id: 'A027',
  ...CHANGE_OF_REFERRAL,
  about: 'advice',
  rules: rulesOf,
  build(conversion) {
    const { ubrn, version, adviceFiles, reviewFiles } = conversion;
    const name = 'eRS-CreateFromCommunicationRequestActionLater-Request-Parameters-1';
    // The version stands in the reference: e-RS reads no If-Match here.
    const reference = `CommunicationRequest/${ubrn}/_history/${version}`;
    const body = parametersOf(profile(name), [
      { name: 'createFrom', valueReference: { reference } },
      textParameter('guidance', conversion.text),
      priorityParameter(PRIORITY, conversion.priority),
      textParameter('reviewComments', conversion.comment),
      ...linkedFiles(GUIDANCE_FILE, 'GUIDANCE_RESPONSE', adviceFiles),
      ...linkedFiles(REVIEW_FILE, 'PROVIDER', reviewFiles),
    ]);
    return { body };
  },
  failures: FILE_FAILURES,
};

/** interactions.md §12. */
function rulesOf(conversion: AdviceConversion, { textLimits }: Dialect): Rule[] {
  const { ubrn, version, text, comment, priority } = conversion;
  const { adviceFiles = [], reviewFiles = [] } = conversion;
  return [
    neededForm('createFrom', ubrn, UBRN),
    neededForm('createFrom', version, VERSION),
    ...messageRules('guidance', text, textLimits.guidance),
    neededPriority(PRIORITY, priority),
    ...textRules('reviewComments', comment, { limit: textLimits.reviewComments, required: true }),
    ...linkedFileRules(GUIDANCE_FILE, adviceFiles),
    // One file is of one kind only (eRS-AttachmentType-1).
    ...linkedFileRules(REVIEW_FILE, [...adviceFiles, ...reviewFiles]),
  ];
}
