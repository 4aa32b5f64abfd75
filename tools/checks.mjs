import { runNode } from './run.mjs';

const bin = (/** @type {string} */ path) => `node_modules/${path}`;

/**
 * What `npm run check` runs. The slowest come first, so that two at a time end together.
 * @type {{ name: string, args: string[] }[]}
 */
const CHECKS = [
  { name: 'lint', args: [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'] },
  { name: 'types', args: [bin('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json'] },
  { name: 'size', args: ['tools/size.mjs'] },
  { name: 'build', args: ['tools/build.mjs'] },
  { name: 'imports', args: ['tools/imports.mjs'] },
  { name: 'knip', args: [bin('knip/bin/knip.js')] },
  { name: 'format', args: [bin('prettier/bin/prettier.cjs'), '--check', '.'] },
];

const AT_A_TIME = 2;

/**
 * Runs every check and prints what a failing one says, and the time of each.
 * @returns {Promise<import('./run.mjs').Ran[]>}
 */
export async function runChecks() {
  const waiting = [...CHECKS];
  /** @type {import('./run.mjs').Ran[]} */
  const done = [];
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const ran = await runNode(check);
      const verdict = ran.exitCode === 0 ? 'ok' : 'FAILED';
      console.log(`check ${ran.name}: ${verdict} (${ran.seconds.toFixed(1)} s)`);
      if (ran.exitCode !== 0) console.log(ran.output);
      done.push(ran);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, lane));
  return done;
}
