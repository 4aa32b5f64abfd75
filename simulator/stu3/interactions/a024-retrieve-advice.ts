import { readAdvice } from '../../core/read-advice.ts';
import { refuse } from '../../core/refusal.ts';
import { etag, fhirJson } from '../../http/fhir-json.ts';
import type { Interaction } from '../../http/interaction.ts';
import { clinicalRoles, onBoth } from '../../http/interaction.ts';
import { writeCommunicationRequest } from '../communication-request.ts';

export const retrieveAdviceRequest: Interaction = {
  id: 'A024',
  method: 'GET',
  on: onBoth({
    paths: ['/CommunicationRequest/:ubrn', '/CommunicationRequest/:ubrn/_history/:version'],
    roles: clinicalRoles,
  }),
  answer: (exchange) => {
    const { core, caller, path } = exchange;
    const advice = readAdvice(core, caller, path['ubrn'] ?? '');
    const { version } = path;
    if (version !== undefined && version !== String(advice.version)) {
      refuse('HISTORY_NOT_SUPPORTED', '_history', 'may only name the current version.');
    }
    return fhirJson(writeCommunicationRequest(exchange, advice), 200, etag(advice.version));
  },
};
