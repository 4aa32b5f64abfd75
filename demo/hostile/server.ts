import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileResponse } from '../record-system/static-file.ts';

// A page that tries to talk to the widgets' frame, or to the host's page as if it were the frame. It
// has no policy of its own, so that nothing but ours stands in its way.

const { values } = parseArgs({ options: { port: { type: 'string', default: '4190' } } });
const source = fileURLToPath(new URL('./', import.meta.url));
const app = new Hono();

app.get('/:name{(embed|opener|sibling)\\.html}', (context) =>
  fileResponse(join(source, context.req.param('name'))),
);
// The same pages without an origin: what they send comes from "null".
app.get('/opaque/:name{(embed|opener)\\.html}', async (context) => {
  const answer = await fileResponse(join(source, context.req.param('name')));
  const sandbox = 'sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox';
  answer.headers.set('content-security-policy', sandbox);
  return answer;
});
for (const path of ['/attack.mjs', '/opaque/attack.mjs']) {
  app.get(path, async () => {
    const answer = await fileResponse(join(source, 'attack.mjs'));
    // A module is fetched with CORS, also by a page without an origin.
    answer.headers.set('access-control-allow-origin', '*');
    return answer;
  });
}

const server = serve(
  { fetch: app.fetch, port: Number(values.port), hostname: 'localhost' },
  ({ port }) => {
    process.stdout.write(`${JSON.stringify({ listening: 'hostile', port })}\n`);
  },
);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    server.close();
    process.exit(0);
  });
}
