import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const SYSTEM_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

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

/**
 * Where Playwright keeps the browsers it has downloaded.
 * @param {NodeJS.ProcessEnv} env
 */
function playwrightPlaces(env) {
  const cache = env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache', 'ms-playwright');
  if (!existsSync(cache)) return [];
  return readdirSync(cache)
    .filter((folder) => folder.startsWith('chromium'))
    .map((folder) => join(cache, folder, 'chrome-linux', 'chrome'));
}

/** @returns {string | undefined} the path of a Chromium that is already on this machine */
export function findChromium(env = process.env, exists = existsSync) {
  const places = [env.CHROME_PATH, ...SYSTEM_PLACES, ...playwrightPlaces(env)];
  return places.find((place) => place && exists(place));
}

/** @returns {{ executablePath?: string, args: string[] }} */
export function chromiumLaunchOptions() {
  const executablePath = findChromium();
  return { ...(executablePath && { executablePath }), args: FLAGS };
}
