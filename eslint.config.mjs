import { defineConfig, globalIgnores } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import ts from 'typescript-eslint';
import { describedDisables } from './tools/lint/described-disables.mjs';
import {
  barrels,
  emptyNames,
  injectedGlobals,
  injectedProperties,
  injectedSyntax,
  literalTags,
  operationIds,
  silentSkips,
  unsafeDirectives,
  unsafeMarkup,
  unsafeStatic,
} from './tools/lint/restrictions.mjs';
import { subjectNames } from './tools/lint/subject-names.mjs';

const TESTS = ['**/*.test.ts', 'test/**'];
const EVERYWHERE = [...unsafeMarkup, ...barrels, ...emptyNames];
const ENGINE = ['src/**/*.ts', 'widgets/**/*.ts'];
const PRODUCT = [...ENGINE, 'host-adapters/**/*.ts', 'simulator/**/*.ts', 'proxy/**/*.ts'];

// The one place where the browser's own clock, network and identifiers come in.
const COMPOSITION = ['browser-ports', 'clocks', 'upload-with-progress'].map(
  (name) => `widgets/session/${name}.ts`,
);

/**
 * @param {import('eslint').ESLint.Plugin} plugin
 * @param {string} name
 */
function presetOf(plugin, name) {
  const preset = plugin.configs?.[name];
  if (!preset) throw new Error(`The plugin has no configuration ${name}.`);
  return /** @type {import('eslint').Linter.Config} */ (preset);
}

export default defineConfig(
  globalIgnores(['dist/', 'reports/', 'pictures/', 'coverage/']),
  {
    name: 'every file',
    files: ['**/*.{ts,mjs}'],
    extends: [ts.configs.strictTypeChecked],
    plugins: {
      own: { rules: { 'described-disables': describedDisables, 'subject-names': subjectNames } },
    },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', 400],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 3],
      'max-depth': ['error', 3],
      'no-console': 'off',
      'own/described-disables': 'error',
      'own/subject-names': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // An AbortSignal's reason is passed on as it is.
      '@typescript-eslint/prefer-promise-reject-errors': [
        'error',
        { allowThrowingAny: true, allowThrowingUnknown: true },
      ],
      // Ports are plain objects of closures, and Lit binds the listeners of a template itself.
      '@typescript-eslint/unbound-method': 'off',
      // A port promises: an async function without await still turns a throw into a rejection.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    name: 'what a user loads, and the servers',
    files: PRODUCT,
    ignores: TESTS,
    rules: {
      'no-restricted-imports': ['error', { paths: [...unsafeDirectives, unsafeStatic] }],
      'no-restricted-syntax': ['error', ...EVERYWHERE],
    },
  },
  {
    name: 'elements and their templates',
    files: ['src/ui/**/*.ts', 'widgets/**/*.ts', 'demo/**/*.ts'],
    extends: [
      presetOf(lit, 'flat/recommended'),
      presetOf(wc, 'flat/best-practice'),
      litA11y.configs.recommended,
    ],
    settings: { wc: { elementBaseClasses: ['LitElement', 'ErsElement'] } },
    rules: {
      'lit/no-classfield-shadowing': 'error',
      'lit/lifecycle-super': 'error',
      // LitElement has every life-cycle method.
      'wc/guard-super-call': 'off',
      // A table that is laid out as blocks when narrow loses the roles its tags imply.
      'lit-a11y/no-redundant-role': 'off',
    },
  },
  {
    name: 'the engine and the widgets read no clock, network or storage of their own',
    files: ENGINE,
    ignores: [...TESTS, ...COMPOSITION, '**/*.fixtures.ts'],
    rules: {
      'no-restricted-globals': ['error', injectedGlobals],
      'no-restricted-properties': ['error', ...injectedProperties],
    },
  },
  {
    name: 'the engine and the widgets: syntax',
    files: ENGINE,
    ignores: TESTS,
    rules: {
      'no-restricted-syntax': ['error', ...EVERYWHERE, ...literalTags, ...injectedSyntax],
    },
  },
  {
    name: 'what knows no operation of e-RS by its number',
    files: ['src/domain/**/*.ts', 'src/flows/**/*.ts', 'src/ui/**/*.ts', 'widgets/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-restricted-syntax': [
        'error',
        ...EVERYWHERE,
        ...literalTags,
        ...injectedSyntax,
        ...operationIds,
      ],
    },
  },
  {
    name: 'the one place that makes static values',
    files: ['src/ui/tags.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: unsafeDirectives }] },
  },
  {
    name: 'fixtures and seeds are lists',
    files: ['**/*.fixtures.ts', '**/seed/**'],
    rules: { 'max-lines': ['error', 600] },
  },
  {
    name: 'tests',
    files: TESTS,
    rules: {
      'no-restricted-syntax': ['error', ...silentSkips],
      // A describe block is one function.
      'max-lines-per-function': 'off',
      // Chai's assertions are thenables, and some are property reads.
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // What a server or a page answers is asserted on as it comes.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
