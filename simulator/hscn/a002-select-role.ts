import type { BusinessFunction } from '../core/model.ts';
import { selectRole } from '../core/sessions.ts';
import type { SessionInteraction } from './session-interaction.ts';
import { sessionHeader } from './session-interaction.ts';
import { readJson, textOf } from '../stu3/request-body.ts';
import { sessionRefused, sessionResponse } from './session-body.ts';

export const selectSessionRole: SessionInteraction = {
  id: 'A002',
  method: 'PUT',
  paths: ['/ProfessionalSession/:key'],
  answer: async ({ core, request, path }) => {
    const body = await readJson(request);
    const session = core.sessions.get(request.headers.get(sessionHeader) ?? '');
    if (!session || session.key !== path['key']) return sessionRefused(401);
    if (textOf(body, 'token', 'token') !== session.user.token) return sessionRefused(401);
    if (session.permission && !core.switches.roleMayChange) return sessionRefused(403);
    const permission = body['permission'];
    const chosen = {
      businessFunction: textOf(permission, 'businessFunction', 'permission') as BusinessFunction,
      orgIdentifier: textOf(permission, 'orgIdentifier', 'permission') ?? '',
    };
    return selectRole(session, chosen) ? sessionResponse(session, 200) : sessionRefused(403);
  },
};
