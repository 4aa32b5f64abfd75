import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fileResponse } from '../record-system/static-file.ts';

// The origin of the widgets' own page, as a deployer would run it: files, settings and headers.

interface Settings {
  /** Base of the proxy as the page sees it. */
  proxyBase: string;
  /** For the time that the training system has. */
  simulatorBase: string;
  /** Who may show the page, exactly. */
  hostOrigins: string[];
  /** The word for the widgets that it shows. */
  widget: string;
}

const { proxyBase, simulatorBase, hostOrigins, widget } = JSON.parse(
  process.env.FRAME_CONFIG ?? '{}',
) as Settings;
const { values } = parseArgs({ options: { port: { type: 'string', default: '4185' } } });
const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

const SECURITY_HEADERS = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src 'self' ${new URL(proxyBase).origin}`,
    'frame-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${hostOrigins.join(' ') || "'none'"}`,
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; '),
  'Permissions-Policy':
    'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), serial=(), hid=()',
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

const app = new Hono();

app.use(async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) context.header(name, value);
});

app.get('/ers-frame.json', async (context) => {
  const clock = await fetch(`${simulatorBase}/__simulator/clock`);
  const { now } = (await clock.json()) as { now: string };
  return context.json({
    schema: '1',
    widget,
    allowedHostOrigins: hostOrigins,
    trainingTime: now,
    config: { schema: '1', proxyBase, banner: 'always', storage: 'encrypted' },
  });
});
app.get('/:name{ers-frame\\.(html|css|js|js\\.map)}', (context) =>
  fileResponse(join(dist, context.req.param('name'))),
);
app.get('/frame/:name{[a-zA-Z0-9_-]+\\.js(\\.map)?}', (context) =>
  fileResponse(join(dist, 'frame', context.req.param('name'))),
);

const server = serve(
  { fetch: app.fetch, port: Number(values.port), hostname: 'localhost' },
  ({ port }) => {
    process.stdout.write(`${JSON.stringify({ listening: 'frame', port })}\n`);
  },
);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    server.close();
    process.exit(0);
  });
}
