import type { AdviceSent } from '../../domain/advice.ts';
import type { Result } from '../../domain/result.ts';
import { readAdviceMessage } from '../shapes/advice-message.ts';
import { readAdviceRequest } from '../shapes/advice-request.ts';
import { parameterNamed, resource } from '../shapes/grouped.ts';
import { both, mapped, one } from '../shapes/shape.ts';
import type { ErsResponse } from '../transport.ts';
import { resultOf, type ReadingContext } from './interaction.ts';

const message = resource((body) => readAdviceMessage(body));
const request = resource((body) => readAdviceRequest(body));

/** Reads an answer that holds a request for advice, under the name given, and its new message. */
export function parseAdviceSent(
  requestName: 'createdCommunicationRequest' | 'updatedCommunicationRequest',
): (answer: ErsResponse, context: ReadingContext) => Result<AdviceSent> {
  const parts = both(
    parameterNamed(requestName, one(request)),
    parameterNamed('createdCommunication', one(message)),
  );
  const shape = mapped(parts, ([asked, sent]): AdviceSent => ({ request: asked, message: sent }));
  return (answer, { origin }) => resultOf(shape(answer.body), answer, origin);
}
