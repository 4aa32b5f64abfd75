import type { PractitionerRole } from 'fhir/r4';
import type { BusinessFunction, Permission } from '../../../core/model.ts';
import type { Interaction } from '../../../http/interaction.ts';
import { everyRole } from '../../../http/interaction.ts';
import { r4Base, r4CodeSystem, r4OdsSystem, r4UserSystem } from '../names.ts';
import type { Found } from '../search-set.ts';
import { searchSet } from '../search-set.ts';

function byOrganisation(permissions: readonly Permission[]): Map<string, BusinessFunction[]> {
  const held = new Map<string, BusinessFunction[]>();
  for (const { orgIdentifier, businessFunction } of permissions) {
    held.set(orgIdentifier, [...(held.get(orgIdentifier) ?? []), businessFunction]);
  }
  return held;
}

interface Holder {
  userId: string;
  odsCode: string;
  functions: readonly BusinessFunction[];
  now: string;
}

function practitionerRole({ userId, odsCode, functions, now }: Holder): Found<PractitionerRole> {
  const id = `PractitionerRole-${odsCode}-${userId}`;
  const system = r4CodeSystem('eRS-BusinessFunction-1');
  return {
    fullUrl: `${r4Base}/PractitionerRole/${id}`,
    resource: {
      id,
      meta: { lastUpdated: now },
      resourceType: 'PractitionerRole',
      practitioner: { identifier: { system: r4UserSystem, value: userId } },
      organization: { identifier: { system: r4OdsSystem, value: odsCode } },
      code: functions.map((code) => ({ coding: [{ system, code }] })),
    },
  };
}

export const retrieveBusinessFunctions: Interaction = {
  id: 'A030',
  method: 'GET',
  release: 'R4',
  on: { 'api-platform': { paths: ['/PractitionerRole'], roles: everyRole } },
  answer: ({ core, caller: { userId } }) => {
    const users = [...core.directory.smartcards.values()];
    const user = users.find(({ identifier }) => identifier === userId);
    const now = core.clock.iso();
    const held = [...byOrganisation(user?.permissions ?? [])];
    return searchSet(
      core,
      { search: 'PractitionerRole' },
      held.map(([odsCode, functions]) => practitionerRole({ userId, odsCode, functions, now })),
    );
  },
};
