import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { createServerSet } from './server-set.mjs';

/**
 * Simulator, proxy and demo GP system as three processes that know each other.
 * @typedef {object} DemoSet
 * @property {string} page address of the demo GP system
 * @property {string | undefined} smart address of the record system that launches by SMART
 * @property {string | undefined} hospitalSmart the hospital's, for reviewing
 * @property {string} [frame] origin of the widgets' own page
 * @property {string} [reviewFrame] the same with the widgets of a provider
 * @property {string} [hospital] address of the hospital's record system, which frames both
 * @property {string} proxy base of the proxy
 * @property {string} simulator base of the simulator
 * @property {readonly import('./servers.mjs').RunningServer[]} servers simulator, proxy, demo
 * @property {(name: 'simulator' | 'proxy' | 'demo') => Promise<void>} kill ends it as a power cut does
 * @property {(name: 'simulator' | 'proxy' | 'demo') => Promise<void>} restart after `kill`, as it was started
 * @property {() => Promise<void>} stop
 */

/** @typedef {'hscn' | 'api-platform'} DialectName */

/** @typedef {(name: string, args: string[], env?: Record<string, string>) => Promise<string>} Start */

/**
 * @typedef {object} SmartOptions
 * @property {{ record: number, app: number }} [ports] any free one unless told
 * @property {{ record: number, app: number } | true} [hospital] starts the hospital's too
 * @property {string[]} [alsoFramedBy] other origins that may frame the app
 * @property {string[]} [alsoLaunchedBy] FHIR bases of other record systems that may launch it
 */

/**
 * @typedef {{ frame: number, hospital: number, reviewFrame: number }} FramePorts
 */

/**
 * @typedef {object} FrameOptions
 * @property {FramePorts} [ports] any free one unless told
 */

/**
 * @typedef {object} DemoSetOptions
 * @property {{ page: number, proxy: number, simulator: number }} [ports] any free one unless told
 * @property {SmartOptions} [smart] starts the record system that launches by SMART too
 * @property {FrameOptions} [frame] starts the widgets' own page, and a hospital that frames it, too
 * @property {string} [auditFile] where the proxy writes its audit rows
 * @property {string} [clock] the simulator's time at its start, ISO 8601
 * @property {'small' | 'practice' | 'trust'} [size] of the simulator's seed
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

/** Of the hospital: who reviews, and who refers from a clinic in the name of a practice. */
const HOSPITAL_USERS = {
  '/': {
    tokens: { hscn: 'DEMO-SMARTCARD-TOKEN-3', 'api-platform': 'DEMO-CIS2-TOKEN-3' },
    userName: 'OKONKWO, Chidi',
  },
  '/clinic': {
    tokens: { hscn: 'DEMO-SMARTCARD-TOKEN-4', 'api-platform': 'DEMO-CIS2-TOKEN-4' },
    userName: 'SIDDIQUI, Amina',
  },
};

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

/** @param {{ record: number, app: number }} [ports] */
async function smartPorts({ record, app } = { record: 0, app: 0 }) {
  const recordPort = await freePort(record);
  return { recordPort, appPort: await freePort(app) };
}

/** @param {SmartOptions | undefined} smart */
async function smartSettings(smart) {
  if (!smart) return [];
  const { ports, hospital, ...others } = smart;
  const practice = { desk: 'referring', ...(await smartPorts(ports)), ...others };
  if (!hospital) return [practice];
  const own = await smartPorts(hospital === true ? undefined : hospital);
  return [practice, { desk: 'reviewing', ...own }];
}

/** @param {FrameOptions | undefined} frame */
async function framePorts(frame) {
  if (!frame) return undefined;
  const { ports = { frame: 0, hospital: 0, reviewFrame: 0 } } = frame;
  return {
    frame: await freePort(ports.frame),
    hospital: await freePort(ports.hospital),
    reviewFrame: await freePort(ports.reviewFrame),
  };
}

const originAt = (/** @type {number} */ port) => `http://localhost:${port}`;

/**
 * @param {DemoSetOptions} options
 * @returns {string[]}
 */
function simulatorFlags({ clock, size, snapshot }) {
  const flags = Object.entries({ clock, size, snapshot });
  return flags.flatMap(([name, value]) => (value ? [`--${name}`, value] : []));
}

/**
 * The origins of the widgets' own pages, one for referring and one for reviewing, and the hospital,
 * which shows both; the GP system may show the first.
 * @param {Start} start
 * @param {FramePorts} ports
 * @param {{ page: string, dialect: DialectName, simulatorBase: string, proxyBase: string, hostSecret: string }} known
 */
async function startFrame(start, ports, { page, dialect, ...known }) {
  const { simulatorBase, proxyBase, hostSecret } = known;
  const hospitalOrigin = originAt(ports.hospital);
  const startOne = (
    /** @type {string} */ name,
    /** @type {number} */ port,
    /** @type {object} */ own,
  ) =>
    start(name, ['demo/frame/server.ts', '--port', String(port)], {
      FRAME_CONFIG: JSON.stringify({ proxyBase, simulatorBase, ...own }),
    });
  const referring = { widget: 'referral-builder', hostOrigins: [page, hospitalOrigin] };
  const frame = await startOne('frame', ports.frame, referring);
  const reviewing = { widget: 'review-desk', hostOrigins: [hospitalOrigin] };
  const reviewFrame = await startOne('review-frame', ports.reviewFrame, reviewing);
  const staffOf = (/** @type {'/' | '/clinic'} */ path, /** @type {string} */ frameOrigin) => {
    const { tokens, userName } = HOSPITAL_USERS[path];
    return { token: tokens[dialect], userName, frameOrigin };
  };
  const args = ['demo/hospital-epr/server.ts', '--port', String(ports.hospital)];
  const hospital = await start('hospital', args, {
    DEMO_CONFIG: JSON.stringify({
      proxyBase,
      simulatorBase,
      hostSecret,
      staff: { '/': staffOf('/', reviewFrame), '/clinic': staffOf('/clinic', frame) },
    }),
  });
  return { frame, reviewFrame, hospital };
}

/**
 * The record systems that launch by SMART, each with its app.
 * @param {Start} start
 * @param {readonly { desk: string, recordPort: number, appPort: number }[]} smartParts
 * @param {{ user: { token: string, userName: string }, dialect: DialectName } & Record<string, unknown>} known
 */
async function startSmart(start, smartParts, { user, dialect, ...known }) {
  const { tokens, userName } = HOSPITAL_USERS['/'];
  const staff = { referring: user, reviewing: { token: tokens[dialect], userName } };
  const addresses = [];
  for (const parts of smartParts) {
    const isHospital = parts.desk === 'reviewing';
    const address = await start(isHospital ? 'hospital-smart' : 'smart', ['demo/smart/server.ts'], {
      SMART_CONFIG: JSON.stringify({
        ...known,
        ...(isHospital ? staff.reviewing : staff.referring),
        ...parts,
      }),
    });
    addresses.push(address);
  }
  return addresses;
}

/**
 * Ports and origins, which all have to know before the first of them runs.
 * @param {DemoSetOptions} options
 */
async function placesOf({ ports = { page: 0, proxy: 0, simulator: 0 }, smart, frame }) {
  const page = await freePort(ports.page);
  const smartParts = await smartSettings(smart);
  const framed = await framePorts(frame);
  const widgetsOwn = [framed?.frame, framed?.reviewFrame, framed?.hospital];
  const calling = [page, ...smartParts.map(({ appPort }) => appPort), ...widgetsOwn];
  const origins = calling.filter((port) => port !== undefined).map(originAt);
  return { ports, page, smartParts, framed, origins };
}

/**
 * @param {import('./server-set.mjs').ServerSet} set
 * @param {DemoSetOptions} options
 */
async function startAll(set, options) {
  const { dialect = 'hscn' } = options;
  const { ports, page: pagePort, smartParts, framed, origins } = await placesOf(options);
  const hostSecret = randomBytes(32).toString('hex');
  /** @type {Start} */
  const start = (name, args, env = {}) => set.start({ name, args, env });

  const onPort = ['--port', String(await freePort(ports.simulator))];
  const flags = [...onPort, ...simulatorFlags(options)];
  const simulator = await start('simulator', ['simulator/main.ts', ...flags]);
  const trainingTime = await timeOf(simulator);
  const proxyPort = String(await freePort(ports.proxy));
  const proxy = await start('proxy', ['proxy/main.ts', '--port', proxyPort], {
    PROXY_CONFIG: proxyConfigOf({ ...options, simulator, trainingTime, origins, hostSecret }),
  });
  const servers = { proxyBase: proxy, hostSecret, simulatorBase: simulator };
  const user = { token: DEMO_TOKENS[dialect], userName: DEMO_USER_NAME };
  const frameOrigin = framed && originAt(framed.frame);
  const page = await start('demo', ['demo/gp-system/server.ts', '--port', String(pagePort)], {
    DEMO_CONFIG: JSON.stringify({ ...servers, staff: { '/': { ...user, frameOrigin } } }),
  });
  const frame = framed && (await startFrame(start, framed, { ...servers, page, dialect }));
  const [smart, hospitalSmart] = await startSmart(start, smartParts, { ...servers, user, dialect });
  return { page, smart, hospitalSmart, ...frame, proxy, simulator };
}

/**
 * Starts them in the order in which they need each other. When one does not start, those before it
 * are stopped.
 * @param {DemoSetOptions} [options]
 * @returns {Promise<DemoSet>}
 */
export async function startDemoSet(options = {}) {
  const set = createServerSet();
  try {
    return { ...set, ...(await startAll(set, options)) };
  } catch (error) {
    await set.stop();
    throw error;
  }
}
