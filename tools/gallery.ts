/**
 * Takes a picture of every fixture set, 1280 and 320 pixels wide, into ./pictures/; of a long set
 * several.
 * `npm run gallery -- --only slot-picker` takes one set; `--each` one picture of each fixture.
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { createServer } from 'vite';
import { chromiumLaunchOptions } from './chromium.mjs';

const WIDTHS = [1280, 320];
/** Milliseconds; a long set on a busy machine takes its time. */
const PATIENCE = 180_000;
const folder = fileURLToPath(new URL('../pictures/', import.meta.url));
const { values } = parseArgs({
  options: { only: { type: 'string' }, each: { type: 'boolean', default: false } },
});

async function takePictures(page: Page, address: string): Promise<void> {
  await page.goto(`${address}?plain#none`);
  await page.waitForSelector('html[data-sets]');
  const sets = (await page.getAttribute('html', 'data-sets'))?.split(' ') ?? [];
  for (const set of sets.filter((name) => !values.only || name === values.only)) {
    await page.goto(`${address}?plain#${set}`);
    await page.waitForSelector(`html[data-shown="${set}"]`);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await (values.each ? takeEach(page, set, width) : takeWhole(page, set, width));
    }
    console.log(`pictures/${set}… ${WIDTHS.join(' and ')} pixels wide`);
  }
}

/** Chromium draws no more than so many pixels of a tall page: a longer one has several pictures. */
const TALLEST = 16_000;

async function takeWhole(page: Page, set: string, width: number): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let y = 0; y < height; y += TALLEST) {
    const part = height > TALLEST ? `-${y / TALLEST + 1}` : '';
    await page.screenshot({
      path: `${folder}${set}-${width}${part}.png`,
      fullPage: true,
      clip: { x: 0, y, width, height: Math.min(TALLEST, height - y) },
      timeout: PATIENCE,
    });
  }
}

async function takeEach(page: Page, set: string, width: number): Promise<void> {
  for (const fixture of await page.locator('main > section').all()) {
    const name = (await fixture.getAttribute('id'))?.replace(/[^\w]+/g, '-') ?? set;
    await fixture.screenshot({ path: `${folder}${name}-${width}.png`, timeout: PATIENCE });
  }
}

mkdirSync(folder, { recursive: true });
const server = await createServer({
  root: fileURLToPath(new URL('../demo/gallery', import.meta.url)),
  configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
  server: { port: 0 },
  logLevel: 'warn',
});
await server.listen();
const browser = await chromium.launch(chromiumLaunchOptions());
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.on('pageerror', (error) => console.error(`Page error: ${error.message}`));
  await takePictures(page, server.resolvedUrls?.local[0] ?? '');
} finally {
  await browser.close();
  await server.close();
}
