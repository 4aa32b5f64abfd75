import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { fhirclientPure } from '../../tools/fhirclient-pure.ts';
import { shadowCss } from '../../tools/shadow-css.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: at('.'),
  base: './',
  css: { postcss: { plugins: [shadowCss()] } },
  plugins: [fhirclientPure()],
  build: {
    target: 'es2022',
    outDir: at('../../dist/demo/conformance'),
    emptyOutDir: true,
    sourcemap: true,
    cssMinify: true,
    lib: { entry: { page: at('./page.ts'), framed: at('./framed.ts') }, formats: ['es'] },
    rolldownOptions: { output: { chunkFileNames: 'chunks/[name]-[hash].js' } },
  },
});
