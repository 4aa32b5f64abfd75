import { Hono } from 'hono';
import { afterAnswer, beforeAnswer, ConnectionDropped } from '../control/apply-fault.ts';
import type { FaultBook } from '../control/faults.ts';
import { strike } from '../control/faults.ts';
import type { Traffic } from '../control/traffic.ts';
import { count } from '../control/traffic.ts';
import type { Core } from '../core/core.ts';
import { uuid } from '../core/random.ts';
import { Refusal } from '../core/refusal.ts';
import { admit, hasAsid } from './guard.ts';
import type { Exchange, Interaction } from './interaction.ts';
import { fhirBase, sessionBase } from './interaction.ts';
import { interactions } from './interactions.ts';
import { fhirJson, operationOutcome, refusalResponse } from './operation-outcome.ts';
import { MalformedMessage } from './request-body.ts';

function pathOf(request: Request): string {
  return new URL(request.url).pathname.replaceAll('%24', '$');
}

export interface FrontEnd {
  core: Core;
  faults: FaultBook;
  traffic: Traffic;
}

type Asked = Omit<Exchange, 'caller'>;

async function admitAndAnswer(interaction: Interaction, asked: Asked): Promise<Response> {
  const { core, request } = asked;
  if (interaction.kind === 'session') {
    return hasAsid(request) ? interaction.answer(asked) : new Response(null, { status: 403 });
  }
  const caller = admit(core, interaction, request);
  return caller instanceof Response ? caller : interaction.answer({ ...asked, caller });
}

function answerToThrown(core: Core, thrown: unknown): Response {
  if (thrown instanceof Refusal) return refusalResponse(thrown, core.switches.unknownUbrnIs404);
  if (thrown instanceof MalformedMessage) {
    return fhirJson(operationOutcome('INVALID_FHIR_STRUCTURE', thrown.message), 400);
  }
  throw thrown;
}

async function perform(
  { core, faults, traffic }: FrontEnd,
  interaction: Interaction,
  asked: Asked,
): Promise<Response> {
  count(traffic, interaction.id);
  const due = strike(faults, interaction.id);
  const instead = await beforeAnswer(core, due, asked.request);
  const answer =
    instead ??
    (await admitAndAnswer(interaction, asked).catch((thrown: unknown) =>
      answerToThrown(core, thrown),
    ));
  if (interaction.kind === 'fhir') {
    answer.headers.set(
      'X_ERS_TRANSACTION_ID',
      `${uuid(core.random)}-${traffic.get(interaction.id)}`,
    );
  }
  return afterAnswer(due, answer);
}

/** The HSCN dialect of e-RS: every interaction listed, 405 for another verb on its path. */
export function createHscnFrontEnd(frontEnd: FrontEnd): Hono {
  // Some clients write the dollar of an operation as %24.
  const app = new Hono({ getPath: (request) => pathOf(request) });
  for (const interaction of interactions) {
    const base = interaction.kind === 'fhir' ? fhirBase : sessionBase;
    for (const path of interaction.paths) {
      app.on(interaction.method, base + path, (context) => {
        const request = context.req.raw;
        const path: Record<string, string> = context.req.param();
        const asked = { core: frontEnd.core, request, url: new URL(request.url), path };
        return perform(frontEnd, interaction, asked);
      });
    }
  }
  for (const { kind, paths } of interactions) {
    const base = kind === 'fhir' ? fhirBase : sessionBase;
    for (const path of paths) app.all(base + path, () => new Response(null, { status: 405 }));
  }
  app.onError((error) => {
    if (!(error instanceof ConnectionDropped)) console.error(error);
    if (error instanceof ConnectionDropped) throw error;
    return new Response(null, { status: 500 });
  });
  return app;
}
