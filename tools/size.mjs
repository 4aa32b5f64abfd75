// `npm run size`: what a browser loads, measured on builds in memory, against its budgets.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { isWithin, measuredParts, sizeLine } from './budgets.mjs';
import { ROOT } from './run.mjs';

const BUNDLER = 'bundler';
const LATER = 'later';
// The screen after a lost answer is loaded only then (decision 0008).
const WIDGET = /\/widgets\/([^/]+)\/(?!lost-(?:part|words)\.ts)/;

/**
 * @param {string} mode
 * @param {import('vite').BuildEnvironmentOptions['rolldownOptions']} [rolldownOptions]
 * @param {import('vite').Plugin[]} [plugins]
 */
async function chunksOf(mode, rolldownOptions, plugins = []) {
  const built = await build({
    plugins,
    root: ROOT,
    configFile: join(ROOT, 'vite.config.ts'),
    mode,
    logLevel: 'error',
    build: { write: false, sourcemap: false, ...(rolldownOptions && { rolldownOptions }) },
  });
  if (!('output' in built)) throw new Error('Vite gave no output.');
  return built.output.flatMap((file) => (file.type === 'chunk' ? [file] : []));
}

/** @param {{ code: string }[]} chunks */
function gzipped(chunks) {
  return chunks.reduce((bytes, { code }) => bytes + gzipSync(code, { level: 9 }).length, 0);
}

/**
 * Collects what a page loads at the start: all that the entry, or any part of a widget, imports for
 * sure. The rest is loaded when somebody needs it.
 * @param {Set<string>} first
 * @returns {import('vite').Plugin}
 */
function collectFirst(first) {
  return {
    name: 'collect-first',
    buildEnd() {
      const take = (/** @type {string} */ id) => {
        if (first.has(id)) return;
        first.add(id);
        for (const imported of this.getModuleInfo(id)?.importedIds ?? []) take(imported);
      };
      for (const id of this.getModuleIds()) {
        if (WIDGET.test(id) || this.getModuleInfo(id)?.isEntry) take(id);
      }
    },
  };
}

/** The widgets' modules in one chunk for each widget, and everything else in one for all. */
async function sizesOfWidgets() {
  /** @type {Set<string>} */
  const first = new Set();
  const partOf = (/** @type {string} */ id) => {
    // What Vite adds for a lazy import; another bundler adds its own, and dist has none.
    if (id.endsWith('vite/preload-helper.js')) return BUNDLER;
    return WIDGET.exec(id)?.[1] ?? (first.has(id) ? 'shared' : LATER);
  };
  const rolldownOptions = {
    input: { index: join(ROOT, 'entries/index.ts') },
    output: {
      codeSplitting: {
        groups: [{ name: partOf, test: /./ }],
        includeDependenciesRecursively: false,
      },
    },
  };
  const all = await chunksOf('size', rolldownOptions, [collectFirst(first)]);
  const named = (/** @type {string} */ part) => gzipped(all.filter(({ name }) => name === part));
  const folders = readdirSync(join(ROOT, 'widgets'));
  const widgets = Object.fromEntries(folders.map((folder) => [folder, named(folder)]));
  const apart = new Set([BUNDLER, LATER, ...folders]);
  const shared = gzipped(all.filter(({ name }) => !apart.has(name)));
  return { shared, widgets, later: named(LATER) };
}

const isThere = (/** @type {string} */ entry) => existsSync(join(ROOT, 'entries', entry));
const input = join(ROOT, 'entries/client.ts');
const smart = { input: join(ROOT, 'entries/host-adapters/smart.ts') };
const measured = measuredParts({
  ...(isThere('index.ts')
    ? await sizesOfWidgets()
    : { shared: undefined, later: undefined, widgets: {} }),
  client: isThere('client.ts') ? gzipped(await chunksOf('size', { input })) : undefined,
  oneFile: isThere('ers-widgets.ts') ? gzipped(await chunksOf('one-file')) : undefined,
  host: isThere('ers-host.ts') ? gzipped(await chunksOf('host')) : undefined,
  smart: isThere('host-adapters/smart.ts') ? gzipped(await chunksOf('size', smart)) : undefined,
});
for (const part of measured) console.log(sizeLine(part));
process.exitCode = measured.every(isWithin) ? 0 : 1;
