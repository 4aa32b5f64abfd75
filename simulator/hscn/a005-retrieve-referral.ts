import { readReferral } from '../core/read-referral.ts';
import { refuse } from '../core/refusal.ts';
import type { FhirInteraction } from './interaction.ts';
import { clinicalRoles } from './interaction.ts';
import { referralResponse } from './referral-request.ts';

export const retrieveReferral: FhirInteraction = {
  id: 'A005',
  kind: 'fhir',
  method: 'GET',
  paths: ['/ReferralRequest/:ubrn', '/ReferralRequest/:ubrn/_history/:version'],
  roles: clinicalRoles,
  answer: ({ core, caller, path }) => {
    const referral = readReferral(core, caller, path['ubrn'] ?? '');
    const { version } = path;
    if (version !== undefined && version !== String(referral.version)) {
      refuse('HISTORY_NOT_SUPPORTED', '_history', 'may only name the current version.');
    }
    return referralResponse(core, referral, 'A005');
  },
};
