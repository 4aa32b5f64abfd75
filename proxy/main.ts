import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createProxy } from './app.ts';
import { ConfigError, readConfig, type Config } from './config.ts';
import { createDiagnostics } from './diagnostics.ts';
import { Upstream, type UpstreamOptions } from './forward.ts';
import { createMemoryStore } from './store.ts';
import { clockFrom, systemClock } from './system-clock.ts';

const log = createDiagnostics(systemClock, (line) => process.stderr.write(line));

/** Drain ends here at the latest: the slowest write has 190 seconds. */
const LONGEST_DRAIN_MS = 200_000;
const LONGEST_FLUSH_MS = 1_000;

function start(config: Config): void {
  const clock = config.trainingTime ? clockFrom(config.trainingTime) : systemClock;
  const proxy = createProxy({
    config,
    clock,
    newId: randomUUID,
    store: createMemoryStore(clock),
    upstream: new Upstream({ base: config.upstream, clock, ...tlsOf(config) }),
    log,
  });
  const server = createAdaptorServer({ fetch: proxy.fetch });
  server.listen(config.port, config.host, () => {
    const { port } = server.address() as AddressInfo;
    process.stdout.write(`${JSON.stringify({ listening: 'proxy', port })}\n`);
  });
  server.on('error', (error: Error) => {
    log({ event: 'not-listening', error: error.message });
    process.exit(1);
  });

  const stop = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    await Promise.race([proxy.drained(), systemClock.wait(LONGEST_DRAIN_MS)]);
    // The last answers may still be on their way out, and kept connections may stay open.
    await Promise.race([closed, systemClock.wait(LONGEST_FLUSH_MS)]);
    await proxy.close();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}

function tlsOf({ tls }: Config): Pick<UpstreamOptions, 'tls'> {
  if (!tls) return {};
  const read = (path: string): string => readFileSync(path, 'utf8');
  const ca = tls.caFile && read(tls.caFile);
  return { tls: { cert: read(tls.certFile), key: read(tls.keyFile), ...(ca && { ca }) } };
}

try {
  start(readConfig(process.env, process.argv.slice(2)));
} catch (error) {
  const words = error instanceof ConfigError ? error.message : String(error);
  process.stderr.write(`The proxy does not start.\n${words}\n`);
  process.exitCode = 1;
}
