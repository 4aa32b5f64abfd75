import { Hono, type Context } from 'hono';
import { cors } from 'hono/cors';
import type { DocumentReference, FhirResource } from 'fhir/r4';
import type Provider from 'oidc-provider';
import type { createDocuments } from './fhir-record.ts';
import type { Launches } from './launches.ts';
import { smartConfiguration } from './sign-in.ts';

const FHIR_JSON = { 'content-type': 'application/fhir+json; charset=utf-8' };

export interface FhirEndpointOptions {
  issuer: string;
  appOrigin: string;
  signIn: Provider;
  launches: Launches;
  /** Every resource that can be read, by its reference. */
  resources: () => Promise<ReadonlyMap<string, FhirResource>>;
  documents: ReturnType<typeof createDocuments>;
  /** Says with which status a new document is answered. */
  filing: () => number;
}

interface Bearer {
  patientId: string;
  scopes: ReadonlySet<string>;
}

/** FHIR R4 of the record system, as much as apps that refer need of it. */
export function fhirEndpoint(options: FhirEndpointOptions): Hono {
  const { issuer, resources, documents, filing } = options;
  const app = new Hono();
  app.use(cors({ origin: options.appOrigin, allowHeaders: ['authorization', 'content-type'] }));
  app.get('/.well-known/smart-configuration', (context) =>
    context.json(smartConfiguration(issuer)),
  );
  app.get('/metadata', (context) => context.json(CAPABILITIES, 200, FHIR_JSON));
  app.get('/:type{Patient|Practitioner|Organization}/:id', async (context) => {
    const { type, id } = context.req.param();
    const bearer = await bearerOf(context, options);
    const compartment = type === 'Patient' ? 'patient' : 'user';
    if (!bearer) return refusal(401, 'login');
    if (!bearer.scopes.has(`${compartment}/${type}.read`)) return refusal(403, 'forbidden');
    if (type === 'Patient' && id !== bearer.patientId) return refusal(403, 'forbidden');
    const resource = (await resources()).get(`${type}/${id}`);
    return resource ? context.json(resource, 200, FHIR_JSON) : refusal(404, 'not-found');
  });
  app.post('/DocumentReference', async (context) => {
    const bearer = await bearerOf(context, options);
    if (!bearer) return refusal(401, 'login');
    const document: DocumentReference = await context.req.json();
    const isAllowed =
      bearer.scopes.has('patient/DocumentReference.write') &&
      document.subject?.reference === `Patient/${bearer.patientId}`;
    if (!isAllowed) return refusal(403, 'forbidden');
    const status = filing();
    if (status !== 201) return refusal(status, 'exception');
    const filed = documents.add(document);
    return context.json(filed, 201, { ...FHIR_JSON, location: `DocumentReference/${filed.id}` });
  });
  return app;
}

async function bearerOf(
  context: Context,
  { signIn, launches }: FhirEndpointOptions,
): Promise<Bearer | undefined> {
  const [, value] = /^Bearer (.+)$/.exec(context.req.header('authorization') ?? '') ?? [];
  const token = value && (await signIn.AccessToken.find(value));
  const launch = token ? launches.grantedBy(token.grantId) : undefined;
  if (!token || !launch) return undefined;
  return { patientId: launch.patientId, scopes: new Set(token.scope?.split(' ')) };
}

function refusal(status: number, code: string): Response {
  const outcome = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code }] };
  return new Response(JSON.stringify(outcome), { status, headers: FHIR_JSON });
}

const CAPABILITIES = {
  resourceType: 'CapabilityStatement',
  status: 'active',
  date: '2026-10-16',
  kind: 'instance',
  fhirVersion: '4.0.1',
  format: ['json'],
  rest: [
    {
      mode: 'server',
      resource: [
        ...['Patient', 'Practitioner', 'Organization'].map((type) => ({
          type,
          interaction: [{ code: 'read' }],
        })),
        { type: 'DocumentReference', interaction: [{ code: 'create' }] },
      ],
    },
  ],
};
