import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { mouseActor } from './actors.ts';
import { crash, openDesk, simulator, type Desk } from './desk.ts';
import { chooseRole, openReferrals } from './refer-steps.ts';

// The page of the demo keeps work sealed on the computer (`storage: "encrypted"`).

/** Ten in each run of the tests; `npm run test:long` asks for 200. */
const CRASHES = Number(process.env['CRASH_RUNS'] ?? 10);
const WORDS = 'CHEST PAIN ON EFFORT FOR SIX WEEKS NO RELIEF FROM GTN';

let desk: Desk;
beforeEach(async () => {
  await simulator.clearFaults();
  desk = await openDesk();
});
afterEach(() => desk.close());

async function openForm(page: Page): Promise<void> {
  const at = { page, actor: mouseActor() };
  await openReferrals(at);
  const roles = page.getByRole('button', { name: 'Continue', exact: true });
  const form = page.getByLabel('Postcode');
  await roles.or(form).first().waitFor();
  if (await roles.isVisible()) await chooseRole(at);
  await form.waitFor();
}

async function newPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(inject('page'));
  return page;
}

interface Typed {
  text: string;
  at: number;
}

/** Types until the time comes, and tells what stood there when. */
async function typeUntilCrash(page: Page, crashAfterMs: number): Promise<Typed[]> {
  const field = page.getByLabel('Postcode');
  await field.fill('');
  const typed: Typed[] = [];
  const end = Date.now() + crashAfterMs;
  for (let length = 1; Date.now() < end; length = (length % WORDS.length) + 1) {
    const text = WORDS.slice(0, length);
    await field.fill(text);
    typed.push({ text, at: Date.now() });
  }
  return typed;
}

describe('P4: the page crashes while somebody types', () => {
  it(
    `F19: no more than the last second is lost, ${CRASHES} times`,
    {
      timeout: 60_000 + CRASHES * 15_000,
    },
    async () => {
      const context = desk.page.context();
      let { page } = desk;
      await openForm(page);
      for (let times = 0; times < CRASHES; times += 1) {
        const typed = await typeUntilCrash(page, 200 + Math.random() * 1_500);
        const crashedAt = Date.now();
        await crash(page);
        page = await newPage(context);
        desk.page = page;
        await openForm(page);
        await expect.poll(() => page.getByLabel('Postcode').inputValue()).not.toBe('');
        const found = await page.getByLabel('Postcode').inputValue();
        const stood = typed.filter(
          ({ at }, index) =>
            (typed[index + 1]?.at ?? crashedAt) >= crashedAt - 1_000 || at >= crashedAt - 1_000,
        );
        expect(stood.map(({ text }) => text)).toContain(found);
      }
    },
  );
});
