// `npm start`: builds the demo once, then runs simulator, proxy and page until Ctrl+C. With
// `npm start -- --dialect api-platform` the proxy speaks to the API platform; the page is the same.
import { parseArgs } from 'node:util';
import { startDemoSet } from './demo-set.mjs';
import { runNode } from './run.mjs';

const { values } = parseArgs({
  options: {
    dialect: { type: 'string', default: 'hscn' },
    // FHIR base of another record system that may launch by SMART.
    'smart-iss': { type: 'string', multiple: true },
  },
});
if (values.dialect !== 'hscn' && values.dialect !== 'api-platform') {
  console.error('--dialect is hscn or api-platform');
  process.exit(2);
}
const { dialect } = values;

/** @type {import('./demo-set.mjs').DemoSet | undefined} */
let set;
let stopping = false;

/** @param {number} exitCode */
async function stopAll(exitCode) {
  if (stopping) return;
  stopping = true;
  await set?.stop();
  process.exit(exitCode);
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => void stopAll(0));
}

const build = await runNode({
  name: 'build',
  args: [
    'tools/build.mjs',
    ...['frame', 'demo', 'demo-hospital', 'demo-smart', 'demo-conformance'],
  ],
  show: true,
});
if (build.exitCode !== 0) process.exit(1);

set = await startDemoSet({
  dialect,
  // With referrals and requests for advice on their way, for the hospital to work on.
  size: 'practice',
  ports: { page: 4180, proxy: 4181, simulator: 4182 },
  smart: {
    ports: { record: 4183, app: 4184 },
    hospital: { record: 4188, app: 4189 },
    alsoLaunchedBy: values['smart-iss'] ?? [],
  },
  frame: { ports: { frame: 4185, hospital: 4186, reviewFrame: 4187 } },
});
for (const server of set.servers) {
  void server.ended.then((sentence) => {
    if (stopping) return undefined;
    console.error([...server.lines.slice(-20), `${sentence} Stopping the others.`].join('\n'));
    return stopAll(1);
  });
}
console.log(`Open ${set.page} (Ctrl+C stops everything)`);
console.log(`A record system that launches by SMART: ${set.smart}`);
console.log(`A hospital that reviews referrals, in a frame: ${set.hospital}`);
console.log(`The same in the page itself: ${set.hospital}/in-page`);
console.log(`The same, launched by SMART: ${set.hospitalSmart}`);
console.log(`A clinic there that refers, in a frame: ${set.hospital}/clinic`);
