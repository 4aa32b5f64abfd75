import type { AdviceSent } from '../../domain/advice.ts';
import { readAdviceMessage } from '../shapes/advice-message.ts';
import { readAdviceRequest } from '../shapes/advice-request.ts';
import { parameterNamed, resource } from '../shapes/grouped.ts';
import { both, mapped, one, type Shape } from '../shapes/shape.ts';

const message = resource((body) => readAdviceMessage(body));
const request = resource((body) => readAdviceRequest(body));

/** An answer that holds a request for advice, under the name given, and its new message. */
export function adviceSentShape(
  requestName: 'createdCommunicationRequest' | 'updatedCommunicationRequest',
): Shape<AdviceSent> {
  const parts = both(
    parameterNamed(requestName, one(request)),
    parameterNamed('createdCommunication', one(message)),
  );
  return mapped(parts, ([asked, sent]) => ({ request: asked, message: sent }));
}
