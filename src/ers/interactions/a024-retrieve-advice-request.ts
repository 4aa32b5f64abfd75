import type { AdviceRequest } from '../../domain/advice.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import { readAdviceRequest } from '../shapes/advice-request.ts';
import { versionOfETag } from '../shapes/values.ts';
import { resultOf, type Interaction } from './interaction.ts';

/** A request for advice without its messages. */
export const retrieveAdviceRequest: Interaction<Ubrn, AdviceRequest> = {
  id: 'A024',
  kind: 'read',
  build: (ubrn) => ({ operation: 'A024', params: { ubrn } }),
  parse: (answer, { origin }) =>
    resultOf(readAdviceRequest(answer.body, versionOfETag(answer.headers['etag'])), answer, origin),
  mismatch: (request, ubrn) => (request.ubrn === ubrn ? undefined : { field: 'id' }),
  failures: {},
};
