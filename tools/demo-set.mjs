import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { createServerSet } from './server-set.mjs';

/**
 * Simulator, proxy and demo GP system as three processes that know each other.
 * @typedef {object} DemoSet
 * @property {string} page address of the demo GP system
 * @property {string | undefined} smart address of the record system that launches by SMART
 * @property {string} proxy base of the proxy
 * @property {string} simulator base of the simulator
 * @property {readonly import('./servers.mjs').RunningServer[]} servers simulator, proxy, demo
 * @property {(name: 'simulator' | 'proxy' | 'demo') => Promise<void>} kill ends it as a power cut does
 * @property {(name: 'simulator' | 'proxy' | 'demo') => Promise<void>} restart after `kill`, as it was started
 * @property {() => Promise<void>} stop
 */

/** @typedef {'hscn' | 'api-platform'} DialectName */

/**
 * @typedef {object} SmartOptions
 * @property {{ record: number, app: number }} [ports] any free one unless told
 * @property {string[]} [alsoFramedBy] other origins that may frame the app
 */

/**
 * @typedef {object} DemoSetOptions
 * @property {{ page: number, proxy: number, simulator: number }} [ports] any free one unless told
 * @property {SmartOptions} [smart] starts the record system that launches by SMART too
 * @property {string} [auditFile] where the proxy writes its audit rows
 * @property {string} [clock] the simulator's time at its start, ISO 8601
 * @property {string} [snapshot] a file in which the simulator keeps its state
 * @property {DialectName} [dialect] how the proxy speaks to e-RS; HSCN unless told
 * @property {Record<string, unknown>} [proxyConfig] over the proxy's configuration
 */

/**
 * Accepted by the simulator for its demo user, in each dialect. They stay between servers.
 * @type {Readonly<Record<DialectName, string>>}
 */
export const DEMO_TOKENS = {
  hscn: 'DEMO-SMARTCARD-TOKEN-1',
  'api-platform': 'DEMO-CIS2-TOKEN-1',
};

/** The same user's name as the host knows it: the platform tells none. */
const DEMO_USER_NAME = 'FENWICK, Ruth';

/**
 * A port that nobody listens on: the wanted one, or the next free one.
 * @param {number} wanted 0 for any
 * @returns {Promise<number>}
 */
function freePort(wanted) {
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
 * @param {DemoSetOptions & { simulator: string, trainingTime: string, origins: string[], hostSecret: string }} options
 */
function proxyConfigOf(options) {
  const { simulator, trainingTime, origins, hostSecret, dialect, auditFile, proxyConfig } = options;
  return JSON.stringify({
    dialect: dialect ?? 'hscn',
    environment: 'training',
    trainingTime,
    upstream: { hscn: `${simulator}/ers-api`, 'api-platform': `${simulator}/referrals/FHIR` },
    asid: '200000000220',
    fqdn: 'castlegate.example.nhs.uk',
    hostSecret,
    cookieSecret: randomBytes(32).toString('hex'),
    allowedOrigins: origins,
    port: 0,
    ...(auditFile && { auditFile }),
    ...proxyConfig,
  });
}

/**
 * The simulated time, which page and proxy share.
 * @param {string} simulator
 * @returns {Promise<string>}
 */
async function timeOf(simulator) {
  const answer = await fetch(`${simulator}/__simulator/clock`);
  /** @type {unknown} */
  const clock = await answer.json();
  return /** @type {{ now: string }} */ (clock).now;
}

/** @param {SmartOptions | undefined} smart */
async function smartSettings(smart) {
  if (!smart) return undefined;
  const { ports = { record: 0, app: 0 }, alsoFramedBy } = smart;
  const recordPort = await freePort(ports.record);
  return { recordPort, appPort: await freePort(ports.app), alsoFramedBy };
}

/**
 * @param {DemoSetOptions} options
 * @returns {string[]}
 */
function simulatorFlags({ clock, snapshot }) {
  return [...(clock ? ['--clock', clock] : []), ...(snapshot ? ['--snapshot', snapshot] : [])];
}

/**
 * Starts the three, in the order in which they need each other. When one does not start, those
 * before it are stopped.
 * @param {DemoSetOptions} [options]
 * @returns {Promise<DemoSet>}
 */
export async function startDemoSet(options = {}) {
  const { ports = { page: 0, proxy: 0, simulator: 0 }, dialect = 'hscn' } = options;
  const hostSecret = randomBytes(32).toString('hex');
  const pagePort = await freePort(ports.page);
  const smartParts = await smartSettings(options.smart);
  const pagePorts = [pagePort, ...(smartParts ? [smartParts.appPort] : [])];
  const origins = pagePorts.map((port) => `http://localhost:${port}`);
  const set = createServerSet();
  /**
   * @param {string} name
   * @param {string[]} args
   * @param {Record<string, string>} [env]
   */
  const start = (name, args, env = {}) => set.start({ name, args, env });

  try {
    const onPort = ['--port', String(await freePort(ports.simulator))];
    const flags = [...onPort, ...simulatorFlags(options)];
    const simulator = await start('simulator', ['simulator/main.ts', ...flags]);
    const trainingTime = await timeOf(simulator);
    const proxyPort = String(await freePort(ports.proxy));
    const proxy = await start('proxy', ['proxy/main.ts', '--port', proxyPort], {
      PROXY_CONFIG: proxyConfigOf({ ...options, simulator, trainingTime, origins, hostSecret }),
    });
    const known = {
      proxyBase: proxy,
      hostSecret,
      simulatorBase: simulator,
      token: DEMO_TOKENS[dialect],
      userName: DEMO_USER_NAME,
    };
    const page = await start('demo', ['demo/gp-system/server.ts', '--port', String(pagePort)], {
      DEMO_CONFIG: JSON.stringify(known),
    });
    const smart =
      smartParts &&
      (await start('smart', ['demo/smart/server.ts'], {
        SMART_CONFIG: JSON.stringify({ ...known, ...smartParts }),
      }));
    return { ...set, page, smart, proxy, simulator };
  } catch (error) {
    await set.stop();
    throw error;
  }
}
