import { openSession } from '../core/sessions.ts';
import type { SessionInteraction } from './interaction.ts';
import { readJson, textOf } from './request-body.ts';
import { sessionResponse, sessionRefused } from './session-body.ts';

export const createSession: SessionInteraction = {
  id: 'A001',
  kind: 'session',
  method: 'POST',
  paths: ['/ProfessionalSession'],
  answer: async ({ core, request }) => {
    const token = textOf(await readJson(request), 'token', 'token');
    const session = openSession(core, token?.trim() ?? '');
    return session ? sessionResponse(session, 201) : sessionRefused(401);
  },
};
