import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createRecordSystem } from './record-system.ts';

// The server part of the demo GP system: it holds the user's token and its own credential for
// the proxy, so that neither is ever in the page.

interface Settings {
  /** Base of the proxy as the page sees it. */
  proxyBase: string;
  /** Shared secret of this host at the proxy. */
  hostSecret: string;
  /** The user's: of the smartcard over HSCN, of CIS2 on the API platform. */
  token: string;
  userName: string;
  /** Base of the simulator, for the demo's own records and look-ups. */
  simulatorBase: string;
}

const settings = JSON.parse(process.env.DEMO_CONFIG ?? '{}') as Settings;
const { values } = parseArgs({ options: { port: { type: 'string', default: '4180' } } });

const built = fileURLToPath(new URL('../../dist/demo/gp-system/', import.meta.url));
const source = fileURLToPath(new URL('./', import.meta.url));
const MEDIA_TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
};

const SECURITY_HEADERS = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src 'self' ${new URL(settings.proxyBase).origin}`,
    'frame-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; '),
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

const records = createRecordSystem(settings.simulatorBase);
const app = new Hono();

app.use(async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) context.header(name, value);
});

app.get('/desk', async (context) =>
  context.json({ ...(await records.desk()), proxyBase: settings.proxyBase }),
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

app.post('/launch-ticket', async (context) => {
  const answer = await fetch(`${settings.proxyBase}/session`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${settings.hostSecret}`,
    },
    body: JSON.stringify({ token: settings.token, userName: settings.userName }),
  }).catch(() => undefined);
  if (!answer?.ok) return context.json({ error: 'no-ticket' }, 502);
  const { ticket } = (await answer.json()) as { ticket: string };
  return context.json({ ticket });
});

// One for each user. A real host gives it to a session that is live, and nobody else.
app.post('/storage-key', (context) =>
  context.json({
    key: createHmac('sha256', settings.hostSecret).update(settings.userName).digest('base64'),
  }),
);

app.get('/', () => file(join(source, 'index.html')));
app.get('/page.css', () => file(join(source, 'page.css')));
app.get('/:name{[a-zA-Z0-9_-]+\\.js(\\.map)?}', (context) =>
  file(join(built, context.req.param('name'))),
);
app.get('/chunks/:name{[a-zA-Z0-9_-]+\\.js(\\.map)?}', (context) =>
  file(join(built, 'chunks', context.req.param('name'))),
);

async function file(path: string): Promise<Response> {
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) return new Response('Not found', { status: 404 });
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': MEDIA_TYPES[extname(path)] ?? 'application/octet-stream' },
  });
}

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
