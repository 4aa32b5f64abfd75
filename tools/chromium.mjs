import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * What the finder may look at and do.
 * @typedef {object} Machine
 * @property {Record<string, string | undefined>} env
 * @property {string} home
 * @property {boolean} isRoot
 * @property {(path: string) => boolean} exists
 * @property {(folder: string) => string[]} list the names in a folder that exists
 * @property {(command: string, args: string[]) => boolean} run whether the command succeeded
 * @property {(sentence: string) => void} say
 */

const SYSTEM_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const PLAYWRIGHT_CACHES = ['.cache/ms-playwright', 'Library/Caches/ms-playwright'];

const PLAYWRIGHT_BINARIES = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-linux/headless_shell',
  'chrome-headless-shell-linux64/chrome-headless-shell',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
];

const PACKAGES = ['chromium', 'fonts-liberation', 'fonts-dejavu-core'];

const HOW_TO_INSTALL = [
  'The tests run in a real Chromium, and there is none on this machine.',
  'Install Chromium, Chrome or Edge (on Debian or Ubuntu, as root:',
  `apt-get install ${PACKAGES.join(' ')}), or set CHROME_PATH to the program.`,
].join(' ');

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @type {Machine} */
const THIS_MACHINE = {
  env: process.env,
  home: homedir(),
  isRoot: process.getuid?.() === 0,
  exists: existsSync,
  list: (folder) => readdirSync(folder),
  run: (command, args) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    return spawnSync(command, args, { env, stdio: 'inherit' }).status === 0;
  },
  say: (sentence) => {
    console.log(sentence);
  },
};

/** @param {Machine} machine */
function playwrightPlaces({ env, home, exists, list }) {
  const own = env['PLAYWRIGHT_BROWSERS_PATH'];
  return (own ? [own] : PLAYWRIGHT_CACHES.map((folder) => join(home, folder)))
    .filter((cache) => exists(cache))
    .flatMap((cache) => list(cache).map((folder) => join(cache, folder)))
    .flatMap((folder) => PLAYWRIGHT_BINARIES.map((binary) => join(folder, binary)));
}

/**
 * The Chromium that is already on a machine. CHROME_PATH, where set, is the only place looked at.
 * @param {Machine} [machine]
 * @returns {string | undefined}
 */
export function findChromium(machine = THIS_MACHINE) {
  const told = machine.env['CHROME_PATH'];
  const places = told ? [told] : [...SYSTEM_PLACES, ...playwrightPlaces(machine)];
  return places.find((place) => machine.exists(place));
}

/**
 * A Chromium in any case: found, else installed as root by apt-get.
 * @param {Machine} [machine]
 * @returns {string}
 * @throws {Error} that says what to install
 */
export function provideChromium(machine = THIS_MACHINE) {
  const found = findChromium(machine);
  if (found) return found;
  const told = machine.env['CHROME_PATH'];
  if (told) throw new Error(`CHROME_PATH names ${told}, and there is no such file.`);
  if (!machine.isRoot || !machine.exists('/usr/bin/apt-get')) throw new Error(HOW_TO_INSTALL);
  machine.say(`There is no Chromium here: installing ${PACKAGES.join(', ')} with apt-get.`);
  machine.run('apt-get', ['update', '-qq']);
  machine.run('apt-get', ['install', '-qq', '-y', '--no-install-recommends', ...PACKAGES]);
  const installed = findChromium(machine);
  if (!installed) throw new Error(`apt-get did not install Chromium. ${HOW_TO_INSTALL}`);
  return installed;
}

/**
 * For Playwright, in tests and tools.
 * @returns {{ executablePath?: string, args: string[] }}
 */
export function chromiumLaunchOptions() {
  const executablePath = findChromium();
  return { ...(executablePath && { executablePath }), args: FLAGS };
}
