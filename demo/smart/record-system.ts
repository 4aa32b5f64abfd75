import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { createServer, type Server } from 'node:http';
import type { FhirResource } from 'fhir/r4';
import { createRecordSystem } from '../record-system/record-system.ts';
import { fhirEndpoint } from './fhir-endpoint.ts';
import {
  BROKEN_RECORDS,
  createDocuments,
  organizationOf,
  patientOf,
  practitionerOf,
} from './fhir-record.ts';
import { createGrantStore } from './grant-store.ts';
import { createLaunches } from './launches.ts';
import { addPages, type RecordParts } from './record-pages.ts';
import { CLIENT_ID, type Settings } from './settings.ts';
import { createSignIn } from './sign-in.ts';

const OF_SIGN_IN = /^\/(authorize(\/|$)|token$|jwks$|\.well-known\/openid-configuration$)/;

/** A record system that launches apps by SMART: page, authorisation server and FHIR R4 endpoint. */
export function recordSystem(settings: Settings): Server {
  const parts = partsOf(settings);
  const { issuer, appBase, signIn, launches, documents, filing } = parts;
  const app = new Hono<{ Bindings: HttpBindings }>();
  const fhir = fhirEndpoint({
    issuer,
    appOrigin: appBase,
    signIn,
    launches,
    resources: () => resourcesOf(parts),
    documents,
    filing: () => filing.status,
  });
  app.route('/fhir', fhir);
  addPages(app, parts);
  // What tests ask of it: the user took too long; the record takes no document.
  app.post('/__record/expire-codes', (context) => {
    parts.store.expireCodes();
    return context.body(null, 204);
  });
  app.put('/__record/filing', async (context) => {
    filing.status = (await context.req.json<{ status: number }>()).status;
    return context.body(null, 204);
  });

  const pages = getRequestListener(app.fetch);
  const callback = signIn.callback();
  return createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    void (OF_SIGN_IN.test(path) ? callback : pages)(request, response);
  });
}

function partsOf({ recordPort, appPort, simulatorBase, owner }: Settings): RecordParts {
  const issuer = `http://localhost:${recordPort}`;
  const appBase = `http://localhost:${appPort}`;
  const [launches, store] = [createLaunches(), createGrantStore()];
  const client = { id: CLIENT_ID, redirectUris: [`${appBase}/`, `${appBase}/conformance/`] };
  return {
    issuer,
    appBase,
    launches,
    store,
    signIn: createSignIn({ issuer, appBase, fhirBase: `${issuer}/fhir`, client, launches, store }),
    records: createRecordSystem(simulatorBase, owner),
    documents: createDocuments(),
    filing: { status: 201 },
  };
}

async function resourcesOf({ records }: RecordParts): Promise<ReadonlyMap<string, FhirResource>> {
  const { patients, user, organisation } = await records.desk();
  const all = [
    ...[...patients, ...BROKEN_RECORDS].map(patientOf),
    practitionerOf(user),
    organizationOf(organisation),
  ];
  return new Map(all.map((resource) => [`${resource.resourceType}/${resource.id}`, resource]));
}
