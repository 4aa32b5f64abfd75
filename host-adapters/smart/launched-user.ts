import { parseSdsUserId, type Organisation } from '../../src/domain/user.ts';
import { ODS_CODE, SDS_USER_ID, textOf, valuesOf } from './identifiers.ts';
import type { LaunchFacts } from './launch-facts.ts';
import { LaunchError } from './launch-problem.ts';
import { readName } from './launched-patient.ts';
import type { RecordServer, Resource } from './record-server.ts';

const WORKPLACE = /(^|\/)(Organization|PractitionerRole)\/[^/]+$/;

/** How a launch is mapped to who works for whom. SMART itself carries neither. */
export interface LaunchMapping {
  /**
   * The organisation that the user works for: always the same one; one for each `tenant` of the
   * launch; or, as `launch`, the Organization or PractitionerRole of `fhirContext`, else that of a
   * `fhirUser` that is a PractitionerRole, by its ODS code.
   */
  organisation: Organisation | { tenants: Readonly<Record<string, Organisation>> } | 'launch';
  /** Identifier system of the SDS user id in Practitioner; that of NHS England unless told. */
  userIdSystem?: string | undefined;
}

export interface LaunchedUser {
  user: { id: string; name?: string | undefined };
  organisation: Organisation;
}

/** Rejects with a `LaunchError` what names no user or no organisation. */
export async function readUser(
  facts: LaunchFacts,
  mapping: LaunchMapping,
  server: RecordServer,
): Promise<LaunchedUser> {
  const own = facts.fhirUser ? await server.read(facts.fhirUser) : undefined;
  const role = own?.resourceType === 'PractitionerRole' ? own : undefined;
  const practitioner = role ? await follow(role.practitioner, server) : own;
  const [id, another] = practitioner
    ? valuesOf(practitioner, mapping.userIdSystem ?? SDS_USER_ID).map(parseSdsUserId)
    : [];
  if (!practitioner || practitioner.resourceType !== 'Practitioner' || !id || another) {
    throw new LaunchError('no-user');
  }
  const organisation = await organisationOf({ facts, mapping, server, role });
  if (!organisation) throw new LaunchError('no-organisation');
  return { user: { id, name: nameOf(practitioner) }, organisation };
}

function nameOf(practitioner: Resource): string | undefined {
  const name = readName(practitioner.name);
  if (!name) return undefined;
  const given = name.given ? `, ${name.given}` : '';
  return `${name.family.toUpperCase()}${given}${name.title ? ` (${name.title})` : ''}`;
}

interface Asked {
  facts: LaunchFacts;
  mapping: LaunchMapping;
  server: RecordServer;
  /** The user's own, where that is what they are known by. */
  role: Resource | undefined;
}

async function organisationOf(asked: Asked): Promise<Organisation | undefined> {
  const { facts, mapping } = asked;
  const { organisation } = mapping;
  if (organisation === 'launch') return organisationOfLaunch(asked);
  if (!('tenants' in organisation)) return organisation;
  const { tenant } = facts.launch;
  const { tenants } = organisation;
  return tenant !== undefined && Object.hasOwn(tenants, tenant) ? tenants[tenant] : undefined;
}

async function organisationOfLaunch({
  facts,
  server,
  role,
}: Asked): Promise<Organisation | undefined> {
  const [named, another] = new Set(facts.context.filter((reference) => WORKPLACE.test(reference)));
  if (another) return undefined;
  const start = named ? await server.read(named) : role;
  const found =
    start?.resourceType === 'PractitionerRole' ? await follow(start.organization, server) : start;
  if (found?.resourceType !== 'Organization') return undefined;
  const [odsCode, ...others] = valuesOf(found, ODS_CODE);
  if (!odsCode || others.length > 0) return undefined;
  return { odsCode: odsCode.toUpperCase(), name: textOf(found.name) };
}

async function follow(value: unknown, server: RecordServer): Promise<Resource | undefined> {
  const reference = textOf((value as { reference?: unknown } | undefined)?.reference);
  return reference === undefined ? undefined : server.read(reference);
}
