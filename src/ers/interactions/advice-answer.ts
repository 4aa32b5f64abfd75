import type { AdviceSent } from '../../domain/advice.ts';
import { readAdviceMessage } from '../shapes/advice-message.ts';
import { readAdviceRequest } from '../shapes/advice-request.ts';
import { parametersResource, resource } from '../shapes/grouped.ts';
import { from, one, type Shape } from '../shapes/shape.ts';

const message = resource((body) => readAdviceMessage(body));
const request = resource((body) => readAdviceRequest(body));

/** An answer that holds a request for advice, under the name given, and its new message. */
export function adviceSentShape(
  requestName: 'createdCommunicationRequest' | 'updatedCommunicationRequest',
): Shape<AdviceSent> {
  return parametersResource({
    request: from(requestName, one(request)),
    message: from('createdCommunication', one(message)),
  });
}
