import { parseArgs } from 'node:util';
import type { HttpBindings } from '@hono/node-server';
import { serve } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { ConnectionDropped } from './control/apply-fault.ts';
import { createSimulator } from './simulator.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4182' },
    clock: { type: 'string', default: '2026-10-16T09:30:00Z' },
    seed: { type: 'string', default: '1' },
  },
});

const start = Date.parse(values.clock);
if (Number.isNaN(start)) throw new Error(`--clock is not an instant: ${values.clock}`);

const startedAt = Date.now();
const simulator = createSimulator({
  clock: () => start + Date.now() - startedAt,
  seed: Number(values.seed),
});

async function answer(request: Request, { incoming, outgoing }: HttpBindings): Promise<Response> {
  try {
    return await simulator.fetch(request);
  } catch (error) {
    if (!(error instanceof ConnectionDropped)) throw error;
    const { socket } = incoming;
    if (error.partial) {
      const { status, headers, bytes } = error.partial;
      outgoing.writeHead(status, headers);
      outgoing.write(bytes, () => socket.destroy());
    } else socket.destroy();
    return RESPONSE_ALREADY_SENT;
  }
}

serve(
  {
    fetch: (request, bindings) => answer(request, bindings as HttpBindings),
    port: Number(values.port),
    hostname: 'localhost',
  },
  ({ port }) => console.log(JSON.stringify({ listening: 'simulator', port })),
);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => process.exit(0));
}
