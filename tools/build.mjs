// `npm run build`: everything of the package into dist. `node tools/build.mjs demo`: that part.
import { runNode, timeLine } from './run.mjs';

const VITE = 'node_modules/vite/bin/vite.js';
const QUIET = ['--logLevel', 'warn'];

/**
 * The modules come first: they empty dist.
 * @type {{ name: string, args: string[] }[]}
 */
const PARTS = [
  { name: 'modules', args: [VITE, 'build', ...QUIET] },
  { name: 'one-file', args: [VITE, 'build', '--mode', 'one-file', ...QUIET] },
  { name: 'host', args: [VITE, 'build', '--mode', 'host', ...QUIET] },
  { name: 'frame', args: [VITE, 'build', '--mode', 'frame', ...QUIET] },
  { name: 'demo', args: [VITE, 'build', '--config', 'demo/gp-system/vite.config.ts', ...QUIET] },
  {
    name: 'demo-hospital',
    args: [VITE, 'build', '--config', 'demo/hospital-epr/vite.config.ts', ...QUIET],
  },
  { name: 'demo-smart', args: [VITE, 'build', '--config', 'demo/smart/vite.config.ts', ...QUIET] },
  {
    name: 'demo-conformance',
    args: [VITE, 'build', '--config', 'demo/conformance/vite.config.ts', ...QUIET],
  },
  // The types themselves are checked by `npm run check`.
  {
    name: 'types',
    args: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--noCheck'],
  },
  { name: 'manifest', args: ['node_modules/@custom-elements-manifest/analyzer/cem.js', 'analyze'] },
];

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !PARTS.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')} to build.`);
  process.exitCode = 1;
}

for (const part of PARTS.filter(({ name }) => chosen.length === 0 || chosen.includes(name))) {
  const ran = await runNode(part);
  if (ran.exitCode === 0) {
    console.log(timeLine(ran));
    continue;
  }
  console.error(`${ran.output}\nThe build stopped at ${part.name}.`);
  process.exitCode = 1;
  break;
}
