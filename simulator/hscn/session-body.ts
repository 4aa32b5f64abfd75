import type { Session } from '../core/model.ts';

const typeInfo = 'uk.nhs.ers.xapi.dto.v1.session.ProfessionalSession';

/** No error body is documented for A001 to A003. */
export function sessionRefused(status: 401 | 403 | 404): Response {
  return new Response(null, { status });
}

export function sessionResponse(session: Session, status: 200 | 201): Response {
  const { identifier, firstName, lastName, permissions, token } = session.user;
  const body = {
    typeInfo,
    id: session.key,
    token,
    user: { identifier, firstName, lastName, middleName: null, permissions },
    permission: session.permission ?? null,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json;charset=utf-8' },
  });
}
