import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The hospital's own script: of the widgets it has only what shows their frame. */
export default defineConfig({
  root: at('.'),
  base: './',
  build: {
    target: 'es2022',
    outDir: at('../../dist/demo/hospital-epr'),
    emptyOutDir: true,
    sourcemap: true,
    lib: { entry: { page: at('./page.ts') }, formats: ['es'] },
    rolldownOptions: { output: { chunkFileNames: 'chunks/[name]-[hash].js' } },
  },
});
