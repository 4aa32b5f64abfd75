import type { AdviceRequest } from '../../domain/advice.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import { readAdviceRequest } from '../shapes/advice-request.ts';
import { versionOfETag } from '../shapes/values.ts';
import type { Interaction } from './interaction.ts';
import { isAnother } from './referral-answer.ts';

/** A request for advice without its messages. */
export const retrieveAdviceRequest: Interaction<Ubrn, AdviceRequest> = {
  id: 'A024',
  kind: 'read',
  about: 'advice',
  build: (ubrn) => ({ params: { ubrn } }),
  parse: ({ body, headers }) => readAdviceRequest(body, versionOfETag(headers['etag'])),
  mismatch: (request, ubrn) => isAnother(request, { ubrn }),
};
