// `npm test`: the checks, then the tests of each project, then the true totals on the last line.
// `node tools/test.mjs --files test/faults`: only the test files whose path holds that text.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runChecks } from './checks.mjs';
import { provideChromium } from './chromium.mjs';
import { ROOT, runNode, timeLine } from './run.mjs';
import { filesNeverRun, totalsOf } from './totals.mjs';

/** @typedef {import('./totals.mjs').Part & { seconds: number }} TimedPart */

const PROJECTS = ['node', 'browser', 'journeys'];

/**
 * @param {string} path
 * @returns {unknown}
 */
function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function testFiles() {
  const config = /** @type {{ include: string[] }} */ (readJson(join(ROOT, 'tsconfig.json')));
  return config.include
    .filter((name) => !name.includes('.') && existsSync(join(ROOT, name)))
    .flatMap((folder) => {
      const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
      return files.filter((file) => file.endsWith('.test.ts')).map((file) => join(folder, file));
    });
}

/**
 * @param {string} name
 * @param {string[]} selection Vitest's arguments that choose the tests
 * @param {string} chromium
 * @returns {Promise<TimedPart>}
 */
async function runTests(name, selection, chromium) {
  const file = join(ROOT, 'reports', `${name}.json`);
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=./tools/report-with-reasons.mjs'];
  const { exitCode, seconds } = await runNode({
    name,
    args: [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--passWithNoTests',
      ...reporters,
      `--outputFile.json=${file}`,
      ...selection,
    ],
    env: { CHROME_PATH: chromium },
    show: true,
  });
  if (!existsSync(file)) return { name, exitCode: exitCode || 1, seconds, report: undefined };
  const report = /** @type {import('./totals.mjs').Report} */ (readJson(file));
  return { name, exitCode, seconds, report };
}

/**
 * Prints the time of each part, what did not run as a test, and last, alone, the totals.
 * @param {TimedPart[]} parts
 * @param {string[]} expected the test files that must have run
 */
function finish(parts, expected) {
  const contract = resolve(ROOT, process.env['ERS_CONTRACT'] ?? '../shared/ers');
  const { passed, failed, skipped, remarks } = totalsOf(parts, {
    contractIsHere: existsSync(contract),
  });
  const lost = filesNeverRun(
    expected.map((file) => join(ROOT, file)),
    parts,
  );
  const seconds = parts.reduce((all, part) => all + part.seconds, 0);
  console.log(['', ...[...parts, { name: 'all', seconds }].map(timeLine), ''].join('\n'));
  for (const remark of remarks) console.log(remark.replaceAll(ROOT, ''));
  for (const file of lost) console.log(`failed: ${file.replace(ROOT, '')}: no project runs it`);
  console.log(`${passed} passed, ${failed + lost.length} failed, ${skipped} skipped`);
  process.exitCode = failed + lost.length > 0 ? 1 : 0;
}

async function runEverything() {
  const chromium = provideChromium();
  const begun = performance.now();
  const checks = await runChecks();
  const seconds = (performance.now() - begun) / 1000;
  const failures = checks
    .filter(({ exitCode }) => exitCode !== 0)
    .map(({ name, exitCode }) => ({ name: `check ${name}`, exitCode, seconds: 0 }));
  /** @type {TimedPart[]} */
  const parts = [{ name: 'check', exitCode: 0, seconds, report: undefined }];
  for (const failure of failures) parts.push({ ...failure, report: undefined });
  for (const project of PROJECTS) {
    parts.push(await runTests(project, ['--project', project], chromium));
  }
  finish(parts, testFiles());
}

/** @param {string} text */
async function runFiles(text) {
  const chosen = testFiles().filter((file) => file.includes(text));
  if (chosen.length === 0) {
    console.log(`There is nothing to run yet: no test file has ${text} in its path.`);
    return;
  }
  finish([await runTests('chosen', [text], provideChromium())], chosen);
}

mkdirSync(join(ROOT, 'reports'), { recursive: true });
const { values } = parseArgs({ options: { files: { type: 'string' } } });
await (values.files ? runFiles(values.files) : runEverything());
