/**
 * The packages that browser tests load. Vite bundles them before the first test: one that it first
 * meets during a run reloads the page under the tests.
 */
export const PRE_BUNDLED = [
  '@lit/context',
  '@open-wc/testing',
  'comlink',
  'fhirclient/lib/smart.js',
  'idb',
  'lit',
  'lit/async-directive.js',
  'lit/decorators.js',
  'lit/directive.js',
  'lit/directives/guard.js',
  'lit/directives/keyed.js',
  'lit/directives/live.js',
  'lit/directives/ref.js',
  'lit/directives/repeat.js',
  'lit/static-html.js',
  'valibot',
];
