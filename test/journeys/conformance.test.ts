import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Report } from '../../demo/conformance/report.ts';
import { openDesk, type Desk } from './desk.ts';
import { openRecord, startSmart, type SmartBrowser, type SmartSet } from './smart-desk.ts';

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
  return reportOn(desk.page, file ? desk.page.frameLocator('#frame') : desk.page);
}

async function reportOn(page: Page, checks: Page | FrameLocator = page): Promise<Report> {
  const run = checks.getByRole('button', { name: 'Run all checks', disabled: false });
  await run.press('Enter');
  await checks.getByText('All checks are done.').waitFor({ timeout: 100_000 });
  const saved = page.waitForEvent('download');
  await checks.getByRole('link', { name: 'Save the report as JSON' }).click();
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

describe('the host conformance page, launched by SMART', () => {
  let smart: SmartSet;
  let browser: SmartBrowser;

  beforeAll(async () => {
    smart = await startSmart();
  });
  afterAll(() => smart.stop());
  beforeEach(async () => {
    browser = await openRecord(smart.record);
  });
  afterEach(() => browser.context.close());

  async function launched(): Promise<Page> {
    const opened = browser.context.waitForEvent('page');
    await browser.page
      .getByRole('button', { name: 'Try this system by host conformance' })
      .press('Enter');
    return opened;
  }

  it('finds nothing wrong with the adapter, and says what one launch cannot be tried for', async () => {
    const page = await launched();
    const report = await reportOn(page);
    expect(failures(report)).toEqual([]);
    expect(report.adapter).toBe('smart');
    const passed = report.checks.filter(({ result }) => result === 'passed');
    expect(passed.map(({ id }) => id)).toEqual([
      'connects',
      'context-complete',
      'context-immutable',
      'ticket-once',
      'write-back',
      'write-back-refused',
      'widgets-start',
      'ers-session-ended',
      'log-out-blanks',
      'log-out-told',
    ]);
    const told = report.checks.find(({ id }) => id === 'change-told-first');
    expect(told?.seen).toMatch(/^A launch of this host is for one patient/);
    expect(await page.locator('#by-hand').isVisible()).toBe(false);
    expect(browser.faults).toEqual([]);
  });

  it('names what is wrong with one that says filed whatever the record answers', async () => {
    const page = await launched();
    await page.getByLabel('Adapter').selectOption('smart, says filed whatever is answered');
    expect(failures(await reportOn(page))).toEqual([
      'write-back-refused: It said accepted all the same.',
    ]);
  });
});
