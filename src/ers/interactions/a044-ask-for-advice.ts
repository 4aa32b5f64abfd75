import type { AdviceSent } from '../../domain/advice.ts';
import {
  codingParameter,
  identifierParameter,
  parametersOf,
  textParameter,
} from '../../fhir/parameters.ts';
import type { Dialect } from '../dialects/dialect.ts';
import { codeSystem, NHS_NUMBER_SYSTEM, profile, SDS_USER_SYSTEM } from '../names.ts';
import type { NewAdviceRequest } from '../verbs/advising.ts';
import { patientRules } from './a010-search-services.ts';
import { parseAdviceSent } from './advice-answer.ts';
import { MESSAGE_FAILURES, messageRules } from './advice-rules.ts';
import { firstBroken, type Interaction, type Rule } from './interaction.ts';
import { linkedFileRules, linkedFiles } from './linked-files.ts';
import { serviceRules, shortlistParameter } from './shortlist.ts';

const FILE = 'requestAttachmentFile';

/** A question to one service. Not idempotent, and e-RS cannot be asked for a lost one. */
export const askForAdvice: Interaction<NewAdviceRequest, AdviceSent> = {
  id: 'A044',
  kind: 'write',
  build(asked, dialect) {
    const { patient, criteria, serviceId, mayConvert, referringClinician, files = [] } = asked;
    const authorisation = mayConvert ? 'AUTHORISED_TO_CONVERT' : 'NOT_AUTHORISED_TO_CONVERT';
    const name = 'eRS-CreateAdviceAndGuidance-Request-Parameters-1';
    const body = parametersOf(profile(name), [
      identifierParameter('patient', NHS_NUMBER_SYSTEM, patient),
      identifierParameter('referringClinician', SDS_USER_SYSTEM, referringClinician),
      codingParameter(
        'providerConversionAuthorisation',
        codeSystem('eRS-ProviderConversionAuthorisation-1'),
        authorisation,
      ),
      shortlistParameter({ criteria, services: [serviceId] }, dialect),
      textParameter('request', asked.text),
      ...linkedFiles(FILE, 'ADVICE_REQUEST', files),
    ]);
    return firstBroken(rulesOf(asked, dialect)) ?? { operation: 'A044', params: {}, body };
  },
  parse: parseAdviceSent('createdCommunicationRequest'),
  mismatch: ({ request }, { patient }) =>
    request.patient === patient ? undefined : 'wrong-patient',
  failures: MESSAGE_FAILURES,
};

function rulesOf(asked: NewAdviceRequest, { textLimits }: Dialect): Rule[] {
  const { patient, criteria, serviceId, referringClinician, files = [] } = asked;
  return [
    ...patientRules(patient, referringClinician),
    ...serviceRules({ criteria, services: [serviceId] }),
    ...messageRules('request', asked.text, textLimits.adviceRequest),
    ...linkedFileRules(FILE, files),
  ];
}
