import { execFileSync } from 'node:child_process';
import { chromium } from 'playwright-core';
import { chromiumLaunchOptions } from '../../tools/chromium.mjs';
import { startDemoSet } from '../../tools/demo-set.mjs';
import { measuredNow } from './figures.mjs';

// The largest list that passes, in the page of the hospital, scrolled by wheel and by keys.

const LONG_TASK_MS = 50;
const MOST_ROWS = 60;
const WHEELS = 150;
const PAGES = 100;

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page */
async function watch(page) {
  await page.evaluate(() => {
    const seen = { tasks: /** @type {number[]} */ ([]), rows: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      seen.tasks.push(...list.getEntries().map(({ duration }) => Math.round(duration)));
    }).observe({ type: 'longtask' });
    const root = document.querySelector('ers-worklist')?.shadowRoot;
    const count = () => {
      const rows = root?.querySelectorAll('[data-row]').length ?? 0;
      seen.rows = Math.max(seen.rows, rows);
      requestAnimationFrame(count);
    };
    count();
  });
}

/** @param {Page} page */
function seenIn(page) {
  return page.evaluate(
    () =>
      /** @type {{ seen: { tasks: number[], rows: number } }} */ (/** @type {unknown} */ (window))
        .seen,
  );
}

/** @param {Page} page */
async function scroll(page) {
  const row = page.locator('[data-open]').first();
  await row.hover();
  for (let turn = 0; turn < WHEELS; turn += 1) await page.mouse.wheel(0, turn % 3 ? 900 : -300);
  await page.locator('[data-open]').first().focus();
  for (let turn = 0; turn < PAGES; turn += 1) await page.keyboard.press('PageDown');
  for (const key of ['End', 'Home', 'End', 'ArrowUp', 'ArrowUp']) await page.keyboard.press(key);
}

/** @param {string} address */
async function measureIn(address) {
  const browser = await chromium.launch(chromiumLaunchOptions());
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${address}/in-page`);
    await page.getByRole('button', { name: 'Load list' }).click();
    await page.locator('[data-open]').first().waitFor({ timeout: 60_000 });
    // Names of the first rows and what the load left behind are not of the scrolling.
    await page.waitForFunction(() => document.readyState === 'complete');
    const rows = await page.getByRole('grid').getAttribute('aria-rowcount');
    await watch(page);
    await scroll(page);
    const { tasks, rows: mostRows } = await seenIn(page);
    return {
      rows: Number(rows) - 1,
      longTasks: tasks.length,
      longestMs: Math.max(0, ...tasks),
      mostRows,
    };
  } finally {
    await browser.close();
  }
}

/** Tasks of the page of over 50 ms while the list is scrolled; how many rows it holds at most. */
export async function measureScroll() {
  execFileSync(process.execPath, ['tools/build.mjs', 'frame', 'demo', 'demo-hospital'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const set = await startDemoSet({ dialect: 'api-platform', size: 'trust', frame: {} });
  try {
    const figures = await measureIn(set.hospital ?? '');
    const failures = [
      figures.longestMs > LONG_TASK_MS && `a task of ${figures.longestMs} ms`,
      figures.mostRows > MOST_ROWS && `${figures.mostRows} rows in the page`,
      figures.rows < 1_000 && `a list of ${figures.rows} rows alone`,
    ].filter((words) => typeof words === 'string');
    return { figures: { ...measuredNow(), ...figures, budgetMs: LONG_TASK_MS }, failures };
  } finally {
    await set.stop();
  }
}
