import { createServer } from 'node:net';
import { randomBytes } from 'node:crypto';
import { startServer } from './servers.mjs';

/**
 * Simulator, proxy and demo GP system as three processes that know each other.
 * @typedef {object} DemoSet
 * @property {string} page address of the demo GP system
 * @property {string} proxy base of the proxy
 * @property {string} simulator base of the simulator
 * @property {readonly import('./servers.mjs').RunningServer[]} servers simulator, proxy, demo
 * @property {() => Promise<void>} stop
 */

/**
 * @typedef {object} DemoSetOptions
 * @property {{ page: number, proxy: number, simulator: number }} [ports] any free one unless told
 * @property {string} [auditFile] where the proxy writes its audit rows
 * @property {string} [clock] the simulator's time at its start, ISO 8601
 * @property {Record<string, unknown>} [proxyConfig] over the proxy's configuration
 */

/** Accepted by the simulator for its demo user. It stays between servers. */
export const DEMO_SMARTCARD_TOKEN = 'DEMO-SMARTCARD-TOKEN-1';

/**
 * A port that nobody listens on: the wanted one, or the next free one.
 * @param {number} wanted 0 for any
 * @returns {Promise<number>}
 */
export function freePort(wanted) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () =>
      wanted === 0 ? reject(new Error('No free port')) : resolve(freePort(wanted + 10)),
    );
    probe.listen(wanted, 'localhost', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : wanted;
      probe.close(() => resolve(port));
    });
  });
}

/**
 * @param {DemoSetOptions} [options]
 * @returns {Promise<DemoSet>}
 */
export async function startDemoSet(options = {}) {
  const { ports = { page: 0, proxy: 0, simulator: 0 }, clock, auditFile, proxyConfig } = options;
  const hostSecret = randomBytes(32).toString('hex');
  const pagePort = await freePort(ports.page);
  const simulator = await startServer({
    name: 'simulator',
    args: [
      'simulator/main.ts',
      '--port',
      String(await freePort(ports.simulator)),
      ...(clock ? ['--clock', clock] : []),
    ],
  });
  const simulatorBase = `http://localhost:${simulator.port}`;
  const proxy = await startServer({
    name: 'proxy',
    args: ['proxy/main.ts', '--port', String(await freePort(ports.proxy))],
    env: {
      PROXY_CONFIG: JSON.stringify({
        dialect: 'hscn',
        environment: 'training',
        upstream: `${simulatorBase}/ers-api`,
        asid: '200000000220',
        fqdn: 'castlegate.example.nhs.uk',
        hostSecret,
        cookieSecret: randomBytes(32).toString('hex'),
        allowedOrigins: [`http://localhost:${pagePort}`],
        port: 0,
        ...(auditFile && { auditFile }),
        ...proxyConfig,
      }),
    },
  });
  const proxyBase = `http://localhost:${proxy.port}`;
  const demo = await startServer({
    name: 'demo',
    args: ['demo/gp-system/server.ts', '--port', String(pagePort)],
    env: {
      DEMO_CONFIG: JSON.stringify({
        proxyBase,
        hostSecret,
        simulatorBase,
        smartcardToken: DEMO_SMARTCARD_TOKEN,
      }),
    },
  });
  const servers = [simulator, proxy, demo];
  return {
    page: `http://localhost:${pagePort}`,
    proxy: proxyBase,
    simulator: simulatorBase,
    servers,
    stop: async () => {
      await Promise.all(servers.map((server) => server.stop()));
    },
  };
}
