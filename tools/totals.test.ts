import { describe, expect, it } from 'vitest';
import type { Part, ReportedTest } from './totals.mjs';
import { filesNeverRun, totalsOf } from './totals.mjs';

function tests(...statuses: string[]): ReportedTest[] {
  return statuses.map((status, index) => ({ fullName: `test ${index}`, status }));
}

function part(name: string, assertionResults: ReportedTest[], own: Partial<Part> = {}): Part {
  const failed = assertionResults.some(({ status }) => status === 'failed');
  const status = failed ? 'failed' : 'passed';
  const report = { testResults: [{ name: `/x/${name}.test.ts`, status, assertionResults }] };
  return { name, exitCode: failed ? 1 : 0, report, ...own };
}

function totals(parts: Part[], contractIsHere = false) {
  return totalsOf(parts, { contractIsHere });
}

describe('the totals of a run', () => {
  it('add up the tests of all parts', () => {
    const node = part('node', tests('passed', 'passed', 'failed'));
    const browser = part('browser', tests('passed', 'skipped', 'todo', 'pending'));
    expect(totals([node, browser])).toMatchObject({ passed: 3, failed: 1, skipped: 3 });
  });

  it('count a file that does not load as failed', () => {
    const testResults = [
      { name: '/x/broken.test.ts', status: 'failed', message: 'no module', assertionResults: [] },
    ];
    const broken = { name: 'node', exitCode: 1, report: { testResults } };
    const result = totals([broken, part('browser', tests('passed'))]);
    expect(result).toMatchObject({ passed: 1, failed: 1 });
    expect(result.remarks).toEqual(['failed: /x/broken.test.ts: no module']);
  });

  it('count each error that no test caught as failed', () => {
    const node = part('node', tests('passed'), { exitCode: 1 });
    const report = { testResults: [], unhandledErrors: ['Error: one', 'Error: two'] };
    expect(totals([node, { ...node, report }])).toMatchObject({ failed: 3 });
  });

  it('count a part that ends badly without a failed test as one failed', () => {
    const types = { name: 'types', exitCode: 2, report: undefined };
    const result = totals([types, part('node', tests('passed'))]);
    expect(result).toMatchObject({ passed: 1, failed: 1 });
    expect(result.remarks).toEqual(['failed: types: exit code 2']);
  });

  it('do not count a failed test and the exit code it causes as two', () => {
    expect(totals([part('node', tests('failed'))]).failed).toBe(1);
  });

  it('count a good part that is no test run as nothing', () => {
    const types = { name: 'types', exitCode: 0, report: undefined };
    const result = totals([types, part('node', tests('passed'))]);
    expect(result).toMatchObject({ passed: 1, failed: 0 });
  });

  it('are a failure when not one test ran', () => {
    expect(totals([])).toMatchObject({ passed: 0, failed: 1 });
    expect(totals([part('node', tests('skipped'))])).toMatchObject({ failed: 1, skipped: 1 });
  });

  it('name each skipped test and its reason', () => {
    const skipped = {
      fullName: 'runs in Safari',
      status: 'skipped',
      meta: { reason: 'no Safari' },
    };
    const { remarks } = totals([part('node', [skipped, ...tests('passed', 'skipped')])]);
    expect(remarks).toEqual([
      'skipped: /x/node.test.ts: runs in Safari: no Safari',
      'skipped: /x/node.test.ts: test 1: it gives no reason',
    ]);
  });

  it.each(['/x/test/contract/a011.test.ts', '/x/simulator/contract.test.ts'])(
    'count skipped tests of %s as failed only while the contract is here',
    (name) => {
      const file = { name, status: 'passed', assertionResults: tests('passed', 'skipped') };
      const contract = { name: 'node', exitCode: 0, report: { testResults: [file] } };
      expect(totals([contract], true)).toMatchObject({ passed: 1, failed: 1, skipped: 0 });
      expect(totals([contract], false)).toMatchObject({ passed: 1, failed: 0, skipped: 1 });
    },
  );
});

describe('the files that never ran', () => {
  it('are those that no part reports', () => {
    const parts = [
      part('node', tests('passed')),
      { name: 'types', exitCode: 0, report: undefined },
    ];
    expect(filesNeverRun(['/x/node.test.ts', '/x/lost.test.ts'], parts)).toEqual([
      '/x/lost.test.ts',
    ]);
  });
});
