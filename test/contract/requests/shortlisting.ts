import type { OperationId } from '../../../src/ers/transport.ts';
import { officialParameters } from './official-parameters.ts';
import { officialShortlist } from './official-shortlist.ts';
import type { ArgumentsOf } from './requests.ts';

const read = { ubrn: '000000070000', version: '9' };

export const shortlistingRequests: Partial<Record<OperationId, ArgumentsOf>> = {
  A021: (request) => {
    const parameters = officialParameters(request);
    const { services, criteria } = officialShortlist(parameters);
    return {
      patient: parameters.identifier('patient'),
      referringClinician: parameters.identifier('referringClinician'),
      criteria,
      serviceId: services[0],
    };
  },
  A031: (request) => ({ ...read, ...officialShortlist(officialParameters(request)) }),
  A032: (request) => {
    const { services, criteria, letterIntention } = officialShortlist(officialParameters(request));
    return { ...read, criteria, letterIntention, serviceId: services[0] };
  },
};
