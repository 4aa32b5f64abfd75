import { Hono } from 'hono';
import { addConformance } from './conformance-pages.ts';
import { CLIENT_ID, type Settings } from './settings.ts';
import { builtFile, sourceFile } from './static-files.ts';

// The server part of the app that a record system launches. It knows the user by a sign-in of its
// own, here a fixed one: what SMART hands over is no CIS identity. It never sees the SMART token.

const SCOPE = [
  'launch',
  'openid',
  'fhirUser',
  'patient/Patient.read',
  'user/Practitioner.read',
  'user/Organization.read',
  'patient/DocumentReference.write',
].join(' ');

export function appServer(settings: Settings): Hono {
  const recordBase = `http://localhost:${settings.recordPort}`;
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    context.header('Content-Security-Policy', policyOf(settings, recordBase));
    context.header('Cache-Control', 'no-store');
    context.header('Referrer-Policy', 'no-referrer');
    context.header('X-Content-Type-Options', 'nosniff');
  });

  app.get('/config', async (context) => context.json(await configOf(settings, recordBase)));
  app.post('/launch-ticket', async (context) => {
    const { proxyBase, hostSecret, token, userName } = settings;
    const answer = await fetch(`${proxyBase}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${hostSecret}` },
      body: JSON.stringify({ token, userName }),
    }).catch(() => undefined);
    if (!answer?.ok) return context.json({ error: 'no-ticket' }, 502);
    return context.json(await answer.json());
  });
  app.get('/launch', () => sourceFile('launch.html'));
  app.get('/', () => sourceFile('index.html'));
  app.get('/app.css', () => sourceFile('app.css'));
  app.get('/:name{[a-zA-Z0-9_-]+\\.js(\\.map)?}', ({ req }) => builtFile(req.param('name')));
  app.get('/chunks/:name{[a-zA-Z0-9_-]+\\.js(\\.map)?}', ({ req }) =>
    builtFile(`chunks/${req.param('name')}`),
  );
  addConformance(app, recordBase);
  return app;
}

async function configOf(
  { alsoLaunchedBy = [], proxyBase, simulatorBase, desk = 'referring' }: Settings,
  recordBase: string,
) {
  return {
    now: await timeOf(simulatorBase),
    desk,
    // Other record systems of the demonstration need not name one.
    organisation: alsoLaunchedBy.length > 0 ? { odsCode: 'Y99001' } : 'launch',
    ers: {
      schema: '1',
      proxyBase,
      smart: {
        issAllow: [`${recordBase}/fhir`, ...alsoLaunchedBy],
        clientId: CLIENT_ID,
        scope: SCOPE,
      },
    },
  };
}

function policyOf(settings: Settings, recordBase: string): string {
  const { proxyBase, alsoFramedBy = [], alsoLaunchedBy = [] } = settings;
  const reached = [proxyBase, recordBase, ...alsoLaunchedBy].map((base) => new URL(base).origin);
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src 'self' ${reached.join(' ')}`,
    'frame-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${[recordBase, ...alsoFramedBy].join(' ')}`,
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
}

async function timeOf(simulatorBase: string): Promise<string> {
  const answer = await fetch(`${simulatorBase}/__simulator/clock`);
  return ((await answer.json()) as { now: string }).now;
}
