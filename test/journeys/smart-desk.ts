import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page, type Response } from 'playwright-core';
import { chromiumLaunchOptions } from '../../tools/chromium.mjs';
import { startDemoSet, type DemoSet } from '../../tools/demo-set.mjs';
import type { Exchange } from './desk.ts';

/** A record system that launches by SMART, the app it launches, and a record system next door. */
export interface SmartSet {
  set: DemoSet;
  /** Address of the record system. */
  record: string;
  /** Shows whatever address it is given inside a page of another site. */
  nextDoor: { address: string; frames(address: string): void };
  stop(): Promise<void>;
}

export async function startSmart(): Promise<SmartSet> {
  execFileSync('npx', ['vite', 'build', '--config', 'demo/smart/vite.config.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let framed = '';
  const server: Server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<h1>Next Door Records</h1><iframe width="900" height="500" src="${framed}">`);
  });
  // Another site than localhost, though the same computer.
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const set = await startDemoSet({ smart: { alsoFramedBy: [address] } });
  return {
    set,
    record: set.smart ?? '',
    nextDoor: {
      address,
      frames(next) {
        framed = next.replaceAll('&', '&amp;');
      },
    },
    async stop() {
      server.close();
      await set.stop();
    },
  };
}

export interface SmartBrowser {
  context: BrowserContext;
  /** The record system's own page. */
  page: Page;
  exchanges: Exchange[];
  /** Every exchange so far is told with what was sent; what was answered may be on its way. */
  noted(): Promise<unknown>;
  /** Console errors and page errors; a strict CSP or Trusted Types fault shows here. */
  faults: string[];
}

export interface Browsing {
  /** As on desktops whose policy blocks what pages inside other pages store. */
  blocksThirdParties?: boolean;
}

/** A browser with an empty profile, on the record system's page. */
export async function openRecord(
  record: string,
  { blocksThirdParties = false }: Browsing = {},
): Promise<SmartBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'ers-smart-'));
  mkdirSync(join(profile, 'Default'));
  const profileSettings = blocksThirdParties
    ? { cookie_controls_mode: 1, block_third_party_cookies: true }
    : {};
  const preferences = JSON.stringify({ profile: profileSettings });
  writeFileSync(join(profile, 'Default/Preferences'), preferences);
  const context = await chromium.launchPersistentContext(profile, {
    ...chromiumLaunchOptions(),
    viewport: { width: 1280, height: 900 },
  });
  context.setDefaultTimeout(20_000);
  const exchanges: Exchange[] = [];
  const faults: string[] = [];
  const notes: Promise<void>[] = [];
  context.on('response', (response) => void notes.push(note(response, exchanges)));
  context.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      faults.push(message.text());
    }
  });
  context.on('weberror', (error) => faults.push(String(error.error())));
  const page = await context.newPage();
  await page.goto(record);
  await page.getByLabel('Open a record').selectOption('record-1');
  return { context, page, exchanges, noted: () => Promise.all(notes), faults };
}

/** The body comes when it comes: that of a page which was left at once may never be told. */
async function note(response: Response, exchanges: Exchange[]): Promise<void> {
  const request = response.request();
  const exchange = { method: request.method(), url: request.url(), text: '' };
  exchanges.push(exchange);
  void response.text().then(
    (body) => void (exchange.text += body),
    () => undefined,
  );
  const headers = await request.allHeaders().catch(() => ({}));
  exchange.text += JSON.stringify([headers, request.postData()]);
}

/** A launch address as the record system makes it, not opened yet. */
export async function launchAddress({ page }: SmartBrowser, patientId = 'record-1'): Promise<URL> {
  const address = await page.evaluate(async (patient) => {
    const answer = await fetch('/launches', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ patientId: patient }),
    });
    return ((await answer.json()) as { address: string }).address;
  }, patientId);
  return new URL(address);
}

/** Opens a launch in a window of its own. */
export async function openLaunch({ context }: SmartBrowser, address: URL): Promise<Page> {
  const app = await context.newPage();
  await app.goto(address.href);
  return app;
}

/** Opens a launch, and does something on the page that the sign-in returns to before it runs. */
export async function openReturn(
  browser: SmartBrowser,
  act: (returned: Page) => Promise<void>,
): Promise<Page> {
  const { context } = browser;
  await context.route(
    /\/page\.js$/,
    async (route) => {
      await act(route.request().frame().page());
      await route.continue();
    },
    { times: 1 },
  );
  return openLaunch(browser, await launchAddress(browser));
}

/** The picture of a screen, in a folder that git ignores. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `pictures/journeys/smart-${name}.png`, fullPage: true });
}
