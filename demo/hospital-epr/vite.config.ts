import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { shadowCss } from '../../tools/shadow-css.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The hospital's own scripts; the widgets are loaded only by the page that holds them itself. */
export default defineConfig({
  root: at('.'),
  base: './',
  css: { postcss: { plugins: [shadowCss()] } },
  build: {
    target: 'es2022',
    outDir: at('../../dist/demo/hospital-epr'),
    emptyOutDir: true,
    sourcemap: true,
    cssMinify: true,
    lib: { entry: { review: at('./review.ts'), clinic: at('./clinic.ts') }, formats: ['es'] },
    rolldownOptions: { output: { chunkFileNames: 'chunks/[name]-[hash].js' } },
  },
});
