import type { NewAdvice } from '../../core/create-advice.ts';
import { createAdvice } from '../../core/create-advice.ts';
import { fhirJson } from '../../http/fhir-json.ts';
import type { Exchange, Interaction } from '../../http/interaction.ts';
import { referrers } from '../../http/interaction.ts';
import { writeAdviceAnswer } from '../advice-answer.ts';
import { patientOf, referringClinicianOf } from '../new-referral.ts';
import type { ParameterSet } from '../parameters.ts';
import { codeAmong, partsOf, readParameters, required, stringOf } from '../parameters.ts';
import { readJson } from '../request-body.ts';
import { readShortlist } from '../shortlist.ts';
import { wantedFiles } from '../wanted-files.ts';

const file = 'requestAttachmentFile';
const authorisation = 'providerConversionAuthorisation';

function isAuthorised(set: ParameterSet): boolean {
  const code = codeAmong(set, authorisation, {
    system: '/eRS-ProviderConversionAuthorisation-1',
    codes: ['AUTHORISED_TO_CONVERT', 'NOT_AUTHORISED_TO_CONVERT'],
  });
  return required(code, authorisation) === 'AUTHORISED_TO_CONVERT';
}

function readNewAdvice({ variant }: Exchange, body: unknown): NewAdvice {
  const set = readParameters(body, 'Parameters', {
    profile: 'eRS-CreateAdviceAndGuidance-Request-Parameters-1',
    names: ['patient', 'referringClinician', authorisation, 'shortlist', 'request', file],
    repeating: [file],
  });
  const shortlist = required(partsOf(set, 'shortlist')[0], 'shortlist')['resource'];
  return {
    patient: patientOf(set),
    referringClinician: referringClinicianOf(set),
    authorisedToConvert: isAuthorised(set),
    request: required(stringOf(set, 'request'), 'request'),
    files: wantedFiles(set, { name: file, type: 'ADVICE_REQUEST', wrong: 'INAPPROPRIATE_VALUE' }),
    ...readShortlist(variant, shortlist),
  };
}

/** Answers 200, not 201, and no ETag. */
export const createAdviceRequest: Interaction = {
  id: 'A044',
  method: 'POST',
  on: {
    'api-platform': {
      paths: ['/CommunicationRequest/$ers.createAdviceAndGuidance'],
      roles: referrers,
    },
  },
  answer: async (exchange) => {
    const { core, caller, request } = exchange;
    const wanted = readNewAdvice(exchange, await readJson(request));
    const { advice, message } = createAdvice(core, caller, wanted);
    return fhirJson(writeAdviceAnswer(exchange, { advice, message, as: 'created' }), 200);
  },
};
