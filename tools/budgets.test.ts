import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantTree, type PlantedTree } from '../test/support/planted-tree.ts';
import { isWithin, measuredParts, sizeLine } from './budgets.mjs';
import type { Ran } from './run.mjs';
import { runNode } from './run.mjs';

const GOOD = {
  client: 25_000,
  shared: 75_000,
  later: 30_000,
  widgets: { session: 8_500, 'slot-picker': 30_500 },
  oneFile: 225_000,
  host: 12_000,
  smart: 20_000,
};

const overOf = (sizes: Parameters<typeof measuredParts>[0]): string[] =>
  measuredParts(sizes)
    .filter((part) => !isWithin(part))
    .map(({ part }) => part);

describe('the budgets', () => {
  it('let through what just fits', () => {
    expect(overOf(GOOD)).toEqual([]);
  });

  it.each([
    ['client', { ...GOOD, client: 25_001 }],
    ['shared', { ...GOOD, shared: 75_001, widgets: { session: 1, 'slot-picker': 1 } }],
    ['loaded when needed', { ...GOOD, later: 30_001 }],
    ['session', { ...GOOD, shared: 1, widgets: { session: 8_501, 'slot-picker': 1 } }],
    ['slot-picker', { ...GOOD, shared: 1, widgets: { session: 1, 'slot-picker': 30_501 } }],
    ['all in one file', { ...GOOD, oneFile: 225_001 }],
    ['ers-host.js', { ...GOOD, host: 12_001 }],
    ['SMART entry', { ...GOOD, smart: 20_001 }],
  ])('stop %s one byte above its own', (part, sizes) => {
    expect(overOf(sizes)).toEqual([part]);
  });

  it('stop what a page with one widget loads, counting the largest', () => {
    const widgets = { session: 8_501, 'slot-picker': 30_500, small: 1 };
    expect(overOf({ ...GOOD, widgets })).toContain('shared, session and one widget');
  });

  it('say of a part that does not exist yet that it is not there', () => {
    const [client] = measuredParts({ ...GOOD, client: undefined });
    expect(client && sizeLine(client)).toMatch(/^client +not there yet/);
  });
});

describe('npm run size', () => {
  // Random digits do not compress: 70 000 of them are about 29 kB.
  const digits = Array.from({ length: 80_000 }, () => Math.floor(Math.random() * 10)).join('');
  let tree: PlantedTree;
  let size: Ran;

  beforeAll(async () => {
    const files = { 'entries/client.ts': `export const digits = '${digits}';\n` };
    tree = plantTree(files, ['vite.config.ts', 'test/support', 'tools', 'src']);
    size = await runNode({ name: 'size', args: [`${tree.path}/tools/size.mjs`] });
  }, 60_000);

  afterAll(() => tree.remove());

  it('fails on a build that is over its budget, and says by how much', () => {
    expect(size.exitCode).toBe(1);
    expect(size.output).toMatch(/^client .* of 25\.0 kB, \d+\.\d kB OVER$/m);
  });

  it('names the parts that are not there', () => {
    expect(size.output).toMatch(/^shared +not there yet/m);
  });
});
