import { isWeakToken, userOfAccessToken } from '../core/access-tokens.ts';
import type { Core } from '../core/core.ts';
import type { Caller, SmartcardUser } from '../core/model.ts';
import type { Interaction } from '../http/interaction.ts';
import { acceptable, readable } from './media.ts';
import type { Problem } from './problem.ts';
import { problemResponse } from './problem.ts';

const odsHeader = 'NHSD-End-User-Organisation-ODS';
const functionHeader = 'NHSD-eRS-Business-Function';
const onBehalfOfHeader = 'NHSD-eRS-On-Behalf-Of-User-ID';
const CLINICIAN_ADMIN = 'SERVICE_PROVIDER_CLINICIAN_ADMIN';

/** They tell who may be acted for and under what, so they come before there is a role or clinician. */
const withoutRole = ['A030'];
const withoutClinician = ['A030', 'A040'];

/** Turns the request away. */
class TurnedAway extends Error {
  constructor(readonly problem: Problem) {
    super(problem.diagnostics);
  }
}

const missingHeader = (name: string): TurnedAway =>
  new TurnedAway({
    status: 400,
    stu3: 'MISSING_HEADER',
    r4: 'REC_BAD_REQUEST',
    diagnostics: `'${name}' is missing.`,
  });

const forbidden = (name: string, why: string): TurnedAway =>
  new TurnedAway({
    status: 403,
    stu3: 'FORBIDDEN',
    r4: 'REC_FORBIDDEN',
    diagnostics: `'${name}' ${why}`,
  });

function tokenOf(request: Request): string {
  return /^Bearer (\S+)$/.exec(request.headers.get('Authorization') ?? '')?.[1] ?? '';
}

/** Of an unknown or expired token; on STU3 the gateway says so in a header alone. */
function invalidToken(core: Core, interaction: Interaction): Response {
  const answer = problemResponse(core, interaction, {
    status: 401,
    r4: 'ACCESS_DENIED',
    diagnostics: 'The access token is missing, unknown or expired.',
  });
  answer.headers.set('WWW-Authenticate', 'Bearer error="invalid_token"');
  return answer;
}

function requireStrongLogIn(token: string): void {
  if (!isWeakToken(token)) return;
  throw new TurnedAway({
    status: 401,
    stu3: 'NO_ACCESS',
    r4: 'ACCESS_DENIED',
    diagnostics: 'The user did not log in at the assurance level that e-RS needs.',
  });
}

function given(request: Request, name: string): string {
  const value = request.headers.get(name)?.trim();
  if (!value) throw missingHeader(name);
  return value;
}

function roleOf(core: Core, user: SmartcardUser, request: Request): Omit<Caller, 'userId'> {
  const odsCode = given(request, odsHeader);
  const wanted = given(request, functionHeader);
  if (!core.directory.organisations.has(odsCode)) {
    throw new TurnedAway({
      status: 403,
      stu3: 'NO_ACCESS',
      r4: 'ACCESS_DENIED',
      diagnostics: `'${odsHeader}' is not an organisation that may use e-RS: ${odsCode}.`,
    });
  }
  const held = user.permissions.find(
    (one) => one.orgIdentifier === odsCode && one.businessFunction === wanted,
  );
  if (!held) throw forbidden(functionHeader, `is not one that you have at ${odsCode}: ${wanted}.`);
  return { role: held.businessFunction, odsCode, dialect: 'api-platform' };
}

function requireClinicianOf(core: Core, sdsUserId: string, odsCode: string): void {
  const clinician = core.directory.clinicians.get(sdsUserId);
  if (clinician?.kind === 'provider' && !clinician.inactive && clinician.odsCode === odsCode)
    return;
  throw forbidden(onBehalfOfHeader, `is not a clinician of ${odsCode}: ${sdsUserId}.`);
}

/** A clinician admin of a provider acts for a clinician, and nobody else does. */
function onBehalfOf(
  core: Core,
  caller: Omit<Caller, 'userId'>,
  request: Request,
): string | undefined {
  const sdsUserId = request.headers.get(onBehalfOfHeader)?.trim();
  if (caller.role !== CLINICIAN_ADMIN) {
    if (sdsUserId) throw forbidden(onBehalfOfHeader, `is not for ${caller.role}.`);
    return undefined;
  }
  if (!sdsUserId && !core.switches.unnamedClinicianIs403) throw missingHeader(onBehalfOfHeader);
  if (!sdsUserId) throw forbidden(onBehalfOfHeader, `is needed from ${CLINICIAN_ADMIN}.`);
  requireClinicianOf(core, sdsUserId, caller.odsCode);
  return sdsUserId;
}

function callerFor(
  core: Core,
  interaction: Interaction,
  { user, request }: { user: SmartcardUser; request: Request },
): Caller {
  const userId = user.identifier;
  if (withoutRole.includes(interaction.id)) {
    const [first] = user.permissions;
    const role = first?.businessFunction ?? 'REFERRING_ADMIN';
    return { userId, role, odsCode: '', dialect: 'api-platform' };
  }
  const role = roleOf(core, user, request);
  if (!interaction.on['api-platform']?.roles.includes(role.role)) {
    throw forbidden(functionHeader, `${role.role} may not use ${interaction.id}.`);
  }
  if (withoutClinician.includes(interaction.id)) return { userId, ...role };
  const clinician = onBehalfOf(core, role, request);
  return { userId, ...role, ...(clinician && { onBehalfOf: clinician }) };
}

/** The caller, or the answer that turns the request away: token, media types, headers, role. */
export function admit(core: Core, interaction: Interaction, request: Request): Caller | Response {
  const token = tokenOf(request);
  const user = userOfAccessToken(core, token);
  if (!user) return invalidToken(core, interaction);
  try {
    requireStrongLogIn(token);
    const unread = acceptable(core, interaction, request) ?? readable(core, interaction, request);
    if (unread && core.switches.mediaTypeBeforeRole) return unread;
    const caller = callerFor(core, interaction, { user, request });
    return unread ?? caller;
  } catch (thrown) {
    if (thrown instanceof TurnedAway) return problemResponse(core, interaction, thrown.problem);
    throw thrown;
  }
}
