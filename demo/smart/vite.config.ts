import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { fhirclientPure } from '../../tools/fhirclient-pure.ts';
import { shadowCss } from '../../tools/shadow-css.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Bundles the app's two pages with the widgets, and the record system's own page beside them. */
export default defineConfig({
  root: at('.'),
  base: './',
  css: { postcss: { plugins: [shadowCss()] } },
  plugins: [fhirclientPure()],
  build: {
    target: 'es2022',
    outDir: at('../../dist/demo/smart'),
    emptyOutDir: true,
    sourcemap: true,
    cssMinify: true,
    lib: {
      entry: { launch: at('./launch.ts'), page: at('./page.ts'), record: at('./record.ts') },
      formats: ['es'],
    },
    rolldownOptions: { output: { chunkFileNames: 'chunks/[name]-[hash].js' } },
  },
});
