// Runs before `npm start`, `npm run dev` and `npm test`, on a machine that may have nothing but
// Node: it may import Node's own modules only.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LOCK = `${ROOT}package-lock.json`;
// npm writes this file last, so that a broken-off installation lacks it.
const INSTALLED = `${ROOT}node_modules/.package-lock.json`;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`ers-widgets needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

if (!existsSync(INSTALLED) || statSync(INSTALLED).mtimeMs < statSync(LOCK).mtimeMs) {
  console.log('Installing the packages of package-lock.json …');
  const npm = process.env['npm_execpath'];
  const ci = ['ci', '--no-audit', '--no-fund'];
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...ci], { cwd: ROOT, stdio: 'inherit' })
    : spawnSync('npm', ci, { cwd: ROOT, stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
