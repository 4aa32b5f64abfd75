import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import type { BuildEnvironmentOptions, Plugin } from 'vite';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { PRE_BUNDLED } from './test/support/pre-bundled.ts';
import { chromiumLaunchOptions } from './tools/chromium.mjs';
import { fhirclientPure } from './tools/fhirclient-pure.ts';
import { shadowCss } from './tools/shadow-css.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Entries that are built each for itself. */
const BY_THEMSELVES = ['ers-widgets.ts', 'ers-host.ts', 'ers-frame.ts'];

const entries = Object.fromEntries(
  readdirSync(at('entries'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !BY_THEMSELVES.includes(file))
    .map((file) => [file.slice(0, -3), at(`entries/${file}`)]),
);

const modules: BuildEnvironmentOptions = {
  emptyOutDir: true,
  minify: false,
  cssMinify: true,
  lib: { entry: entries, formats: ['es'] },
  rolldownOptions: {
    external: [/^lit(\/|$)/, /^@lit\//, 'comlink', 'idb', 'valibot'],
    output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
  },
};

const oneFile = (name: string): BuildEnvironmentOptions => ({
  emptyOutDir: false,
  // Not `lib`: Vite leaves a library's white space in.
  rolldownOptions: {
    input: { [name]: at(`entries/${name}.ts`) },
    preserveEntrySignatures: 'strict',
    output: { codeSplitting: false, entryFileNames: '[name].js' },
  },
});

// A page of its own, with its script in parts.
const frame: BuildEnvironmentOptions = {
  emptyOutDir: false,
  rolldownOptions: {
    input: { 'ers-frame': at('entries/ers-frame.ts') },
    output: { entryFileNames: '[name].js', chunkFileNames: 'frame/[name]-[hash].js' },
  },
};

/** The page and its sheet, beside the script. */
const framePage: Plugin = {
  name: 'frame-page',
  generateBundle() {
    for (const fileName of ['ers-frame.html', 'ers-frame.css']) {
      const source = readFileSync(at(`host-adapters/window/${fileName}`), 'utf8');
      this.emitFile({ type: 'asset', fileName, source });
    }
  },
};

// As a host's bundler would build it; tools/size.mjs says what from.
const size: BuildEnvironmentOptions = {
  rolldownOptions: { preserveEntrySignatures: 'allow-extension' },
};

const BUILDS: Record<string, BuildEnvironmentOptions> = {
  'one-file': oneFile('ers-widgets'),
  host: oneFile('ers-host'),
  frame,
  size,
};
const css = { postcss: { plugins: [shadowCss()] } };
const unitTests = ['src', 'widgets', 'host-adapters'].map((folder) => `${folder}/**/*.test.ts`);
const browserTests = [
  'src/ui',
  'src/journal/idb',
  'widgets',
  'host-adapters',
  'test/hosts/in-page',
].map((folder) => `${folder}/**/*.test.ts`);

const node: TestProjectInlineConfiguration = {
  test: {
    name: 'node',
    environment: 'node',
    include: [
      ...unitTests,
      '{simulator,proxy,demo,tools}/**/*.test.ts',
      'test/{architecture,contract,faults,hosts}/**/*.test.ts',
    ],
    exclude: [...browserTests, '**/node_modules/**'],
  },
};

const browser: TestProjectInlineConfiguration = {
  css,
  resolve: { alias: { '@web/test-runner-commands': at('test/support/wtr-commands.ts') } },
  optimizeDeps: { include: PRE_BUNDLED },
  test: {
    name: 'browser',
    include: browserTests,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: chromiumLaunchOptions() }),
      instances: [{ browser: 'chromium' }],
    },
  },
};

// Journeys share the servers of the global set-up: one file at a time.
const journeys: TestProjectInlineConfiguration = {
  test: {
    name: 'journeys',
    environment: 'node',
    include: ['test/journeys/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    ...(existsSync(at('test/journeys/global-setup.ts')) && {
      globalSetup: ['test/journeys/global-setup.ts'],
    }),
  },
};

export default defineConfig(({ mode }) => ({
  base: './',
  css,
  plugins: [fhirclientPure(), ...(mode === 'frame' ? [framePage] : [])],
  build: { target: 'es2022', sourcemap: true, modulePreload: false, ...(BUILDS[mode] ?? modules) },
  test: { projects: [node, browser, journeys] },
}));
