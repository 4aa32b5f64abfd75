import { providerLists, referrerLists } from '../../core/worklist-rules.ts';
import { worklist } from '../../core/worklists.ts';
import { fhirJson } from '../../http/fhir-json.ts';
import type { Interaction } from '../../http/interaction.ts';
import { everyRole, providerRoles } from '../../http/interaction.ts';
import { writeReferralWorklist } from '../referral-worklist.ts';
import { readJson } from '../request-body.ts';
import { readWorklistRequest } from '../worklist-request.ts';

const paths = ['/ReferralRequest/$ers.fetchworklist'];
const selector = {
  system: '/eRS-ReferralListSelector-1',
  codes: [...providerLists, ...referrerLists],
};

/** Over HSCN for providers only: referrers have no list there. */
export const retrieveWorklist: Interaction = {
  id: 'A008',
  method: 'POST',
  on: { hscn: { paths, roles: providerRoles }, 'api-platform': { paths, roles: everyRole } },
  answer: async (exchange) => {
    const { core, caller, request } = exchange;
    const wanted = readWorklistRequest(await readJson(request), selector);
    const rows = worklist(core, caller, wanted);
    return fhirJson(writeReferralWorklist(exchange, wanted.list, rows), 200);
  },
};
