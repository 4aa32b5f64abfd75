import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../tools/run.mjs';
import { PRE_BUNDLED } from '../support/pre-bundled.ts';

const IN_THE_BROWSER = ['src/ui', 'widgets', 'host-adapters', 'src/ers', 'src/host'];
const PACKAGE_IMPORT =
  /^(?:import|export) (?!type )[^;]*? from '([^.'][^']*)'|^import '([^.'][^']*)'/gm;
const NODE_TEST = /^src\/(ers|host)\/.*\.test\.ts$/;

function packagesOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(PACKAGE_IMPORT)].map(([, from, bare]) => from ?? bare ?? '');
}

it('every package that browser tests load is bundled before they start', () => {
  const files = IN_THE_BROWSER.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      join(folder, file),
    ),
  ).filter((file) => file.endsWith('.ts') && !NODE_TEST.test(file));
  const loaded = new Set(files.flatMap(packagesOf).filter((name) => !name.startsWith('vitest')));
  expect(loaded.size).toBeGreaterThan(3);
  expect([...loaded].filter((name) => !PRE_BUNDLED.includes(name))).toEqual([]);
});
