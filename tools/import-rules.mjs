import { cruise } from 'dependency-cruiser';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { IMPORT_TABLE } from './import-table.mjs';

/** @typedef {import('dependency-cruiser').IForbiddenRuleType} Rule */

const FOLDERS = ['src', 'widgets', 'host-adapters', 'simulator', 'proxy', 'demo', 'entries'];
const OURS = `^(${[...FOLDERS, 'test', 'tools'].join('|')})/`;
// Tests may import anything, and so may the configuration of a page's own build.
const FREE = '(\\.test|vite\\.config)\\.ts$';
const PACKAGES = 'node_modules/';

const FIXTURES = '\\.fixtures\\.ts$';
const TESTING = '/(testing|test)/';

const CIRCLE = {
  circular: true,
  viaOnly: { dependencyTypesNot: /** @type {['type-only']} */ (['type-only']) },
};
const NOWHERE = { couldNotResolve: true, pathNot: '\\?(inline|url|raw)$' };

const starts = (/** @type {string[]} */ paths) => paths.map((path) => `^${path}`);
const inPackages = (/** @type {string[]} */ names) =>
  names.map((name) => `(^|/)node_modules/${name}/`);

/**
 * @param {string} name
 * @param {Rule['from']} from
 * @param {import('dependency-cruiser').IRegularForbiddenRuleType['to']} to
 * @returns {Rule}
 */
const refuse = (name, from, to) => ({ name, severity: 'error', from, to });

/**
 * @param {import('./import-table.mjs').Row} row
 * @returns {Rule[]}
 */
function rulesOfRow(row) {
  const { from: path, itself = path, values = [], types = [], node = false } = row;
  const { packages = [], typePackages = [] } = row;
  const from = { path: `^${path}`, pathNot: FREE };
  const mayAlways = starts([itself, ...values]);
  const asType = /** @type {['type-only']} */ (['type-only']);
  const local = { path: OURS, pathNot: [...mayAlways, ...starts(types)] };
  const packaged = { path: PACKAGES, pathNot: inPackages([...packages, ...typePackages]) };
  const rules = [
    refuse(`${path} imports only what its row allows`, from, local),
    refuse(`${path} imports only the packages of its row`, from, packaged),
  ];
  if (types.length > 0) {
    const to = { path: starts(types), pathNot: mayAlways, dependencyTypesNot: asType };
    rules.push(refuse(`${path} imports this as a type only`, from, to));
  }
  if (typePackages.length > 0) {
    const to = { path: inPackages(typePackages), dependencyTypesNot: asType };
    rules.push(refuse(`${path} imports this package for its types only`, from, to));
  }
  if (!node) rules.push(refuse(`${path} runs without Node`, from, { dependencyTypes: ['core'] }));
  return rules;
}

/** @type {Rule[]} */
const RULES = [
  ...IMPORT_TABLE.flatMap(rulesOfRow),
  refuse(
    'a class never imports a child’s define; its own define does',
    { path: '^widgets/([^/]+)/', pathNot: ['/define\\.ts$', FREE, FIXTURES] },
    { path: '^widgets/[^/]+/define\\.ts$', pathNot: '^widgets/$1/', dynamic: false },
  ),
  refuse(
    'only tests use what is for testing',
    { pathNot: [FREE, FIXTURES, TESTING] },
    { path: TESTING },
  ),
  refuse('no circle of imports', {}, CIRCLE),
  refuse('every import leads somewhere', {}, NOWHERE),
];

/**
 * Every import below a folder that the table of architecture.md §2 does not allow.
 * @param {string} baseDir
 * @returns {Promise<string[]>} one sentence each
 */
export async function forbiddenImports(baseDir) {
  const folders = FOLDERS.filter((folder) => existsSync(join(baseDir, folder)));
  const { output } = await cruise(
    folders,
    {
      baseDir,
      validate: true,
      ruleSet: { forbidden: RULES },
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '^(dist|reports)/' },
    },
    {
      extensions: ['.ts', '.mjs', '.js', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  );
  if (typeof output === 'string') throw new Error(output);
  return output.summary.violations.map(({ from, to, rule }) => `${from} → ${to}: ${rule.name}`);
}
