import type { Core } from '../core/core.ts';
import type { Interaction } from '../http/interaction.ts';
import { problemResponse } from './problem.ts';

const FHIR = 'application/fhir+json';

/** Interactions that answer with something else than FHIR: a PDF, or whatever the file is. */
const answeredTypes: Readonly<Record<string, string>> = {
  A006: '*/*',
  A007: 'application/pdf',
  A019: 'application/pdf',
  A042: '*/*',
  A043: 'application/pdf',
};

/** The body is the file itself. */
const sendsFile = ['A020'];

function essence(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase();
}

/** An answer when the caller would not take what the interaction gives. */
export function acceptable(
  core: Core,
  interaction: Interaction,
  request: Request,
): Response | undefined {
  const type = answeredTypes[interaction.id] ?? FHIR;
  const accepted = (request.headers.get('Accept') ?? '*/*').split(',').map(essence);
  const taken = ['*/*', 'application/*', FHIR, type];
  if (type === '*/*' || accepted.some((one) => taken.includes(one))) return undefined;
  const diagnostics = `'Accept' does not include ${type}.`;
  if (interaction.release === 'R4') {
    return problemResponse(core, interaction, {
      status: 406,
      r4: 'REC_NOT_ACCEPTABLE',
      diagnostics,
    });
  }
  return new Response(diagnostics, {
    status: 406,
    headers: { 'Content-Type': 'text/plain;charset=utf-8' },
  });
}

/** An answer when the body is of a type that is not read. */
export function readable(
  core: Core,
  interaction: Interaction,
  request: Request,
): Response | undefined {
  const given = request.headers.get('Content-Type');
  if (!given || sendsFile.includes(interaction.id) || essence(given) === FHIR) return undefined;
  return problemResponse(core, interaction, {
    status: 415,
    r4: 'REC_UNSUPPORTED_MEDIA_TYPE',
    diagnostics: `'Content-Type' is not ${FHIR}.`,
  });
}
