import { describe, expect, it } from 'vitest';
import type { LaunchFacts } from './launch-facts.ts';
import { LaunchError } from './launch-problem.ts';
import { readUser, type LaunchMapping } from './launched-user.ts';
import type { RecordServer, Resource } from './record-server.ts';

const ID = 'https://fhir.nhs.uk/Id';
const RESOURCES: Record<string, Resource> = {
  'Practitioner/d1': {
    resourceType: 'Practitioner',
    identifier: [{ system: `${ID}/sds-user-id`, value: '021600550204' }],
    name: [{ family: 'Fenwick', given: ['Ruth'], prefix: ['Dr'] }],
  },
  'Practitioner/local': {
    resourceType: 'Practitioner',
    identifier: [{ system: 'urn:staff', value: '021600550531' }],
  },
  'Practitioner/none': { resourceType: 'Practitioner' },
  'PractitionerRole/r1': {
    resourceType: 'PractitionerRole',
    practitioner: { reference: 'Practitioner/d1' },
    organization: { reference: 'Organization/o1' },
  },
  'Organization/o1': {
    resourceType: 'Organization',
    identifier: [{ system: `${ID}/ods-organization-code`, value: 'y99001' }],
    name: 'Ashdown Surgery',
  },
  'Organization/o2': { resourceType: 'Organization', name: 'Without a code' },
  'Patient/p1': {
    resourceType: 'Patient',
    identifier: [{ system: `${ID}/sds-user-id`, value: '021600550204' }],
  },
};

const server: RecordServer = {
  read: async (reference) => RESOURCES[reference],
  create: async () => 201,
  forget: () => undefined,
};

interface Given extends Partial<LaunchMapping> {
  fhirUser?: string | undefined;
  context?: string[];
  tenant?: string;
}

async function read({ fhirUser = 'Practitioner/d1', context = [], tenant, ...mapping }: Given) {
  const facts: LaunchFacts = {
    accessToken: 't',
    patientId: 'p1',
    fhirUser,
    context,
    launch: { needPatientBanner: true, tenant },
  };
  return readUser(facts, { organisation: 'launch', ...mapping }, server);
}

const reasonOf = async (given: Given): Promise<string> =>
  read(given).then(
    () => 'taken',
    (error: unknown) => (error instanceof LaunchError ? error.reason : 'other'),
  );

const fixed = { odsCode: 'Y99009' };
const ashdown = { odsCode: 'Y99001', name: 'Ashdown Surgery' };

describe('who is launched for whom', () => {
  it('is the user by their SDS user id, with the name the record has', async () => {
    expect(await read({ organisation: fixed })).toEqual({
      user: { id: '021600550204', name: 'FENWICK, Ruth (Dr)' },
      organisation: fixed,
    });
  });

  it('takes the id from another system where the deployer says so', async () => {
    const given = { organisation: fixed, fhirUser: 'Practitioner/local' };
    expect((await read({ ...given, userIdSystem: 'urn:staff' })).user.id).toBe('021600550531');
    expect(await reasonOf(given)).toBe('no-user');
  });

  it('is nobody without an id, and nobody who is not a practitioner', async () => {
    expect(await reasonOf({ fhirUser: '' })).toBe('no-user');
    expect(await reasonOf({ fhirUser: 'Practitioner/none' })).toBe('no-user');
    expect(await reasonOf({ fhirUser: 'Patient/p1' })).toBe('no-user');
  });

  it('finds the organisation in the launch: as such, by a role, or by that of the user', async () => {
    const organisation = async (given: Given) => (await read(given)).organisation;
    expect(await organisation({ context: ['Encounter/e', 'Organization/o1'] })).toEqual(ashdown);
    expect(await organisation({ context: ['PractitionerRole/r1'] })).toEqual(ashdown);
    expect(await organisation({ fhirUser: 'PractitionerRole/r1' })).toEqual(ashdown);
  });

  it('does not choose between organisations, nor do without one', async () => {
    expect(await reasonOf({ context: ['Organization/o1', 'Organization/o2'] })).toBe(
      'no-organisation',
    );
    expect(await reasonOf({ context: ['Organization/o2'] })).toBe('no-organisation');
    expect(await reasonOf({})).toBe('no-organisation');
  });

  it('takes the organisation of the tenant, and none for a tenant that is not listed', async () => {
    const organisation = { tenants: { north: ashdown } };
    expect((await read({ organisation, tenant: 'north' })).organisation).toEqual(ashdown);
    expect(await reasonOf({ organisation, tenant: 'south' })).toBe('no-organisation');
    expect(await reasonOf({ organisation, tenant: 'toString' })).toBe('no-organisation');
    expect(await reasonOf({ organisation })).toBe('no-organisation');
  });
});
