import { openSession } from '../core/sessions.ts';
import type { SessionInteraction } from './session-interaction.ts';
import { readJson, textOf } from '../stu3/request-body.ts';
import { sessionResponse, sessionRefused } from './session-body.ts';

export const createSession: SessionInteraction = {
  id: 'A001',
  method: 'POST',
  paths: ['/ProfessionalSession'],
  answer: async ({ core, request }) => {
    const token = textOf(await readJson(request), 'token', 'token');
    const session = openSession(core, token?.trim() ?? '');
    return session ? sessionResponse(session, 201) : sessionRefused(401);
  },
};
