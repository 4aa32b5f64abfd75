import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, runNode } from './run.mjs';
import type { Report, Totals } from './totals.mjs';
import { totalsOf } from './totals.mjs';

const FILES = {
  'good.test.js': `
    it('adds', () => expect(1 + 1).toBe(2));
    it('runs in Safari', (context) => context.skip('there is no Safari here'));
    it('adds wrongly', () => expect(1 + 1).toBe(3));
  `,
  'broken.test.js': `import './not-there.js'; it('never runs', () => {});`,
  'unhandled.test.js': `
    it('leaves a promise behind', async () => {
      void Promise.reject(new Error('nobody caught me'));
      await new Promise((resolve) => setImmediate(resolve));
    });
  `,
};

describe('the totals of a true run', () => {
  let folder: string;
  let totals: Totals;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ers-report-'));
    for (const [name, source] of Object.entries(FILES)) writeFileSync(join(folder, name), source);
    const reporter = join(ROOT, 'tools/report-with-reasons.mjs');
    const output = join(folder, 'report.json');
    const options = ['--globals', `--reporter=${reporter}`, `--outputFile.json=${output}`];
    const args = ['node_modules/vitest/vitest.mjs', 'run', '--root', folder, ...options];
    const { exitCode } = await runNode({ name: 'planted', args });
    const report = JSON.parse(readFileSync(output, 'utf8')) as Report;
    totals = totalsOf([{ name: 'planted', exitCode, report }], { contractIsHere: false });
  }, 60_000);

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('count a failed test, a file that does not load and an error no test caught', () => {
    expect(totals).toMatchObject({ passed: 2, failed: 3, skipped: 1 });
  });

  it('say why a test was skipped and what no test stands for', () => {
    const remarks = totals.remarks.join('\n');
    expect(remarks).toContain('runs in Safari: there is no Safari here');
    expect(remarks).toContain('not-there.js');
    expect(remarks).toContain('nobody caught me');
  });
});
