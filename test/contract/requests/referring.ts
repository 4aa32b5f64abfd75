import type { OperationId } from '../../../src/ers/transport.ts';
import { officialFiles, officialParameters, textAt } from './official-parameters.ts';
import { officialCriteria, officialShortlist } from './official-shortlist.ts';
import type { ArgumentsOf, JsonObject } from './requests.ts';

/** Whom an official Appointment names, by the last word of the identifier's system. */
function participantOf(request: JsonObject, system: string): string | undefined {
  const participants = request['participant'] as readonly JsonObject[];
  const found = participants.find((one) =>
    textAt(one, 'actor', 'identifier', 'system')?.endsWith(`/${system}`),
  );
  return textAt(found, 'actor', 'identifier', 'value') ?? undefined;
}

function appointmentRequest(request: JsonObject): object {
  const reference = textAt(request, 'incomingReferral', '0', 'reference') ?? '';
  const [, ubrn, , version] = reference.split('/');
  const serviceId = participantOf(request, 'ers-service');
  const clinician = participantOf(request, 'sds-user-id');
  const slotId = textAt(request, 'slot', '0', 'reference')?.replace('Slot/', '');
  const reason = textAt(request, 'reason', '0', 'coding', '0', 'code');
  const comment = textAt(request, 'comment');
  const parties = { ubrn, version, patient: participantOf(request, 'nhs-number') };
  if (reason === 'TRIAGE') return { kind: 'triage', ...parties, serviceId, comment };
  if (reason) return { kind: 'defer', ...parties, serviceId, reason, slotId, comment };
  const slot = {
    id: slotId,
    serviceId,
    start: request['start'],
    end: request['end'],
    clinician: clinician && { sdsUserId: clinician },
  };
  return { kind: 'book', ...parties, slot };
}

export const referringRequests: Partial<Record<OperationId, ArgumentsOf>> = {
  A010: (request) => {
    const { code, identifier, resources } = officialParameters(request);
    const [criteria = {}] = resources('searchCriteria');
    return {
      requestType: code('requestType'),
      sortBy: code('sortBy'),
      patient: identifier('patient'),
      referringClinician: identifier('referringClinician'),
      ruleOrganisation: identifier('commissioningRuleOrganisation'),
      criteria: officialCriteria(criteria),
    };
  },
  A011: (request) => {
    const parameters = officialParameters(request);
    const start = parameters.value('eReferralPathwayStart', 'valueInstant');
    return {
      patient: parameters.identifier('patient'),
      referringClinician: parameters.identifier('referringClinician'),
      ...officialShortlist(parameters),
      // The example is as old as its start.
      pathway: start && { start, asOf: start },
    };
  },
  A012: (request) => ({
    ubrn: '000000070000',
    version: '6',
    letters: officialFiles(officialParameters(request), 'referralLetterFile'),
  }),
  A016: appointmentRequest,
};
