// `npm run size`: what a browser loads, measured on builds in memory, against its budgets.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { isWithin, measuredParts, sizeLine } from './budgets.mjs';
import { ROOT } from './run.mjs';

const BUNDLER = 'bundler';
const WIDGET = /\/widgets\/([^/]+)\//;

/**
 * @param {string} mode
 * @param {import('vite').BuildEnvironmentOptions['rolldownOptions']} [rolldownOptions]
 */
async function chunksOf(mode, rolldownOptions) {
  const built = await build({
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

/** @param {string} id */
function partOf(id) {
  // What Vite adds for a lazy import; another bundler adds its own, and dist has none.
  if (id.endsWith('vite/preload-helper.js')) return BUNDLER;
  return WIDGET.exec(id)?.[1] ?? 'shared';
}

/** The widgets' modules in one chunk for each widget, and everything else in one for all. */
async function sizesOfWidgets() {
  const all = await chunksOf('size', {
    input: { index: join(ROOT, 'entries/index.ts') },
    output: {
      codeSplitting: {
        groups: [{ name: partOf, test: /./ }],
        includeDependenciesRecursively: false,
      },
    },
  });
  const chunks = all.filter(({ name }) => name !== BUNDLER);
  const folders = readdirSync(join(ROOT, 'widgets'));
  /** @type {Record<string, number>} */
  const widgets = {};
  for (const folder of folders) {
    widgets[folder] = gzipped(chunks.filter(({ name }) => name === folder));
  }
  const shared = chunks.filter(({ name }) => !folders.includes(name));
  return { shared: gzipped(shared), widgets };
}

const isThere = (/** @type {string} */ entry) => existsSync(join(ROOT, 'entries', entry));
const input = join(ROOT, 'entries/client.ts');
const measured = measuredParts({
  ...(isThere('index.ts') ? await sizesOfWidgets() : { shared: undefined, widgets: {} }),
  client: isThere('client.ts') ? gzipped(await chunksOf('size', { input })) : undefined,
  oneFile: isThere('ers-widgets.ts') ? gzipped(await chunksOf('one-file')) : undefined,
});
for (const part of measured) console.log(sizeLine(part));
process.exitCode = measured.every(isWithin) ? 0 : 1;
