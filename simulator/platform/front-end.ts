import type { Hono } from 'hono';
import { uuid } from '../core/random.ts';
import { isOverLimit } from '../http/answer-limit.ts';
import type { DialectFrontEnd } from '../http/front-end.ts';
import { addInteractions, newApp } from '../http/front-end.ts';
import type { Interaction } from '../http/interaction.ts';
import type { FrontEnd } from '../http/perform.ts';
import { stu3Interactions } from '../stu3/interactions.ts';
import { admit } from './guard.ts';
import { addObjectStore } from './object-store.ts';
import { bare, injectedProblem } from './problem.ts';
import { r4Interactions } from './r4/interactions.ts';
import { answerToThrown } from './refused.ts';
import { platformVariant } from './variant.ts';

/** Echoes the caller's correlation id; the transaction id is e-RS's own, so 401 has none. */
function finish(
  { core, traffic }: FrontEnd,
  { id }: Interaction,
  exchanged: { request: Request; answer: Response },
): Response {
  const answer = isOverLimit(exchanged.answer) ? bare(502) : exchanged.answer;
  const correlation = exchanged.request.headers.get('X-Correlation-ID');
  if (correlation !== null) answer.headers.set('X-Correlation-ID', correlation);
  if (answer.status !== 401) {
    answer.headers.set('X-Request-ID', `${uuid(core.random)}-${traffic.get(id)}`);
  }
  return answer;
}

function platformDialect(frontEnd: FrontEnd): DialectFrontEnd {
  return {
    variant: platformVariant,
    basePath: ({ release = 'STU3' }) => `/referrals/FHIR/${release}`,
    admit,
    answerToThrown,
    outcome: (interaction, status, code) =>
      injectedProblem(frontEnd.core, interaction, { status, code }),
    finish,
    methodNotAllowed: () => bare(405),
  };
}

/** The API-platform dialect of e-RS under `/referrals/FHIR`, and the object store beside it. */
export function createPlatformFrontEnd(frontEnd: FrontEnd): Hono {
  const app = newApp();
  const dialect = platformDialect(frontEnd);
  addInteractions(app, { frontEnd, dialect }, [...stu3Interactions, ...r4Interactions]);
  addObjectStore(app, frontEnd.core);
  return app;
}
