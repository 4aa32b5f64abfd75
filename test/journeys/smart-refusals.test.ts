import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  launchAddress,
  openLaunch,
  openRecord,
  openReturn,
  picture,
  startSmart,
  type SmartBrowser,
  type SmartSet,
} from './smart-desk.ts';

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

const ROLES = { name: 'In which role are you working?' };
const said = (page: Page, title: string) => page.getByRole('heading', { name: title }).waitFor();
const asked = (path: string): string[] =>
  browser.exchanges.map(({ url }) => url).filter((url) => url.startsWith(smart.record + path));

const answerOfToken = (): string =>
  browser.exchanges.find(({ url }) => url === `${smart.record}/token`)?.text ?? '';

/** Nothing is asked of e-RS, whatever stopped the launch. */
const askedOfProxy = (): string[] =>
  browser.exchanges.map(({ url }) => url).filter((url) => url.startsWith(smart.set.proxy));

describe('a launch that is refused or explained', () => {
  it('does not contact a record system that is not on the list', async () => {
    const address = await launchAddress(browser);
    const foreign = `${smart.nextDoor.address}/fhir`;
    address.searchParams.set('iss', foreign);
    const page = await openLaunch(browser, address);
    await said(page, 'This record system may not open e-Referral');
    await picture(page, 'wrong-iss');
    expect(browser.exchanges.filter(({ url }) => url.startsWith(foreign))).toEqual([]);
    expect(asked('/fhir')).toEqual([]);
  });

  it.each([
    ['longer', (iss: string) => `${iss}/../evil`],
    ['shorter', (iss: string) => iss.slice(0, -1)],
    ['behind another', (iss: string) => `http://evil.example/?${iss}`],
  ])('takes an iss that is %s than an allowed one for another', async (_how, change) => {
    const address = await launchAddress(browser);
    address.searchParams.set('iss', change(address.searchParams.get('iss') ?? ''));
    const page = await openLaunch(browser, address);
    await said(page, 'This record system may not open e-Referral');
  });

  it('gets no token with another verifier than that of its own launch', async () => {
    // Whoever injects a code of their own has no verifier that fits it.
    const page = await openReturn(browser, (returned) =>
      returned.evaluate(() => {
        for (const name of Object.keys(sessionStorage)) {
          const kept = JSON.parse(sessionStorage.getItem(name) ?? '');
          kept.record.codeVerifier = 'A'.repeat(43);
          sessionStorage.setItem(name, JSON.stringify(kept));
        }
      }),
    );
    await said(page, 'This opening of e-Referral is used up');
    await expect.poll(answerOfToken).toContain('invalid_grant');
    expect(askedOfProxy()).toEqual([]);
  });

  it('says of a code that is too old that the launch is used up', async () => {
    const page = await openReturn(browser, async () => {
      await fetch(`${smart.record}/__record/expire-codes`, { method: 'POST' });
    });
    await said(page, 'This opening of e-Referral is used up');
    await expect.poll(answerOfToken).toContain('invalid_grant');
    expect(askedOfProxy()).toEqual([]);
  });

  it('does not even send the code of a return that was there before', async () => {
    let address = '';
    const page = await openReturn(browser, async (returned) => {
      address = returned.url();
    });
    await page.getByRole('heading', ROLES).waitFor();
    expect(address).toMatch(/\?code=.+&state=.+/);
    await page.goto(address);
    await said(page, 'This opening of e-Referral is used up');
    expect(asked('/token')).toHaveLength(1);
    expect(new URL(page.url()).search).toBe('');
  });

  it('takes no return that this window has not asked for', async () => {
    const app = (await launchAddress(browser)).origin;
    const page = await openLaunch(browser, new URL('/?code=stolen&state=guessed', app));
    await said(page, 'This opening of e-Referral is used up');
    expect(asked('/token')).toEqual([]);
  });

  it('says after a reload that the record has to open it again', async () => {
    const page = await openLaunch(browser, await launchAddress(browser));
    await page.getByRole('heading', ROLES).waitFor();
    await page.reload();
    await said(page, 'This page was loaded again, or opened by itself');
    expect(asked('/token')).toHaveLength(1);
  });

  it('says which record cannot be referred, and asks nothing of e-RS for it', async () => {
    const none = await openLaunch(browser, await launchAddress(browser, 'record-no-number'));
    await said(none, 'Stopped: this record has no NHS number');
    const two = await openLaunch(browser, await launchAddress(browser, 'record-two-numbers'));
    await said(two, 'Stopped: this record has more than one NHS number');
    expect(askedOfProxy()).toEqual([]);
  });

  it('is launched from a record alone', async () => {
    const app = (await launchAddress(browser)).origin;
    const page = await openLaunch(browser, new URL('/launch', app));
    await said(page, 'e-Referral was not opened from a record');
  });

  it('goes to no sign-in without proof by S256, and says when there is no answer', async () => {
    const configuration = /\.well-known\/smart-configuration$/;
    await browser.context.route(configuration, async (route) => {
      const offered = await (await route.fetch()).json();
      const json = { ...offered, code_challenge_methods_supported: ['plain'] };
      await route.fulfill({ json, headers: { 'access-control-allow-origin': '*' } });
    });
    const unsafe = await openLaunch(browser, await launchAddress(browser));
    await said(unsafe, 'The record system cannot sign e-Referral in safely');
    await browser.context.unroute(configuration);
    await browser.context.route(/\/fhir\//, (route) => route.abort());
    const silent = await openLaunch(browser, await launchAddress(browser));
    await said(silent, 'The record system did not answer');
    expect(asked('/authorize')).toEqual([]);
  });

  it('works once: the handle of a launch opens nothing a second time', async () => {
    const address = await launchAddress(browser);
    const first = await openLaunch(browser, address);
    await first.getByRole('heading', ROLES).waitFor();
    const second = await openLaunch(browser, address);
    await said(second, 'The record system did not let e-Referral in');
  });
});

describe('where the browser denies storage', () => {
  it('says so inside another site’s page, and offers a window of its own, in which it works', async () => {
    await browser.context.close();
    browser = await openRecord(smart.record, { blocksThirdParties: true });
    smart.nextDoor.frames((await launchAddress(browser)).href);
    const page = await browser.context.newPage();
    await page.goto(smart.nextDoor.address);
    const frame = page.frameLocator('iframe');
    await frame
      .getByRole('heading', { name: 'This browser does not let e-Referral sign in here' })
      .waitFor();
    await picture(page, 'storage-denied');
    // The launch is not used up by it.
    expect(asked('/authorize')).toEqual([]);
    const opened = browser.context.waitForEvent('page');
    await frame.getByRole('link', { name: 'Open e-Referral in a new window' }).click();
    await (await opened).getByRole('heading', ROLES).waitFor();
  });
});
