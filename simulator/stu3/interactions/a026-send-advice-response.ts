import { answerAdvice, guidanceOutcomes, recommendations } from '../../core/answer-advice.ts';
import type { Guidance, GuidanceOutcome } from '../../core/answer-advice.ts';
import { priorities } from '../../core/model.ts';
import { refuse } from '../../core/refusal.ts';
import { fhirJson } from '../../http/fhir-json.ts';
import type { Interaction } from '../../http/interaction.ts';
import { onBoth, providerClinicians } from '../../http/interaction.ts';
import { writeAdviceAnswer } from '../advice-answer.ts';
import { ifMatchVersion } from '../if-match.ts';
import type { ParameterSet } from '../parameters.ts';
import { codeAmong, codeOf, readParameters, required, stringOf } from '../parameters.ts';
import { readJson } from '../request-body.ts';
import { wantedFiles } from '../wanted-files.ts';
import { adviceToChange } from '../write-target.ts';

const file = 'guidanceAttachmentFile';

/** Other codes of the system only appear in answers. */
function outcomeOf(set: ParameterSet): GuidanceOutcome {
  const name = 'guidanceOutcome';
  const code = required(codeOf(set, name, '/eRS-GuidanceResponseOutcome-1'), name);
  const known = (Object.keys(guidanceOutcomes) as GuidanceOutcome[]).find((one) => one === code);
  return known ?? refuse('INAPPROPRIATE_VALUE', name, `is not to be sent: ${code}.`);
}

function readGuidance(body: unknown): Guidance {
  const set = readParameters(body, 'Parameters', {
    profile: 'eRS-SendCommunicationToRequester-Request-Parameters-1',
    names: [
      'guidance',
      'guidanceOutcome',
      'guidanceIntendedRecommendation',
      'updatedPriority',
      file,
    ],
    repeating: [file],
  });
  const priority = codeAmong(set, 'updatedPriority', {
    system: '/eRS-Priority-1',
    codes: priorities,
  });
  return {
    guidance: required(stringOf(set, 'guidance'), 'guidance'),
    outcome: outcomeOf(set),
    recommendation: codeAmong(set, 'guidanceIntendedRecommendation', {
      system: '/eRS-GuidanceIntendedRecommendation-1',
      codes: recommendations,
    }),
    priority: required(priority, 'updatedPriority'),
    files: wantedFiles(set, {
      name: file,
      type: 'GUIDANCE_RESPONSE',
      wrong: 'INAPPROPRIATE_VALUE',
    }),
  };
}

/** Answers no ETag: the new version is in the body. */
export const sendAdviceResponse: Interaction = {
  id: 'A026',
  method: 'POST',
  on: onBoth({
    paths: ['/CommunicationRequest/:ubrn/$ers.sendCommunicationToRequester'],
    roles: providerClinicians,
  }),
  answer: async (exchange) => {
    const { core, caller, request, path } = exchange;
    const body = await readJson(request);
    const version = (): number => ifMatchVersion(request);
    const advice = adviceToChange(exchange, { ubrn: path['ubrn'] ?? '', version });
    const message = answerAdvice(core, caller, { advice, wanted: readGuidance(body) });
    return fhirJson(writeAdviceAnswer(exchange, { advice, message, as: 'sent' }), 200);
  },
};
