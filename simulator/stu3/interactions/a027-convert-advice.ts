import type { Conversion } from '../../core/convert-advice.ts';
import { convertAdvice } from '../../core/convert-advice.ts';
import { priorities } from '../../core/model.ts';
import { refuse } from '../../core/refusal.ts';
import { fhirJson } from '../../http/fhir-json.ts';
import type { Interaction } from '../../http/interaction.ts';
import { onBoth, providerClinicians } from '../../http/interaction.ts';
import { adviceConversationPdf } from '../../pdf/advice-conversation.ts';
import type { ParameterSet } from '../parameters.ts';
import { codeAmong, partsOf, readParameters, required, stringOf } from '../parameters.ts';
import { writeReferral } from '../referral-request.ts';
import { readJson, textOf } from '../request-body.ts';
import { wantedFiles } from '../wanted-files.ts';
import { adviceToChange } from '../write-target.ts';

const createFrom = 'createFrom';
const guidance = 'guidanceAttachmentFile';
const review = 'reviewAttachmentFile';

function readRequest(body: unknown): ParameterSet {
  return readParameters(body, 'Parameters', {
    profile: 'eRS-CreateFromCommunicationRequestActionLater-Request-Parameters-1',
    names: [createFrom, 'guidance', 'newReferralPriority', 'reviewComments', guidance, review],
    repeating: [guidance, review],
  });
}

/** The conversation and the version it was read at; this takes the place of If-Match. */
function sourceOf(set: ParameterSet): { ubrn: string; version: () => number } {
  const part = required(partsOf(set, createFrom)[0], createFrom);
  const reference = required(textOf(part['valueReference'], 'reference', createFrom), createFrom);
  const [, ubrn, version] =
    /^CommunicationRequest\/(\d{12})\/_history\/(\d+)$/.exec(reference) ?? [];
  if (!ubrn) return refuse('INVALID_VALUE', createFrom, 'names no advice request and version.');
  return { ubrn, version: () => Number(version) };
}

function readConversion(set: ParameterSet): Conversion {
  const priority = codeAmong(set, 'newReferralPriority', {
    system: '/eRS-Priority-1',
    codes: priorities,
  });
  const wrong = 'INAPPROPRIATE_VALUE';
  return {
    guidance: required(stringOf(set, 'guidance'), 'guidance'),
    priority: required(priority, 'newReferralPriority'),
    reviewComments: required(stringOf(set, 'reviewComments'), 'reviewComments'),
    guidanceFiles: wantedFiles(set, { name: guidance, type: 'GUIDANCE_RESPONSE', wrong }),
    reviewFiles: wantedFiles(set, { name: review, type: 'PROVIDER', wrong }),
  };
}

/** Answers no ETag: the version is in the body. */
export const convertAdviceToReferral: Interaction = {
  id: 'A027',
  method: 'POST',
  on: onBoth({
    paths: ['/ReferralRequest/$ers.createFromCommunicationRequestActionLater'],
    roles: providerClinicians,
  }),
  answer: async (exchange) => {
    const { core, caller, request } = exchange;
    const set = readRequest(await readJson(request));
    const advice = adviceToChange(exchange, sourceOf(set));
    const referral = convertAdvice(core, caller, {
      advice,
      wanted: readConversion(set),
      print: (conversation) => adviceConversationPdf(core, conversation),
    });
    return fhirJson(writeReferral(exchange, referral, 'A027'), 201);
  },
};
