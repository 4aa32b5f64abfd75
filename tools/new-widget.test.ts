import { ESLint } from 'eslint';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, resolveConfig } from 'prettier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantTree, type PlantedTree } from '../test/support/planted-tree.ts';
import { writeNewWidget } from './new-widget.ts';
import { runNode } from './run.mjs';

describe('a new widget', () => {
  let tree: PlantedTree;
  let files: string[];

  beforeAll(() => {
    const configuration = ['eslint.config.mjs', 'tsconfig.json', 'tools/lint', '.prettierrc.json'];
    tree = plantTree({}, [...configuration, 'src', 'widgets', 'host-adapters', 'entries']);
    files = writeNewWidget('waiting-list', tree.path);
  });
  afterAll(() => tree.remove());

  it('has the folder of every widget, and its entries', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        'widgets/waiting-list/waiting-list.ts',
        'widgets/waiting-list/define.ts',
        'widgets/waiting-list/waiting-list.test.ts',
        'entries/widgets/waiting-list/define.ts',
      ]),
    );
  });

  it('type-checks', async () => {
    const args = ['node_modules/typescript/bin/tsc', '--noEmit', '-p', tree.path];
    const { output } = await runNode({ name: 'types', args });
    expect(output.split('\n').filter((line) => line.includes('waiting-list'))).toEqual([]);
    expect(readFileSync(join(tree.path, 'src/ui/tags.ts'), 'utf8')).toContain("| 'waiting-list'");
  }, 120_000);

  it('lints', async () => {
    const sources = files.filter((file) => file.endsWith('.ts'));
    const results = await new ESLint({ cwd: tree.path }).lintFiles(sources);
    expect(results.flatMap(({ messages }) => messages)).toEqual([]);
  }, 120_000);

  it('is formatted', async () => {
    const options = await resolveConfig(join(tree.path, 'entries/index.ts'));
    for (const file of files) {
      const path = join(tree.path, file);
      const clean = await check(readFileSync(path, 'utf8'), { ...options, filepath: path });
      expect(clean, file).toBe(true);
    }
  });

  it('is refused under a name that is taken or no tag', () => {
    expect(() => writeNewWidget('waiting-list', tree.path)).toThrow('is there already');
    expect(() => writeNewWidget('WaitingList', tree.path)).toThrow('lower case');
  });
});
