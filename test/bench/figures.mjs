import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ROOT } from '../../tools/run.mjs';

const FILE = join(ROOT, 'docs', 'figures.json');

/** @param {string[]} args */
const git = (...args) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();

/** Where and of what something was measured. */
export function measuredNow() {
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: git('rev-parse', '--short', 'HEAD'),
    node: process.version,
    cores: cpus().length,
  };
}

/**
 * Puts measurements into docs/figures.json under their name; what others wrote there stays.
 * @param {string} name
 * @param {object} figures
 * @returns {Promise<void>}
 */
export async function writeFigures(name, figures) {
  const all = existsSync(FILE)
    ? /** @type {Record<string, object>} */ (JSON.parse(readFileSync(FILE, 'utf8')))
    : {};
  const text = JSON.stringify({ ...all, [name]: figures }, null, 2);
  const config = await resolveConfig(FILE);
  writeFileSync(FILE, await format(text, { ...config, parser: 'json' }));
}
