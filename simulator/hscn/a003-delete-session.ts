import type { SessionInteraction } from './session-interaction.ts';
import { sessionHeader } from './session-interaction.ts';
import { sessionRefused } from './session-body.ts';

export const deleteSession: SessionInteraction = {
  id: 'A003',
  method: 'DELETE',
  paths: ['/ProfessionalSession/:key'],
  answer: ({ core, request, path }) => {
    const key = request.headers.get(sessionHeader) ?? '';
    if (key !== path['key'] || !core.sessions.delete(key)) return sessionRefused(401);
    return new Response(null, { status: 204 });
  },
};
