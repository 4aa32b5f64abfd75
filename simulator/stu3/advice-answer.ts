import type { Parameters } from 'fhir/r3';
import type { AdviceMessage, AdviceRequest } from '../core/advice.ts';
import type { Writing } from '../http/interaction.ts';
import { writeCommunicationRequest } from './communication-request.ts';
import { writeWholeCommunication } from './communication.ts';
import { profile } from './names.ts';

/** A026 updates the request, A044 makes it. */
const forms = {
  sent: {
    profile: 'eRS-SendCommunicationToRequester-Response-Parameters-1',
    name: 'updatedCommunicationRequest',
  },
  created: {
    profile: 'eRS-CreateAdviceAndGuidance-Response-Parameters-1',
    name: 'createdCommunicationRequest',
  },
} as const;

export interface AdviceAnswer {
  advice: AdviceRequest;
  message: AdviceMessage;
  as: keyof typeof forms;
}

/** The request as it is now, and the message that was added. */
export function writeAdviceAnswer(
  writing: Writing,
  { advice, message, as }: AdviceAnswer,
): Parameters {
  const form = forms[as];
  return {
    meta: { profile: [profile(form.profile)] },
    resourceType: 'Parameters',
    parameter: [
      { name: form.name, resource: writeCommunicationRequest(writing, advice) },
      { name: 'createdCommunication', resource: writeWholeCommunication(writing, advice, message) },
    ],
  };
}
