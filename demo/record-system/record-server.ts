import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createRecordSystem, type RecordOwner } from './record-system.ts';
import { fileResponse } from './static-file.ts';

/** Somebody who works at a desk of a record system, as its server knows them. */
interface Staff {
  /** The user's: of the smartcard over HSCN, of CIS2 on the API platform. */
  token: string;
  userName: string;
  /** Where the widgets have a page of their own, to be shown in a frame. */
  frameOrigin?: string;
}

/** What a demo record system is told in `DEMO_CONFIG`. */
interface Settings {
  /** Base of the proxy as the page sees it. */
  proxyBase: string;
  /** Shared secret of this host at the proxy. */
  hostSecret: string;
  /** Base of the simulator, for the demo's own records and look-ups. */
  simulatorBase: string;
  /** By the path of the desk. */
  staff: Readonly<Record<string, Staff>>;
}

/** A desk has pages of its own under its path, for a user of its own. */
export interface RecordDesk {
  path: `/${string}` | '/';
  /** Names of pages below the path, each with its file. */
  pages: Readonly<Record<string, string>>;
  /** The practice unless told. */
  owner?: RecordOwner;
}

export interface RecordServerOptions {
  /** Where the page's own files are. */
  source: string;
  /** Where its built scripts are. */
  built: string;
  desks: readonly RecordDesk[];
}

/**
 * The server part of a demo record system: it holds the user's token and its own credential for the
 * proxy, so that neither is ever in the page.
 */
export function serveRecordSystem(options: RecordServerOptions): void {
  const settings = JSON.parse(process.env['DEMO_CONFIG'] ?? '{}') as Settings;
  const { values } = parseArgs({ options: { port: { type: 'string', default: '4180' } } });
  const app = new Hono();
  const headers = securityHeaders(settings);
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
  });
  for (const desk of options.desks) app.route(desk.path, deskRoutes(desk, settings, options));
  addConformance(app);
  const server = serve(
    { fetch: app.fetch, port: Number(values.port), hostname: 'localhost' },
    ({ port }) => {
      process.stdout.write(`${JSON.stringify({ listening: 'demo', port })}\n`);
    },
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      server.close();
      process.exit(0);
    });
  }
}

function deskRoutes(desk: RecordDesk, settings: Settings, options: RecordServerOptions): Hono {
  const staff = settings.staff[desk.path];
  if (!staff) throw new Error(`Nobody works at ${desk.path}.`);
  const app = new Hono();
  addRecords(app, { ...settings, ...staff }, desk.owner);
  addSession(app, { ...settings, ...staff });
  addFiles(app, desk, options);
  return app;
}

function securityHeaders({ proxyBase, staff }: Settings): Record<string, string> {
  const frameOrigins = Object.values(staff).map(({ frameOrigin = '' }) => frameOrigin);
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src 'self' ${new URL(proxyBase).origin}`,
    `frame-src blob: 'self' ${frameOrigins.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ];
  return {
    'Content-Security-Policy': policy.join('; '),
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  };
}

function addRecords(app: Hono, settings: Settings & Staff, owner: RecordOwner | undefined): void {
  const { simulatorBase, proxyBase, frameOrigin } = settings;
  const records = createRecordSystem(simulatorBase, owner);
  app.get('/desk', async (context) =>
    context.json({ ...(await records.desk()), proxyBase, frameOrigin }),
  );
  app.get('/look-up/clinical-terms', async (context) =>
    context.json(await records.clinicalTerms(context.req.query('text') ?? '')),
  );
  app.get('/look-up/clinicians', async (context) =>
    context.json(
      await records.clinicians(context.req.query('text') ?? '', context.req.query('kind') ?? ''),
    ),
  );
  app.get('/look-up/practitioners', async (context) =>
    context.json(await records.practitioners(context.req.queries('id') ?? [])),
  );
  app.post('/look-up/patients', async (context) =>
    context.json(await records.patientsWith(await context.req.json<string[]>())),
  );
  // Nobody of the demo's patients has died.
  app.post('/look-up/death', (context) => context.json({ deceased: false }));
}

function addSession(app: Hono, { proxyBase, hostSecret, token, userName }: Settings & Staff): void {
  app.post('/launch-ticket', async (context) => {
    const answer = await fetch(`${proxyBase}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${hostSecret}` },
      body: JSON.stringify({ token, userName }),
    }).catch(() => undefined);
    if (!answer?.ok) return context.json({ error: 'no-ticket' }, 502);
    const { ticket } = (await answer.json()) as { ticket: string };
    return context.json({ ticket });
  });

  // One for each user. A real host gives it to a session that is live, and nobody else.
  app.post('/storage-key', (context) =>
    context.json({ key: createHmac('sha256', hostSecret).update(userName).digest('base64') }),
  );
}

const CONFORMANCE = fileURLToPath(new URL('../conformance/', import.meta.url));
const BUILT_CONFORMANCE = fileURLToPath(new URL('../../dist/demo/conformance/', import.meta.url));

/** The host conformance page tries the adapter of this very host, in the page and in a frame. */
function addConformance(app: Hono): void {
  app.get('/conformance', (context) => context.redirect('/conformance/'));
  app.get('/conformance/', () => fileResponse(join(CONFORMANCE, 'index.html')));
  app.get('/conformance/:name{framed\\.html|page\\.css}', (context) =>
    fileResponse(join(CONFORMANCE, context.req.param('name'))),
  );
  app.get('/conformance/:path{(chunks/)?[a-zA-Z0-9_-]+\\.js(\\.map)?}', (context) =>
    fileResponse(join(BUILT_CONFORMANCE, context.req.param('path'))),
  );
}

function addFiles(app: Hono, { pages }: RecordDesk, { source, built }: RecordServerOptions): void {
  for (const [path, file] of Object.entries(pages)) {
    app.get(path, () => fileResponse(join(source, file)));
  }
  app.get('/page.css', () => fileResponse(join(source, 'page.css')));
  app.get('/:name{[a-zA-Z0-9_-]+\\.js(\\.map)?}', (context) =>
    fileResponse(join(built, context.req.param('name'))),
  );
  app.get('/chunks/:name{[a-zA-Z0-9_-]+\\.js(\\.map)?}', (context) =>
    fileResponse(join(built, 'chunks', context.req.param('name'))),
  );
}
