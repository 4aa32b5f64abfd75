import type { OperationId } from '../../../src/ers/transport.ts';
import { officialFiles, officialParameters, textAt } from './official-parameters.ts';
import { officialShortlist } from './official-shortlist.ts';
import type { ArgumentsOf } from './requests.ts';

const read = { ubrn: '000000070000', version: '5' };
const REFERENCE = /^CommunicationRequest\/(\d+)\/_history\/(\d+)$/;

export const advisingRequests: Partial<Record<OperationId, ArgumentsOf>> = {
  A023: (request) => {
    const { code, identifier } = officialParameters(request);
    const user = identifier('clinician');
    return {
      serviceId: identifier('service'),
      specialty: code('specialty'),
      location: identifier('location'),
      clinician: user === undefined ? code('clinicianAssignedIndicator') : { sdsUserId: user },
    };
  },
  A026: (request) => {
    const parameters = officialParameters(request);
    return {
      ...read,
      text: parameters.text('guidance'),
      outcome: parameters.code('guidanceOutcome'),
      recommendation: parameters.code('guidanceIntendedRecommendation'),
      priority: parameters.code('updatedPriority'),
      files: officialFiles(parameters, 'guidanceAttachmentFile'),
    };
  },
  A027: (request) => {
    const parameters = officialParameters(request);
    const reference = textAt(parameters.value('createFrom', 'valueReference'), 'reference') ?? '';
    const [, ubrn, version] = REFERENCE.exec(reference) ?? [];
    return {
      ubrn,
      version,
      text: parameters.text('guidance'),
      priority: parameters.code('newReferralPriority'),
      comment: parameters.text('reviewComments'),
      adviceFiles: officialFiles(parameters, 'guidanceAttachmentFile'),
      reviewFiles: officialFiles(parameters, 'reviewAttachmentFile'),
    };
  },
  A044: (request) => {
    const parameters = officialParameters(request);
    const { services, criteria } = officialShortlist(parameters);
    return {
      patient: parameters.identifier('patient'),
      referringClinician: parameters.identifier('referringClinician'),
      criteria,
      serviceId: services[0],
      mayConvert: parameters.code('providerConversionAuthorisation') === 'AUTHORISED_TO_CONVERT',
      text: parameters.text('request'),
      files: officialFiles(parameters, 'requestAttachmentFile'),
    };
  },
};
