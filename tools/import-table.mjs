// Who may import whom. `values` and `types` are paths from the root; a folder may always import
// itself. Tests may import anything.

/**
 * @typedef {object} Row
 * @property {string} from a folder or a file
 * @property {string} [itself] its own folder, where `from` stands for several: $1 is the group
 * @property {string[]} [values] what it may import in any way
 * @property {string[]} [types] what it may import by `import type` only
 * @property {string[]} [packages]
 * @property {string[]} [typePackages] packages it may import by `import type` only
 * @property {boolean} [node] whether Node's own modules are there
 */

const LIT = ['lit', '@lit/context', '@lit/task'];

/** @type {Row[]} */
export const IMPORT_TABLE = [
  { from: 'src/domain/' },
  { from: 'src/fhir/', typePackages: ['fhir', '@types/fhir'] },
  { from: 'src/ers/', values: ['src/domain/', 'src/fhir/'] },
  {
    from: 'src/host/',
    values: ['src/domain/'],
    types: ['src/ers/transport.ts', 'src/journal/ports.ts'],
    packages: ['valibot'],
  },
  { from: 'src/journal/', values: ['src/domain/'], packages: ['idb'] },
  // The journal of flow tests is the real one, in memory. What every write keeps to is a set of tests.
  {
    from: 'src/flows/testing/',
    values: ['src/domain/', 'src/flows/', 'src/journal/'],
    types: ['src/ers/', 'src/host/'],
    packages: ['vitest'],
  },
  {
    from: 'src/flows/(?!testing/)',
    itself: 'src/flows/',
    values: ['src/domain/'],
    types: ['src/ers/', 'src/host/', 'src/journal/'],
  },
  {
    from: 'src/ui/',
    values: ['src/domain/'],
    types: ['src/flows/'],
    packages: [...LIT, 'nhsuk-frontend'],
  },
  {
    from: 'src/connect',
    values: ['src/domain/', 'src/fhir/', 'src/ers/', 'src/host/', 'src/journal/', 'src/flows/'],
  },
  {
    from: 'widgets/session/',
    values: ['src/domain/', 'src/ui/', 'src/connect.ts'],
    types: ['src/flows/', 'src/host/'],
    packages: LIT,
  },
  {
    from: 'widgets/((?!session/)[^/]+)/',
    itself: 'widgets/$1/',
    values: ['src/domain/', 'src/ui/', 'widgets/session/context.ts', 'widgets/[^/]+/define.ts'],
    types: ['src/flows/', 'src/host/', 'src/journal/ports.ts'],
    packages: LIT,
  },
  {
    from: 'host-adapters/',
    values: ['src/host/', 'src/domain/'],
    types: ['src/ers/transport.ts'],
    packages: ['comlink', 'fhirclient', 'valibot'],
  },
  // What simulates e-RS for tests also holds its answers to the platform's specification.
  {
    from: 'simulator/test/',
    values: ['simulator/', 'src/domain/', 'test/contract/openapi.ts'],
  },
  {
    from: 'simulator/(?!test/)',
    itself: 'simulator/',
    values: ['src/domain/'],
    types: ['src/fhir/'],
    packages: ['hono', '@hono/node-server', 'pdfkit', '@types/pdfkit'],
    typePackages: ['fhir', '@types/fhir'],
    node: true,
  },
  {
    from: 'proxy/',
    values: ['src/ers/dialects/', 'src/ers/outcome.ts', 'src/domain/', 'src/fhir/'],
    types: ['src/host/', 'src/ers/transport.ts'],
    packages: ['hono', '@hono/node-server', 'undici', 'jose', 'valibot', 'redis'],
    node: true,
  },
  // The gallery shows the parts themselves; every other page uses what the package exports.
  { from: 'demo/gallery/', values: ['src/', 'widgets/'], packages: ['.*'] },
  { from: 'demo/(?!gallery/)', values: ['entries/'], packages: ['.*'], node: true },
  { from: 'entries/', values: ['src/', 'widgets/', 'host-adapters/'] },
];
