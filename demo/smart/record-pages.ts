import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { randomUUID } from 'node:crypto';
import type Provider from 'oidc-provider';
import type { createRecordSystem } from '../record-system/record-system.ts';
import { BROKEN_RECORDS, type createDocuments } from './fhir-record.ts';
import type { GrantStore } from './grant-store.ts';
import type { Launches } from './launches.ts';
import { ACCOUNT } from './sign-in.ts';
import { builtFile, sourceFile } from './static-files.ts';

/** The record system's parts, which its pages, sign-in and FHIR endpoint share. */
export interface RecordParts {
  issuer: string;
  appBase: string;
  launches: Launches;
  store: GrantStore;
  signIn: Provider;
  records: ReturnType<typeof createRecordSystem>;
  documents: ReturnType<typeof createDocuments>;
  /** The HTTP status that a new document is answered with. */
  filing: { status: number };
}

type App = Hono<{ Bindings: HttpBindings }>;

/** Whoever opened the record system's page in this browser; what they are known by. */
const DESK = 'record-desk';

export function addPages(app: App, parts: RecordParts): void {
  const { records, documents } = parts;
  const desks = new Set<string>();
  app.get('/', async (context) => {
    const desk = randomUUID();
    desks.add(desk);
    context.res = await sourceFile('record.html');
    setCookie(context, DESK, desk, { httpOnly: true, sameSite: 'Lax' });
    context.header('Content-Security-Policy', policyFor(parts.appBase));
    context.header('Cache-Control', 'no-store');
    return context.res;
  });
  app.get('/desk', async (context) => {
    const { patients, user, organisation } = await records.desk();
    return context.json({ patients: [...patients, ...BROKEN_RECORDS], user, organisation });
  });
  app.get('/documents/:patient', (context) =>
    context.json(documents.of(context.req.param('patient'))),
  );
  app.get('/record.js', () => builtFile('record.js'));
  app.get('/record.css', () => sourceFile('record.css'));
  app.get('/style-1.json', (context) => {
    context.header('access-control-allow-origin', parts.appBase);
    context.header('cache-control', 'max-age=3600');
    return context.json({
      color_background: '#fffdf7',
      color_text: '#1f1b24',
      dim_font_size: '16px',
    });
  });
  addLaunch(app, parts, desks);
}

function addLaunch(
  app: App,
  { launches, issuer, appBase, signIn }: RecordParts,
  desks: ReadonlySet<string>,
): void {
  app.post('/launches', async (context) => {
    const desk = getCookie(context, DESK) ?? '';
    const { patientId } = await context.req.json<{ patientId: string }>();
    if (!desks.has(desk)) return context.json({ error: 'signed-out' }, 401);
    const launch = launches.start({ desk, patientId });
    const address = new URL('/launch', appBase);
    address.search = String(new URLSearchParams({ iss: `${issuer}/fhir`, launch }));
    return context.json({ address: address.href });
  });
  // The user is signed in to the record system already; who is not gets no further.
  app.get('/sign-in/:uid', async (context) => {
    const { incoming, outgoing } = context.env;
    const { params } = await signIn.interactionDetails(incoming, outgoing);
    const launch = launches.find(params.launch);
    if (!launch || launch.desk !== getCookie(context, DESK)) {
      return context.text('Sign in to Castlegate Records first.', 403);
    }
    const result = { login: { accountId: ACCOUNT } };
    return context.redirect(await signIn.interactionResult(incoming, outgoing, result));
  });
}

function policyFor(appBase: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    // The app's frame comes by the sign-in.
    `frame-src 'self' ${appBase}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
