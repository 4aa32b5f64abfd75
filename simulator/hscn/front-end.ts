import type { Hono } from 'hono';
import { uuid } from '../core/random.ts';
import { isOverLimit } from '../http/answer-limit.ts';
import { fhirJson } from '../http/fhir-json.ts';
import type { DialectFrontEnd } from '../http/front-end.ts';
import { addInteractions, newApp } from '../http/front-end.ts';
import type { FrontEnd } from '../http/perform.ts';
import { perform } from '../http/perform.ts';
import { stu3Interactions } from '../stu3/interactions.ts';
import { operationOutcome } from '../stu3/operation-outcome.ts';
import { createSession } from './a001-create-session.ts';
import { selectSessionRole } from './a002-select-role.ts';
import { deleteSession } from './a003-delete-session.ts';
import { admit, hasAsid } from './guard.ts';
import { answerToThrown } from './refused.ts';
import type { SessionInteraction } from './session-interaction.ts';
import { hscnVariant } from './variant.ts';

const sessionInteractions = [createSession, selectSessionRole, deleteSession];

function outcome(status: number, code?: string): Response {
  if (!code) return new Response(null, { status });
  return fhirJson(operationOutcome(code, 'Injected by the simulator.'), status);
}

const hscn: DialectFrontEnd = {
  variant: hscnVariant,
  basePath: () => '/ers-api/STU3/v1',
  admit,
  answerToThrown: (core, _interaction, thrown) => answerToThrown(core, thrown),
  outcome: (_interaction, status, code) => outcome(status, code),
  finish: ({ core, traffic }, { id }, exchanged) => {
    const fails = !core.switches.largeAnswersOverHscn && isOverLimit(exchanged.answer);
    const answer = fails ? new Response(null, { status: 502 }) : exchanged.answer;
    answer.headers.set('X_ERS_TRANSACTION_ID', `${uuid(core.random)}-${traffic.get(id)}`);
    return answer;
  },
  methodNotAllowed: () => new Response(null, { status: 405 }),
};

function addSessionInteraction(
  app: Hono,
  frontEnd: FrontEnd,
  interaction: SessionInteraction,
): void {
  const { core } = frontEnd;
  for (const path of interaction.paths) {
    app.on(interaction.method, `/ers-api/v1${path}`, (context) => {
      const request = context.req.raw;
      const path: Record<string, string> = context.req.param();
      const answer = async (): Promise<Response> => {
        if (!hasAsid(request)) return new Response(null, { status: 403 });
        try {
          return await interaction.answer({ core, request, path });
        } catch (thrown) {
          return answerToThrown(core, thrown);
        }
      };
      return perform(frontEnd, {
        id: interaction.id,
        request,
        outcome,
        answer,
        finish: (response) => response,
      });
    });
  }
}

/** The HSCN dialect of e-RS, under `/ers-api`. */
export function createHscnFrontEnd(frontEnd: FrontEnd): Hono {
  const app = newApp();
  for (const interaction of sessionInteractions) addSessionInteraction(app, frontEnd, interaction);
  for (const { paths } of sessionInteractions) {
    for (const path of paths) app.all(`/ers-api/v1${path}`, () => hscn.methodNotAllowed());
  }
  addInteractions(app, { frontEnd, dialect: hscn }, stu3Interactions);
  return app;
}
