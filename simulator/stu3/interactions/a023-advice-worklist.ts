import { adviceWorklist } from '../../core/worklists.ts';
import { fhirJson } from '../../http/fhir-json.ts';
import type { Interaction } from '../../http/interaction.ts';
import { onBoth, providerRoles } from '../../http/interaction.ts';
import { writeAdviceWorklist } from '../advice-worklist.ts';
import { readJson } from '../request-body.ts';
import { readWorklistRequest } from '../worklist-request.ts';

const selector = {
  system: '/eRS-CommunicationListSelector-1',
  codes: ['ADVICE_AND_GUIDANCE_REQUESTS'],
};

export const retrieveAdviceWorklist: Interaction = {
  id: 'A023',
  method: 'POST',
  on: onBoth({ paths: ['/CommunicationRequest/$ers.fetchworklist'], roles: providerRoles }),
  answer: async (exchange) => {
    const { core, caller, request } = exchange;
    const { filter } = readWorklistRequest(await readJson(request), selector);
    return fhirJson(writeAdviceWorklist(exchange, adviceWorklist(core, caller, filter)), 200);
  },
};
