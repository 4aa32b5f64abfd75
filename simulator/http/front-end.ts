import { Hono } from 'hono';
import { ConnectionDropped } from '../control/connection-dropped.ts';
import type { Core } from '../core/core.ts';
import type { Caller } from '../core/model.ts';
import type { Stu3Variant } from '../stu3/variant.ts';
import type { Exchange, Interaction } from './interaction.ts';
import type { FrontEnd } from './perform.ts';
import { perform } from './perform.ts';

/** What one way into e-RS adds to the interactions that both have. */
export interface DialectFrontEnd {
  variant: Stu3Variant;
  basePath(interaction: Interaction): string;
  /** The caller, or the answer that turns the request away. */
  admit(core: Core, interaction: Interaction, request: Request): Caller | Response;
  /** What is answered for that which an interaction threw; throws what it does not know. */
  answerToThrown(core: Core, interaction: Interaction, thrown: unknown): Response;
  /** An error for faults; without a code, the one the dialect has for the status. */
  outcome(interaction: Interaction, status: number, code?: string): Response;
  /** Headers that every answer carries. */
  finish(frontEnd: FrontEnd, interaction: Interaction, exchanged: Exchanged): Response;
  methodNotAllowed(): Response;
}

export interface Exchanged {
  request: Request;
  answer: Response;
}

async function answerInteraction(
  dialect: DialectFrontEnd,
  interaction: Interaction,
  asked: Omit<Exchange, 'caller' | 'variant' | 'shown'>,
): Promise<Response> {
  const { variant } = dialect;
  const { core, request } = asked;
  const caller = dialect.admit(core, interaction, request);
  if (caller instanceof Response) return caller;
  try {
    const shown = variant.shown(core.switches);
    return await interaction.answer({ ...asked, caller, variant, shown });
  } catch (thrown) {
    return dialect.answerToThrown(core, interaction, thrown);
  }
}

function addInteraction(
  app: Hono,
  { frontEnd, dialect }: { frontEnd: FrontEnd; dialect: DialectFrontEnd },
  { routed, forHead }: { routed: Interaction; forHead: Interaction | undefined },
): void {
  const base = dialect.basePath(routed);
  for (const path of routed.on[dialect.variant.dialect]?.paths ?? []) {
    app.on(routed.method, base + path, (context) => {
      const request = context.req.raw;
      const interaction = request.method === 'HEAD' && forHead ? forHead : routed;
      const path: Record<string, string> = context.req.param();
      const asked = { core: frontEnd.core, request, url: new URL(request.url), path };
      return perform(frontEnd, {
        id: interaction.id,
        request,
        outcome: (status, code) => dialect.outcome(interaction, status, code),
        answer: () => answerInteraction(dialect, interaction, asked),
        finish: (answer) => dialect.finish(frontEnd, interaction, { request, answer }),
      });
    });
  }
}

/** Some clients write the dollar of an operation as %24. */
export function newApp(): Hono {
  const app = new Hono({
    getPath: (request) => new URL(request.url).pathname.replaceAll('%24', '$'),
  });
  app.onError((error) => {
    if (error instanceof ConnectionDropped) throw error;
    console.error(error);
    return new Response(null, { status: 500 });
  });
  return app;
}

/** The router hands HEAD to the GET of the path; e-RS counts it as an interaction of its own. */
function headTwin(
  interactions: readonly Interaction[],
  { on }: Interaction,
): Interaction | undefined {
  return interactions.find((one) => one.method === 'HEAD' && one.on === on);
}

/** Answers the interactions that the dialect has, and 405 to another verb on their paths. */
export function addInteractions(
  app: Hono,
  ends: { frontEnd: FrontEnd; dialect: DialectFrontEnd },
  interactions: readonly Interaction[],
): void {
  const { dialect } = ends;
  for (const routed of interactions) {
    addInteraction(app, ends, { routed, forHead: headTwin(interactions, routed) });
  }
  for (const interaction of interactions) {
    const base = dialect.basePath(interaction);
    for (const path of interaction.on[dialect.variant.dialect]?.paths ?? []) {
      app.all(base + path, () => dialect.methodNotAllowed());
    }
  }
}
