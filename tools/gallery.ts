/**
 * Takes a picture of every fixture set, 1280 and 320 pixels wide, into ./pictures/.
 * `npm run gallery -- --only slot-picker` takes one set.
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { createServer } from 'vite';
import { chromiumLaunchOptions } from './chromium.mjs';

const WIDTHS = [1280, 320];
const folder = fileURLToPath(new URL('../pictures/', import.meta.url));
const { values } = parseArgs({ options: { only: { type: 'string' } } });

async function takePictures(page: Page, address: string): Promise<void> {
  await page.goto(`${address}?plain#none`);
  await page.waitForSelector('html[data-sets]');
  const sets = (await page.getAttribute('html', 'data-sets'))?.split(' ') ?? [];
  for (const set of sets.filter((name) => !values.only || name === values.only)) {
    await page.goto(`${address}?plain#${set}`);
    await page.waitForSelector(`html[data-shown="${set}"]`);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `${folder}${set}-${width}.png`, fullPage: true });
    }
    console.log(`pictures/${set}-{${WIDTHS.join(',')}}.png`);
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
  page.on('pageerror', (error) => console.error(`Page error: ${error.message}`));
  await takePictures(page, server.resolvedUrls?.local[0] ?? '');
} finally {
  await browser.close();
  await server.close();
}
