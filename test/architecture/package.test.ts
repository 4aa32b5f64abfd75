import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../tools/run.mjs';

interface Manifest {
  exports: Record<string, string | { types: string; default: string }>;
}

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;

/** The file that `ers-widgets/<name>` leads to, or its declarations. */
function target(name: string, condition: 'types' | 'default'): string | undefined {
  const keys = Object.keys(manifest.exports).sort((a, b) => b.length - a.length);
  for (const key of keys) {
    const [before = '', after = ''] = key.replace(/^\.\/?/, '').split('*');
    const isExact = !key.includes('*') && name === before;
    const isMatch = key.includes('*') && name.startsWith(before) && name.endsWith(after);
    if (!isExact && !isMatch) continue;
    const value = manifest.exports[key];
    const path = typeof value === 'string' ? value : value?.[condition];
    return path?.replaceAll('*', name.slice(before.length, name.length - after.length));
  }
  return undefined;
}

const entries = readdirSync(join(ROOT, 'entries'), { recursive: true, encoding: 'utf8' })
  // The script of ers-frame.html is no module: nobody imports it.
  .filter((file) => file.endsWith('.ts') && file !== 'ers-frame.ts')
  .map((file) => file.slice(0, -'.ts'.length));

/** Built into one file for a script tag, and named as that. */
const ONE_FILE = ['ers-widgets', 'ers-host'];

it.each(entries)('the package exports entries/%s.ts as what the build makes of it', (entry) => {
  const name = entry === 'index' ? '' : ONE_FILE.includes(entry) ? `${entry}.js` : entry;
  expect(target(name, 'default')).toBe(`./dist/${entry}.js`);
  expect(target(name, 'types')).toBe(`./dist/types/entries/${entry}.d.ts`);
});

it('a package file that is no module is named where it is built', () => {
  expect(target('custom-elements.json', 'default')).toBe('./dist/custom-elements.json');
  expect(target('ers-frame.html', 'default')).toBe('./dist/ers-frame.html');
});
