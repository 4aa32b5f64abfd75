import type { Practitioner } from 'fhir/r4';
import { refuse } from '../../../core/refusal.ts';
import type { Interaction } from '../../../http/interaction.ts';
import { r4UserSystem } from '../names.ts';
import type { Found } from '../search-set.ts';
import { searchSet } from '../search-set.ts';

/** In e-RS `identifier` is one object, though FHIR says a list. */
function practitioner(sdsUserId: string, now: string): Found<Practitioner> {
  const identifier = { system: r4UserSystem, value: sdsUserId };
  const oneObject = identifier as unknown as NonNullable<Practitioner['identifier']>;
  return {
    fullUrl: `Practitioner/${sdsUserId}`,
    resource: {
      id: sdsUserId,
      resourceType: 'Practitioner',
      meta: { lastUpdated: now },
      identifier: oneObject,
    },
  };
}

export const retrieveOnBehalfOfUsers: Interaction = {
  id: 'A040',
  method: 'GET',
  release: 'R4',
  on: {
    'api-platform': { paths: ['/Practitioner'], roles: ['SERVICE_PROVIDER_CLINICIAN_ADMIN'] },
  },
  answer: ({ core, caller, url }) => {
    if (url.searchParams.get('_query') !== 'onBehalfOf') {
      refuse('REC_BAD_REQUEST', '_query', 'is not onBehalfOf.');
    }
    const clinicians = [...core.directory.clinicians.values()].filter(
      ({ kind, odsCode, inactive }) =>
        kind === 'provider' && odsCode === caller.odsCode && !inactive,
    );
    const now = core.clock.iso();
    return searchSet(
      core,
      { search: 'Practitioner?_query=onBehalfOf' },
      clinicians.map(({ sdsUserId }) => practitioner(sdsUserId, now)),
    );
  },
};
