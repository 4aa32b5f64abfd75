import { runNode } from '../../tools/run.mjs';
import { measuredNow } from './figures.mjs';

/**
 * Runs tests that try at random, and more often than in every run of all tests.
 * @param {object} asked
 * @param {string} asked.project of Vitest
 * @param {string} asked.files
 * @param {string} asked.variable of the environment: how often
 * @param {number} asked.runs
 */
export async function measureTests({ project, files, variable, runs }) {
  const begun = measuredNow();
  const { exitCode, seconds } = await runNode({
    name: files,
    args: ['node_modules/vitest/vitest.mjs', 'run', '--project', project, files],
    show: true,
    env: { [variable]: String(runs) },
  });
  const passed = exitCode === 0;
  return {
    figures: { ...begun, runs, seconds: Math.round(seconds), passed },
    failures: passed ? [] : [`${files} failed with ${runs} runs`],
  };
}
