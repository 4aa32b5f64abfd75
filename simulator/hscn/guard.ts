import type { Core } from '../core/core.ts';
import type { Caller } from '../core/model.ts';
import { callerOf } from '../core/sessions.ts';
import { fhirJson } from '../http/fhir-json.ts';
import type { Interaction } from '../http/interaction.ts';
import { operationOutcome } from '../stu3/operation-outcome.ts';
import { asidHeader, sessionHeader } from './session-interaction.ts';

export function hasAsid(request: Request): boolean {
  return /^\d{12}$/.test(request.headers.get(asidHeader) ?? '');
}

/** The caller, or the answer that turns the request away: 401 before 403. */
export function admit(core: Core, interaction: Interaction, request: Request): Caller | Response {
  const session = core.sessions.get(request.headers.get(sessionHeader) ?? '');
  if (!session) return new Response(null, { status: 401 });
  const caller = callerOf(session);
  if (!hasAsid(request) || !caller) return new Response(null, { status: 403 });
  if (interaction.on.hscn?.roles.includes(caller.role)) return caller;
  const why = `'businessFunction' ${caller.role} may not use ${interaction.id}.`;
  return fhirJson(operationOutcome('FORBIDDEN', why), 403);
}
