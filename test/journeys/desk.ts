import { chromium, type Browser, type Page, type Request, type Response } from 'playwright-core';
import { expect, inject } from 'vitest';
import { chromiumLaunchOptions } from '../../tools/chromium.mjs';

/** One exchange of the browser with anybody, as text, for searching. */
export interface Exchange {
  method: string;
  url: string;
  /** Request and response headers and bodies in one. */
  text: string;
}

/** A clinical desk: one browser page on the demo GP system, and all that it says and hears. */
export interface Desk {
  page: Page;
  exchanges: Exchange[];
  /** Console errors and page errors; a strict CSP or Trusted Types fault shows here. */
  faults: string[];
  close(): Promise<void>;
}

export async function openDesk(address = inject('page')): Promise<Desk> {
  const browser: Browser = await chromium.launch(chromiumLaunchOptions());
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const exchanges: Exchange[] = [];
  const faults: string[] = [];
  page.on('response', (response) => void note(response, exchanges));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      faults.push(message.text());
    }
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.goto(address);
  const desk: Desk = { page, exchanges, faults, close: () => closeDesk(desk.page, browser) };
  return desk;
}

/** Keeps a picture of the last screen of each journey, in a folder that git ignores. */
async function closeDesk(page: Page, browser: Browser): Promise<void> {
  const name = expect
    .getState()
    .currentTestName?.replace(/[^a-z0-9]+/gi, '-')
    .slice(0, 120);
  await page.screenshot({ path: `pictures/journeys/${name}.png`, fullPage: true }).catch(() => {});
  await browser.close();
}

/** The renderer dies, as at a power cut; nothing of the page runs any more. */
export async function crash(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void devTools.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.close();
}

async function note(response: Response, exchanges: Exchange[]): Promise<void> {
  const request: Request = response.request();
  const exchange = { method: request.method(), url: request.url(), text: '' };
  exchanges.push(exchange);
  const [sent, received, body] = await Promise.all([
    request.allHeaders().catch(() => ({})),
    response.allHeaders().catch(() => ({})),
    response.text().catch(() => ''),
  ]);
  exchange.text = JSON.stringify([sent, request.postData(), received]) + body;
}

/** What the simulator holds and counts. */
export interface SimulatorState {
  referrals: {
    ubrn: string;
    version: string | number;
    state: string;
    history: { event: string }[];
    letters?: { binary: string }[];
  }[];
  requests: Record<string, number>;
}

export const simulator = {
  async state(base = inject('simulator')): Promise<SimulatorState> {
    return (await fetch(`${base}/__simulator/state`)).json();
  },
  async fault(fault: Record<string, unknown>, base = inject('simulator')): Promise<void> {
    const answer = await post(`${base}/__simulator/faults`, fault);
    if (!answer.ok) throw new Error(`The simulator refused the fault: ${await answer.text()}`);
  },
  async action(name: string, body: unknown, base = inject('simulator')): Promise<void> {
    const answer = await post(`${base}/__simulator/actions/${name}`, body);
    if (!answer.ok) throw new Error(`The simulator refused ${name}: ${await answer.text()}`);
  },
  async clearFaults(base = inject('simulator')): Promise<void> {
    await fetch(`${base}/__simulator/faults`, { method: 'DELETE' });
  },
  async directory(base = inject('simulator')): Promise<{
    services: { id: string; name: string }[];
    patients: { nhsNumber: string; family: string }[];
  }> {
    return (await fetch(`${base}/__simulator/directory`)).json();
  },
  async switches(switches: Record<string, boolean>, base = inject('simulator')): Promise<void> {
    await fetch(`${base}/__simulator/switches`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(switches),
    });
  },
  async clock(base = inject('simulator')): Promise<{ now: string }> {
    return (await fetch(`${base}/__simulator/clock`)).json();
  },
  async reset(base = inject('simulator')): Promise<void> {
    await post(`${base}/__simulator/reset`, {});
  },
};

function post(url: string, body: unknown): Promise<globalThis.Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
