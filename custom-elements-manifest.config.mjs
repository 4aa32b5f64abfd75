const ELEMENT = /^widgets\/([^/]+)\/\1\.ts$/;

/**
 * Keeps the elements only, and names what is published where the analyzer names the source.
 * @param {{ path: string }[]} modules
 * @returns {unknown}
 */
function publishedModules(modules) {
  const elements = modules.filter(({ path }) => ELEMENT.test(path));
  const sources = /"\/?widgets\/([^/"]+)\/\1\.ts"/g;
  return JSON.parse(JSON.stringify(elements).replaceAll(sources, '"dist/widgets/$1.js"'));
}

const published = {
  name: 'published',
  /** @param {{ customElementsManifest: { modules: unknown } }} context */
  packageLinkPhase({ customElementsManifest: manifest }) {
    manifest.modules = publishedModules(/** @type {{ path: string }[]} */ (manifest.modules));
  },
};

export default {
  globs: ['widgets/*/*.ts'],
  exclude: ['**/*.test.ts', '**/*.fixtures.ts', '**/*.styles.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [published],
};
