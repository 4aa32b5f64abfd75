import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { startDemoSet, type DemoSet } from '../../tools/demo-set.mjs';
import { mouseActor } from './actors.ts';
import { openDesk, simulator, type Desk } from './desk.ts';
import { chooseRole, findServices, openReferrals, type At } from './refer-steps.ts';

// Each with patients of its own: what the proxy knows of a lost write stays for the other journeys.

let desk: Desk;
let at: At;

/** Where e-RS acted, and the answer is lost: after its commit, or before anything was made. */
type Phase = 'before' | 'after';

async function startAt(family: string, shown = 'Search for services'): Promise<void> {
  const { page } = desk;
  const list = page.getByLabel('Open a record');
  const name = await list.locator('option', { hasText: family }).first().innerText();
  await list.selectOption({ label: name });
  await openReferrals(at);
  const roles = page.getByRole('button', { name: 'Continue', exact: true });
  await roles.or(page.getByText(shown).first()).first().waitFor();
  if (await roles.isVisible()) await chooseRole(at);
  await page.getByText(shown).first().waitFor();
}

async function createWithoutAnswer(phase: Phase, base: string): Promise<void> {
  const { page } = desk;
  await findServices(at);
  const adds = page.getByRole('radio', { name: 'I will add a letter', exact: true });
  await adds.waitFor();
  if (await adds.isEnabled()) await adds.click();
  await page.getByLabel('Remind the patient to book').fill('14');
  await simulator.fault({ operation: 'A011', kind: 'drop', phase }, base);
  await page.getByRole('button', { name: /^Create (training )?referral/ }).click();
  await page.getByRole('heading', { name: 'We do not know if the referral was made' }).waitFor();
}

async function ubrns(base: string): Promise<string[]> {
  return (await simulator.state(base)).referrals.map(({ ubrn }) => ubrn);
}

/** The one that was not there before. */
async function onlyNewOne(before: readonly string[], base: string): Promise<string> {
  const made = (await ubrns(base)).filter((ubrn) => !before.includes(ubrn));
  expect(made).toHaveLength(1);
  return made[0] ?? '';
}

function grouped(ubrn: string): string {
  return ubrn.replace(/(\d{4})(?=\d)/g, '$1 ');
}

async function foundOnScreen(ubrn: string): Promise<void> {
  const title = desk.page.getByRole('heading', { name: /^\s*Referral found\. UBRN/ });
  await title.waitFor();
  expect(await title.innerText()).toContain(grouped(ubrn));
}

afterEach(() => desk.close());

describe('over HSCN, a create whose answer was lost', () => {
  const base = inject('simulator');

  beforeEach(async () => {
    await simulator.clearFaults(base);
    desk = await openDesk();
    at = { page: desk.page, actor: mouseActor() };
  });

  afterEach(() => simulator.clearFaults(base));

  it('opens by the UBRN that a person has found in e-RS, and exactly one was made', async () => {
    const { page } = desk;
    await startAt('KHATTAK');
    const before = await ubrns(base);
    await createWithoutAnswer('after', base);
    const ubrn = await onlyNewOne(before, base);
    await page.getByLabel('If it is there, its UBRN').fill(ubrn);
    await page.getByRole('button', { name: /^I found it/ }).click();
    await foundOnScreen(ubrn);
    await page.reload();
    // Where the user was: at the referral that was found.
    await startAt('KHATTAK', grouped(ubrn));
    expect(await page.getByText('We do not know if the referral was made').count()).toBe(0);
    expect(await onlyNewOne(before, base)).toBe(ubrn);
    expect(desk.faults).toEqual([]);
  });

  it('that made nothing blocks another one until a person may say so, and says from when', async () => {
    const { page } = desk;
    await startAt('SANDHU');
    const before = await ubrns(base);
    await createWithoutAnswer('before', base);
    const none = page.getByRole('button', { name: 'I checked, there is none' });
    await none.waitFor();
    expect(await none.getAttribute('aria-disabled')).toBe('true');
    await page.getByText(/Not before \d\d:\d\d:\d\d (BST|GMT)/).waitFor();
    expect(await ubrns(base)).toEqual(before);
    await page.getByLabel('If it is there, its UBRN').fill('0000 0000 0001');
    await page.getByRole('button', { name: /^I found it/ }).click();
    await page.getByText('it is still not known if the referral was made').waitFor();
    expect(await page.getByRole('button', { name: /^Create (training )?referral/ }).count()).toBe(
      0,
    );
  });
});

describe('over the API platform, a create whose answer was lost', () => {
  let set: DemoSet;

  beforeAll(async () => {
    const auditFile = join(mkdtempSync(join(tmpdir(), 'ers-lost-')), 'audit.jsonl');
    set = await startDemoSet({ auditFile, dialect: 'api-platform' });
  });

  afterAll(() => set.stop());

  beforeEach(async () => {
    desk = await openDesk(set.page);
    at = { page: desk.page, actor: mouseActor() };
  });

  it('is found by itself in the worklist and opens, and exactly one was made', async () => {
    const { page } = desk;
    await startAt('KHATTAK');
    const before = await ubrns(set.simulator);
    await createWithoutAnswer('after', set.simulator);
    await page.getByText('We are looking for it in e-RS').waitFor();
    await foundOnScreen(await onlyNewOne(before, set.simulator));
    await page.getByRole('button', { name: 'Choose files' }).waitFor();
    const { requests } = await simulator.state(set.simulator);
    expect(requests).toMatchObject({ A011: 1 });
    expect(desk.faults).toEqual([]);
  });
});
