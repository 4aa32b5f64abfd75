import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Report } from '../../demo/conformance/report.ts';
import { openDesk, type Desk } from './desk.ts';

beforeAll(() => {
  execFileSync('npx', ['vite', 'build', '--config', 'demo/conformance/vite.config.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
});

let desk: Desk | undefined;
afterEach(() => desk?.close());

/** Through a frame the page of the checks stands inside a page that is the host. */
async function reportFor(adapter: string, file = ''): Promise<Report> {
  const query = new URLSearchParams({ adapter });
  desk = await openDesk(`${inject('page')}/conformance/${file}?${query}`);
  const page = file ? desk.page.frameLocator('#frame') : desk.page;
  await page.getByRole('button', { name: 'Run all checks' }).press('Enter');
  await page.getByText('All checks are done.').waitFor({ timeout: 100_000 });
  const saved = desk.page.waitForEvent('download');
  await page.getByRole('link', { name: 'Save the report as JSON' }).click();
  return JSON.parse(await readFile(await (await saved).path(), 'utf8')) as Report;
}

const failures = ({ checks }: Report): string[] =>
  checks.filter(({ result }) => result === 'failed').map(({ id, seen }) => `${id}: ${seen}`);

describe('the host conformance page', () => {
  it('finds nothing wrong with the in-page adapter of the demo, widgets and e-RS included', async () => {
    const report = await reportFor('in-page');
    expect(failures(report)).toEqual([]);
    expect(report.checks.map(({ id }) => id)).toContain('unsaved-input-safe');
    expect(desk?.faults).toEqual([]);
  });

  it('names what is wrong with one that tells of another patient too late', async () => {
    const report = await reportFor('in-page, told too late');
    expect(failures(report)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^change-told-first: /)]),
    );
    const line = desk?.page.locator('tr[data-check="change-told-first"]');
    expect(await line?.innerText()).toContain('Failed');
  });

  it('finds nothing wrong with the adapter of a window, with the host around the frame', async () => {
    const report = await reportFor('window', 'framed.html');
    expect(failures(report)).toEqual([]);
    expect(report.adapter).toBe('window');
  });

  it('names what is wrong with one that does not hear of a log-out', async () => {
    const report = await reportFor('window, deaf to a log-out', 'framed.html');
    expect(failures(report)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^log-out-told: /)]),
    );
  });
});
