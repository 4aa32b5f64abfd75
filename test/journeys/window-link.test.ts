import type { Frame, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { openDesk, type Desk } from './desk.ts';
import { eventsOf, frameIn, noteEvents, openRecord, SLOW, wordsIn } from './window-page.ts';

const JOSEPHINE = 'HARGREAVES-OYELARAN';

let desk: Desk;
let page: Page;

afterEach(() => desk.close());

async function openHospital(): Promise<void> {
  desk = await openDesk(`${inject('hospital')}/clinic`);
  ({ page } = desk);
  await noteEvents(page);
}

async function openFrame(): Promise<Frame> {
  await page.getByRole('button', { name: 'Refer by e-RS' }).click();
  const frame = await frameIn(page);
  await frame.getByLabel('Postcode').waitFor();
  return frame;
}

/** As the browser says it to a page that it takes out of its memory. */
function wake(frame: Frame): Promise<void> {
  return frame.evaluate(() => {
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
}

describe('without a handshake', () => {
  beforeEach(openHospital);

  it('a frame that is greeted by nobody says so after five seconds, and so does the host', async () => {
    await page.clock.install();
    // A frame whose script never runs is silent to its host.
    await page.route(/ers-frame\.js/, (route) => route.abort());
    await page.getByRole('button', { name: 'Refer by e-RS' }).click();
    await frameIn(page);
    await page.clock.runFor(4_900);
    expect(await eventsOf(page)).toEqual([]);
    await page.clock.runFor(200);
    await expect.poll(() => eventsOf(page), SLOW).toEqual(['ers-frame-problem handshake-timeout']);
    await page.getByText('e-Referral has not answered for 5 seconds').waitFor();
  });

  it('a frame in a page that does not answer says so within five seconds', async () => {
    // The listed origin, and a page of it that is no host.
    await page.evaluate((origin) => {
      const frame = document.createElement('iframe');
      frame.src = `${origin}/ers-frame.html`;
      frame.style.cssText = 'width:100%;height:600px';
      document.body.prepend(frame);
    }, inject('frame'));
    const frame = await frameIn(page);
    await page.clock.install();
    await frame.getByText('Connecting to e-RS').waitFor();
    await page.clock.runFor(5_000);
    await frame.getByText(/has not answered for 5 seconds/).waitFor();
    await frame.getByText('Nothing was sent').first().waitFor();
    await page.screenshot({ path: 'pictures/journeys/window-no-handshake.png' });
  });
});

describe('a link that may have missed something', () => {
  let frame: Frame;

  beforeEach(async () => {
    await openHospital();
    frame = await openFrame();
  });

  it('F33: hides the widgets at once, and gives typing and focus back when the same record is open', async () => {
    await frame.getByLabel('Postcode').fill('ZZ9 9ZZ');
    const hidden = await frame.evaluate(() => {
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      const main = document.getElementById('frame');
      return main?.inert && getComputedStyle(main).visibility;
    });
    expect(hidden).toBe('hidden');
    const isInert = (): Promise<boolean | undefined> =>
      frame.evaluate(() => document.getElementById('frame')?.inert);
    await expect.poll(isInert, SLOW).toBe(false);
    expect(await frame.getByLabel('Postcode').inputValue()).toBe('ZZ9 9ZZ');
    await page.keyboard.type('X');
    expect(await frame.getByLabel('Postcode').inputValue()).toContain('X');
  });

  it('F33: has the next patient alone after a notice that never arrived', async () => {
    await page.evaluate(() => {
      const { postMessage } = MessagePort.prototype;
      const isNotice = (message: { path?: string[] }): boolean =>
        message.path?.[0] === 'contextChanged';
      MessagePort.prototype.postMessage = function (message: object, ...rest) {
        if (!isNotice(message)) Reflect.apply(postMessage, this, [message, ...rest]);
      };
    });
    await openRecord(page, 'ASHWORTH');
    // The host shows nothing of the frame as long as it has not heard from it.
    await page.getByTitle('e-Referral').waitFor({ state: 'hidden' });
    expect(await wordsIn(frame)).toContain(JOSEPHINE);
    await wake(frame);
    await expect.poll(() => wordsIn(frame), SLOW).toContain('ASHWORTH');
    expect(await wordsIn(frame)).not.toContain(JOSEPHINE);
  });

  it('a frame that is loaded again is linked again, and opens what it kept by the key of the host', async () => {
    await frame.getByLabel('Postcode').fill('ZZ9 9ZZ');
    await expect.poll(() => keptRows(frame), SLOW).toBeGreaterThan(0);
    await frame.evaluate(() => location.reload());
    await expect
      .poll(async () => (await eventsOf(page)).filter((name) => name === 'ers-frame-linked'), SLOW)
      .toHaveLength(2);
    await frame.getByLabel('Postcode').waitFor();
    await frame.getByText(JOSEPHINE).first().waitFor();
    await expect.poll(() => frame.getByLabel('Postcode').inputValue(), SLOW).toBe('ZZ9 9ZZ');
    expect(await page.getByRole('status').filter({ visible: true }).count()).toBe(0);
  });

  it('P12: a smartcard that is out locks the frame', async () => {
    await page.getByRole('button', { name: 'Take the smartcard out' }).click();
    await frame.getByText('All patient details are hidden').waitFor();
    expect(await wordsIn(frame)).not.toContain(JOSEPHINE);
    expect(await eventsOf(page)).toContain('ers-session-locked');
    await page.getByRole('button', { name: 'Put the smartcard in' }).click();
    await frame.getByLabel('Postcode').waitFor();
  });
});

describe('the focus', () => {
  let frame: Frame;

  beforeEach(async () => {
    await openHospital();
    frame = await openFrame();
    // What a host has after the frame.
    await page.evaluate(() => {
      const after = document.createElement('button');
      after.textContent = 'After the frame';
      document.body.append(after);
    });
  });

  const focusedInPage = (): Promise<string | undefined> =>
    page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent?.trim());

  async function press(key: string, until: string): Promise<void> {
    for (let pressed = 0; pressed < 60; pressed += 1) {
      await page.keyboard.press(key);
      if ((await focusedInPage()) === until) return;
    }
    throw new Error(`${key} does not lead to ${until}`);
  }

  it('goes out of the frame at its end and at its start, and in again where it left', async () => {
    await frame.getByLabel('UBRN', { exact: true }).focus();
    await press('Tab', 'After the frame');
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME');
    expect(await focusInFrame(frame)).not.toBe('');
    await press('Shift+Tab', 'patients');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME');
  });

  it('is taken in by the frame when the host hands it over', async () => {
    expect(await focusInFrame(frame)).toBe('');
    await page.getByRole('button', { name: 'Clinic notes' }).click();
    await page.getByRole('button', { name: 'Refer by e-RS' }).click();
    await expect.poll(() => focusInFrame(frame), SLOW).not.toBe('');
  });
});

/** How much of it the frame keeps on this computer, sealed. */
function keptRows(frame: Frame): Promise<number> {
  return frame.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('No store'));
      });
    let rows = 0;
    for (const { name = '' } of await indexedDB.databases()) {
      const store = await done(indexedDB.open(name));
      const names = [...store.objectStoreNames].filter((each) => /draft/.test(each));
      for (const each of names)
        rows += await done(store.transaction(each).objectStore(each).count());
      store.close();
    }
    return rows;
  });
}

/** The name of what has the focus in the frame, through every shadow root. */
function focusInFrame(frame: Frame): Promise<string> {
  return frame.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    if (!active || active === document.body) return '';
    const labels = active instanceof HTMLInputElement ? [...(active.labels ?? [])] : [];
    return (labels[0] ?? active).textContent?.trim() ?? '';
  });
}
