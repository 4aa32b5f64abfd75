import { serve } from '@hono/node-server';
import { once } from 'node:events';
import { appServer } from './app-server.ts';
import { recordSystem } from './record-system.ts';
import { REVIEWER } from '../record-system/owners.ts';
import type { Settings } from './settings.ts';

// A record system that launches by SMART, and the app that it launches: two origins, as in life.

const told = JSON.parse(process.env.SMART_CONFIG ?? '{}') as Settings;
const settings = told.desk === 'reviewing' ? { ...told, owner: REVIEWER } : told;
const record = recordSystem(settings);
const app = serve({
  fetch: appServer(settings).fetch,
  port: settings.appPort,
  hostname: 'localhost',
});
record.listen(settings.recordPort, 'localhost');
await once(record, 'listening');
process.stdout.write(`${JSON.stringify({ listening: 'smart', port: settings.recordPort })}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    app.close();
    record.close();
    process.exit(0);
  });
}
