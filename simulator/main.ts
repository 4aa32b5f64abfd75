import type { HttpBindings } from '@hono/node-server';
import { serve } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { RunOptions } from './command-line.ts';
import { helpText, readCommandLine } from './command-line.ts';
import { ConnectionDropped } from './control/connection-dropped.ts';
import type { Simulator } from './simulator.ts';
import { createSimulator } from './simulator.ts';
import { UnusableSnapshot } from './snapshot/core-state.ts';
import type { SnapshotKeeper } from './snapshot/snapshot-file.ts';
import { findSnapshot, keepSnapshot } from './snapshot/snapshot-file.ts';

const USUAL_START = Date.UTC(2026, 9, 16, 9, 30);
const WRONG_USE = 2;

function endWith(sentence: string): never {
  console.error(sentence);
  process.exit(WRONG_USE);
}

interface Run {
  simulator: Simulator;
  keeper?: SnapshotKeeper;
}

function begin({ clock, dialect, seed, size, snapshot }: RunOptions): Run {
  const wanted = { ...(seed !== undefined && { seed }), ...(size && { size }) };
  const found = snapshot === undefined ? undefined : findSnapshot(snapshot, wanted);
  const origin = { seed: found?.seed ?? seed ?? 1, size: found?.size ?? size ?? 'small' };
  const start = clock ?? USUAL_START;
  const startedAt = Date.now();
  const now = (): number => start + Date.now() - startedAt;
  const changed = (): void => run.keeper?.changed();
  const fill = found && { fill: found.restoreTo };
  const options = { clock: now, dialect, changed, ...origin, ...fill };
  const run: Run = { simulator: createSimulator(options) };
  const { core } = run.simulator;
  if (found && clock !== undefined) core.clock.set(new Date(clock).toISOString());
  if (snapshot !== undefined) run.keeper = keepSnapshot(snapshot, core, origin);
  return run;
}

function beginOrEnd(options: RunOptions): Run {
  try {
    return begin(options);
  } catch (error) {
    const file = options.snapshot ?? '';
    if (error instanceof UnusableSnapshot) {
      endWith(`${file} is left as it is and nothing is started: ${error.message}.`);
    }
    if (error instanceof Error && 'syscall' in error) {
      endWith(`The snapshot ${file} cannot be used: ${error.message}.`);
    }
    throw error;
  }
}

function breakOff({ partial }: ConnectionDropped, { incoming, outgoing }: HttpBindings): Response {
  const { socket } = incoming;
  if (partial) {
    outgoing.writeHead(partial.status, partial.headers);
    outgoing.write(partial.bytes, () => socket.destroy());
  } else socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

function listen({ simulator }: Run, port: number): void {
  const fetch = async (request: Request, bindings: HttpBindings): Promise<Response> => {
    try {
      return await simulator.fetch(request);
    } catch (error) {
      if (error instanceof ConnectionDropped) return breakOff(error, bindings);
      throw error;
    }
  };
  const server = serve(
    {
      fetch: (request, bindings) => fetch(request, bindings as HttpBindings),
      port,
      hostname: 'localhost',
    },
    ({ port }) => console.log(JSON.stringify({ listening: 'simulator', port })),
  );
  server.on('error', (error: Error) => endWith(`Port ${port} cannot be had: ${error.message}.`));
}

const line = readCommandLine(process.argv.slice(2));
if (line.kind === 'mistake') endWith(line.sentence);
if (line.kind === 'help') console.log(helpText);
else {
  const run = beginOrEnd(line.options);
  listen(run, line.options.port);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      run.keeper?.flush();
      process.exit(0);
    });
  }
}
