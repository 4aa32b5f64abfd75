/** Points each module at what is published, not at its source. */
const publishedPaths = {
  name: 'published-paths',
  /** @param {{ customElementsManifest: { modules: unknown[] } }} context */
  packageLinkPhase({ customElementsManifest }) {
    const text = JSON.stringify(customElementsManifest.modules);
    customElementsManifest.modules = /** @type {unknown[]} */ (
      JSON.parse(text.replaceAll(/"\/?widgets\/([^/"]+)\/\1\.ts"/g, '"dist/widgets/$1.js"'))
    );
  },
};

export default {
  globs: ['widgets/*/*.ts'],
  exclude: ['**/*.test.ts', '**/*.fixtures.ts', '**/*.styles.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [publishedPaths],
};
