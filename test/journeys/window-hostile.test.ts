import {
  chromium,
  type Browser,
  type BrowserContext,
  type Frame,
  type Page,
} from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { chromiumLaunchOptions } from '../../tools/chromium.mjs';
import { startServer, type RunningServer } from '../../tools/servers.mjs';
import { frameIn } from './window-page.ts';

let hostile: RunningServer;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  const args = ['demo/hostile/server.ts', '--port', '0'];
  hostile = await startServer({ name: 'hostile page', args });
  browser = await chromium.launch(chromiumLaunchOptions());
});

beforeEach(async () => {
  context = await browser.newContext();
});

afterEach(() => context.close());

afterAll(async () => {
  await browser.close();
  await hostile.stop();
});

/** A look-alike of a listed origin: the same name and another port. */
const evil = (path: string): string =>
  `http://localhost:${hostile.port}/${path}#${inject('frame')}/ers-frame.html`;

interface Attacker {
  heard: unknown[];
  counted: { attacks: number };
}

function attacker(place: Page | Frame): Promise<Attacker> {
  return place.evaluate(() => {
    const { heard, counted } = window as unknown as Attacker;
    return { heard, counted };
  });
}

/** How often it has tried; its script may not have begun. */
function attacksOf(place: Page | Frame): Promise<number> {
  return place.evaluate(() => (window as unknown as Partial<Attacker>).counted?.attacks ?? 0);
}

/** It has tried often enough for something to come back. */
async function afterAttacks(place: Page | Frame): Promise<Attacker> {
  const enough = (await attacksOf(place)) + 20;
  await expect.poll(() => attacksOf(place), { timeout: 15_000 }).toBeGreaterThan(enough);
  return attacker(place);
}

describe('P18: a hostile page', () => {
  it.each(['embed.html', 'opaque/embed.html'])(
    'that frames the widgets itself is shown nothing of them: %s',
    async (path) => {
      const page = await context.newPage();
      await page.goto(evil(path));
      const { heard } = await afterAttacks(page);
      expect(heard).toEqual([]);
      const [, framed] = page.frames();
      expect(framed?.url()).toMatch(/^chrome-error:/);
    },
  );

  it.each([
    ['of a look-alike origin', 'opener.html', 'has not answered for 5 seconds'],
    ['of no origin', 'opaque/opener.html', 'has not answered for 5 seconds'],
  ])(
    '%s that opens the widgets in a window of their own is not heard and hears nothing',
    async (_who, path, words) => {
      await context.clock.install();
      const page = await context.newPage();
      await page.goto(evil(path));
      const opening = context.waitForEvent('page');
      await page.getByRole('button', { name: 'Open e-Referral' }).click();
      const popOut = await opening;
      await popOut.getByText('Connecting to e-RS').waitFor();
      for (let tenth = 0; tenth < 60; tenth += 1) {
        await context.clock.runFor(100);
      }
      await popOut.getByText(words).waitFor();
      const { heard, counted } = await attacker(page);
      expect(counted.attacks).toBeGreaterThan(40);
      expect(heard).toEqual([]);
    },
  );

  it('that stands beside the frame in the hospital’s page learns nothing and changes nothing', async () => {
    // Only so that it gets into the page at all: the hospital’s own policy would keep it out.
    const open = await browser.newContext({ bypassCSP: true });
    const page = await open.newPage();
    await page.goto(`${inject('hospital')}/clinic`);
    await page.evaluate((src) => {
      const sibling = document.createElement('iframe');
      sibling.src = src;
      document.body.append(sibling);
    }, evil('sibling.html'));
    const isSibling = (frame: Frame): boolean => frame.url().includes('sibling');
    await expect.poll(() => page.frames().filter(isSibling).length).toBe(1);
    const sibling = page.frames().find(isSibling)!;
    await afterAttacks(sibling);

    await page.getByRole('button', { name: 'Refer by e-RS' }).click();
    const frame = await frameIn(page);
    await frame.getByLabel('Postcode').waitFor();
    const { heard } = await afterAttacks(sibling);
    expect(heard).toEqual([]);
    expect(await frame.evaluate(() => 'polluted' in {})).toBe(false);
    expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
    await frame.getByText('HARGREAVES-OYELARAN').first().waitFor();
    await open.close();
  });
});
