import axe from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { chromiumLaunchOptions } from '../../tools/chromium.mjs';
import type { RunningServer } from '../../tools/servers.mjs';
import { startServer } from '../../tools/servers.mjs';
import { keyboardActor } from './actors.ts';

let server: RunningServer;
let browser: Browser;
let page: Page;
let faults: string[];

beforeAll(async () => {
  const args = ['simulator/main.ts', '--port', '0', '--size', 'practice'];
  server = await startServer({ name: 'simulator', args });
  browser = await chromium.launch(chromiumLaunchOptions());
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(20_000);
  faults = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    const isNews = message.type() === 'error' && !message.text().startsWith('Failed to load');
    if (isNews) faults.push(message.text());
  });
  await page.goto(`${address()}/__simulator/`);
  await page
    .getByText(/of them shown/)
    .first()
    .waitFor();
});

afterEach(async () => {
  await page.close();
});

function address(): string {
  return `http://localhost:${server.port}`;
}

const section = (name: string) => page.getByRole('region', { name, exact: true });
const said = () => page.getByRole('status');

async function openFirst(list: string, state: string): Promise<void> {
  await section(list).getByLabel('State').selectOption(state);
  const words = state.replaceAll('_', ' ').toLowerCase();
  const name = words.charAt(0).toUpperCase() + words.slice(1);
  const first = section(list).getByRole('row').nth(1);
  await first.getByRole('cell', { name, exact: true }).waitFor();
  await first.getByRole('button').click();
}

it('the control page has no fault that axe can find, and fits a narrow window', async () => {
  await openFirst('Referrals', 'BOOKED');
  await openFirst('Advice and guidance', 'REFERRER_TO_REVIEW_RESPONSE');
  await section('Advice and guidance').getByText('Conversation', { exact: true }).waitFor();
  await page.evaluate(axe.source);
  const found = await page.evaluate(() =>
    (globalThis as unknown as Window & { axe: typeof axe }).axe.run(),
  );
  expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await page.setViewportSize({ width: 400, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(400);
  expect(faults).toEqual([]);
});

it('a trainer arms a fault and clears it, by keyboard alone, and the page says so', async () => {
  const actor = keyboardActor(page);
  const area = section('Faults');
  await actor.choose(area.getByLabel('Interaction'), 'A016');
  await actor.choose(area.getByLabel('What goes wrong'), 'late-commit');
  await actor.press(area.getByRole('button', { name: 'Arm the fault' }));
  await said().getByText('Armed for A016.').waitFor();
  await area.getByText('A016: late-commit (during, HTTP 504) at the next request').waitFor();
  await actor.press(area.getByRole('button', { name: 'Clear all faults' }));
  await area.getByText('None is armed.').waitFor();
  expect(faults).toEqual([]);
});

it('a trainer lets a patient not attend, and what the state does not allow is a sentence', async () => {
  const area = section('Referrals');
  await openFirst('Referrals', 'BOOKED');
  await area.getByLabel('What happens').selectOption('did-not-attend');
  await area.getByRole('button', { name: 'Change it elsewhere' }).click();
  await said().getByText('It is done.').waitFor();
  await area.getByRole('cell', { name: 'did-not-attend elsewhere' }).waitFor();
  await area.getByRole('button', { name: 'Change it elsewhere' }).click();
  await said().getByText('DID_NOT_ATTEND').waitFor();
});

it('a trainer sees what is on a worklist, and all of them again', async () => {
  const total = section('Referrals').getByText(/^\d+ referrals/);
  await section('Worklists')
    .getByRole('button', { name: /^Show Rejected/ })
    .click();
  await total.getByText('16 referrals', { exact: true }).waitFor();
  await section('Referrals').getByText('On the list Rejected triage response of Y99001').waitFor();
  await section('Referrals').getByRole('button', { name: 'Show all' }).click();
  await total.getByText(/^\d{3} referrals, 50 of them shown/).waitFor();
  expect(faults).toEqual([]);
});

it('a trainer turns off what is deduced of e-RS, and sees what somebody else turned off', async () => {
  const box = (name: string) => section('Switches').getByRole('checkbox', { name });
  await box('rebookAfterCancellation').click();
  await said().getByText('rebookAfterCancellation is off.').waitFor();
  const switches = `${address()}/__simulator/switches`;
  const now = (await (await fetch(switches)).json()) as Record<string, boolean>;
  expect(now).toMatchObject({ rebookAfterCancellation: false, ageTreated: true });
  const body = JSON.stringify({ rebookAfterCancellation: true, ageTreated: false });
  await fetch(switches, { method: 'PUT', body });
  await box('ageTreated')
    .and(page.getByRole('checkbox', { checked: false }))
    .waitFor();
  expect(await box('rebookAfterCancellation').isChecked()).toBe(true);
});

it('what a trainer is typing stays while requests come in and the time moves on', async () => {
  await openFirst('Advice and guidance', 'PROVIDER_RESPONSE_REQUIRED');
  const message = section('Advice and guidance').getByLabel('Message');
  await message.fill('The results');
  await fetch(`${address()}/ers-api/v1/ProfessionalSession`, {
    method: 'POST',
    headers: { XAPI_ASID: '200000000220' },
    body: JSON.stringify({ token: 'DEMO-SMARTCARD-TOKEN-1' }),
  });
  await section('Requests').getByRole('cell', { name: 'A001' }).waitFor();
  await message.press('End');
  await page.keyboard.type(' are attached.');
  expect(await message.inputValue()).toBe('The results are attached.');
  const area = section('Advice and guidance');
  await area.getByRole('button', { name: 'Referrer goes on with the conversation' }).click();
  await area.getByText('The results are attached.').waitFor();
});
