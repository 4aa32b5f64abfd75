import type { Extension, PractitionerRole } from 'fhir/r3';
import type { Participant } from '../core/advice.ts';
import { codeSystem, odsSystem, profile, userSystem } from './names.ts';

/** As e-RS makes the id: user, organisation and, but for a line of the system, the role. */
export function roleId({ userId, odsCode, role }: Participant): string {
  return [userId, odsCode, ...(role ? [role.replaceAll('_', '-')] : [])].join('.');
}

export function writePractitionerRole(participant: Participant, id: string): PractitionerRole {
  const { userId, odsCode, role } = participant;
  const coding = { system: codeSystem('eRS-BusinessFunction-1'), code: role ?? '' };
  return {
    id,
    meta: {
      profile: ['https://fhir.hl7.org.uk/STU3/StructureDefinition/CareConnect-PractitionerRole-1'],
    },
    resourceType: 'PractitionerRole',
    practitioner: { identifier: { system: userSystem, value: userId } },
    organization: { identifier: { system: odsSystem, value: odsCode } },
    ...(role && { code: [{ coding: [coding] }] }),
  };
}

/** Points to a role where FHIR has room for a practitioner only. */
export function roleReference(reference: string): { extension: Extension[] } {
  const url = profile('Extension-PractitionerRole-Reference-1');
  return { extension: [{ url, valueReference: { reference } }] };
}
