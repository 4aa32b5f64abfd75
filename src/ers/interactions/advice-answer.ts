import * as v from 'valibot';
import type { AdviceSent } from '../../domain/advice.ts';
import type { Result } from '../../domain/result.ts';
import { readAdviceMessage } from '../shapes/advice-message.ts';
import { readAdviceRequest } from '../shapes/advice-request.ts';
import { one, parameters, resource } from '../shapes/grouped.ts';
import { found, readAs, within, type Reading } from '../shapes/reading.ts';
import type { ErsResponse } from '../transport.ts';
import { resultOf, type ReadingContext } from './interaction.ts';

const MESSAGE = 'createdCommunication';

/** Reads an answer that holds a request for advice, under the name given, and its new message. */
export function parseAdviceSent(
  requestName: 'createdCommunicationRequest' | 'updatedCommunicationRequest',
): (answer: ErsResponse, context: ReadingContext) => Result<AdviceSent> {
  const shape = v.object({
    resourceType: v.literal('Parameters'),
    parameter: parameters({ [requestName]: one(resource), [MESSAGE]: one(resource) }),
  });
  function read(body: unknown): Reading<AdviceSent> {
    const outer = readAs(shape, body);
    if (!outer.ok) return outer;
    const { [requestName]: asked, [MESSAGE]: sent } = outer.value.parameter;
    const request = within(requestName, readAdviceRequest(asked));
    if (!request.ok) return request;
    const message = within(MESSAGE, readAdviceMessage(sent));
    if (!message.ok) return message;
    return found({ request: request.value, message: message.value });
  }
  return (answer, { origin }) => resultOf(read(answer.body), answer, origin);
}
