import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import stryker from '../../tools/stryker.config.mjs';
import { ROOT, runNode } from '../../tools/run.mjs';
import { measuredNow } from './figures.mjs';

const REPORT = join(ROOT, stryker.jsonReporter.fileName);
/** Percent, of each file. */
const WANTED = 90;

/** As Stryker's report names them; what could not be run at all counts neither way. */
const COUNTED = /** @type {const} */ ({
  killed: ['Killed'],
  survived: ['Survived', 'NoCoverage'],
  timeout: ['Timeout'],
});

/** @typedef {{ status: string }} Mutant */

/** Changes the sources at each place where that could matter, and counts what the tests notice. */
export async function measureMutants() {
  const begun = measuredNow();
  rmSync(REPORT, { force: true });
  const { exitCode } = await runNode({
    name: 'mutation',
    args: ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', 'tools/stryker.config.mjs'],
    show: true,
  });
  if (exitCode !== 0) return { figures: begun, failures: ['Stryker did not run to its end'] };
  const report = /** @type {{ files: Record<string, { mutants: Mutant[] }> }} */ (
    JSON.parse(readFileSync(REPORT, 'utf8'))
  );
  const files = Object.entries(report.files).map(([file, { mutants }]) => ({
    file,
    ...scoreOf(mutants),
  }));
  const all = Object.values(report.files).flatMap(({ mutants }) => mutants);
  const low = files.filter(({ score }) => score < WANTED);
  return {
    figures: { ...begun, ...scoreOf(all), files },
    failures: low.map(({ file, score }) => `${file} has a mutation score of ${score} %`),
  };
}

/** @param {readonly Mutant[]} mutants */
function scoreOf(mutants) {
  const count = (/** @type {readonly string[]} */ statuses) =>
    mutants.filter(({ status }) => statuses.includes(status)).length;
  const killed = count(COUNTED.killed);
  const survived = count(COUNTED.survived);
  const timeout = count(COUNTED.timeout);
  const noticed = killed + timeout;
  const score = Math.round((noticed / (noticed + survived)) * 1_000) / 10;
  return { score, killed, survived, timeout };
}
