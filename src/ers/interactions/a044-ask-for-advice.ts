import type { AdviceSent } from '../../domain/advice.ts';
import { codingParameter, parametersOf, textParameter } from '../../fhir/parameters.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { codeSystem, profile } from '../names.ts';
import type { NewAdviceRequest } from '../verbs/advising.ts';
import { adviceSentShape } from './advice-answer.ts';
import { bodyAs, type Interaction } from './interaction.ts';
import { linkedFileRules, linkedFiles } from './linked-files.ts';
import { messageRules } from './message-rules.ts';
import { patientParameters, patientRules } from './for-patient.ts';
import { isOfAnother } from './referral-answer.ts';
import { missing, type Rule } from './rules.ts';
import { serviceRules, shortlistParameter } from './shortlist.ts';

const FILE = 'requestAttachmentFile';
const AUTHORISATION = 'providerConversionAuthorisation';

/** A question to one service. Not idempotent, and e-RS cannot be asked for a lost one. */
export const askForAdvice: Interaction<NewAdviceRequest, AdviceSent> = {
  id: 'A044',
  kind: 'write',
  about: 'advice',
  rules: rulesOf,
  build(asked, dialect) {
    const { criteria, serviceId, mayConvert, files } = asked;
    const authorisation = mayConvert ? 'AUTHORISED_TO_CONVERT' : 'NOT_AUTHORISED_TO_CONVERT';
    const name = 'eRS-CreateAdviceAndGuidance-Request-Parameters-1';
    const body = parametersOf(profile(name), [
      ...patientParameters(asked),
      codingParameter(
        AUTHORISATION,
        codeSystem('eRS-ProviderConversionAuthorisation-1'),
        authorisation,
      ),
      shortlistParameter({ criteria, services: [serviceId] }, dialect),
      textParameter('request', asked.text),
      ...linkedFiles(FILE, 'ADVICE_REQUEST', files),
    ]);
    return { body };
  },
  parse: bodyAs(adviceSentShape('createdCommunicationRequest')),
  mismatch: ({ request }, asked) => isOfAnother(request, asked),
};

/** interactions.md §12. */
function rulesOf(asked: NewAdviceRequest, dialect: Dialect): Rule[] {
  const { criteria, serviceId, mayConvert, files } = asked;
  return [
    ...patientRules(asked),
    missing(AUTHORISATION, typeof mayConvert !== 'boolean'),
    ...serviceRules({ criteria, services: [serviceId] }, dialect),
    ...messageRules('request', asked.text, dialect.textLimits.adviceRequest),
    ...linkedFileRules(FILE, files),
  ];
}
