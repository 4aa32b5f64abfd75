import type { Frame, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import type { Actor } from './actors.ts';
import type { At } from './refer-steps.ts';

/** How long a loaded machine may take for what comes of itself. */
export const SLOW = { timeout: 10_000 };

/** The widgets' own page in a host's page, once it is there. */
export async function frameIn(page: Page, origin = inject('frame')): Promise<Frame> {
  const isOurs = (frame: Frame): boolean => frame.url().startsWith(origin);
  await expect.poll(() => page.frames().filter(isOurs).length, { timeout: 20_000 }).toBe(1);
  const frame = page.frames().find(isOurs);
  if (!frame) throw new Error('The frame is gone');
  return frame;
}

/** The steps of a referral, in the frame: a frame finds what is in it as a page does. */
export function inFrame(frame: Frame, actor: Actor): At {
  return { page: frame as unknown as Page, actor };
}

/** Opens another record in the hospital's or the GP's page. */
export async function openRecord(page: Page, family: string): Promise<void> {
  const list = page.getByLabel('Open a record');
  const name = await list.locator('option', { hasText: family }).first().innerText();
  await list.selectOption({ label: name });
}

/** Everything that a screen reader or a search would find in the widgets of a frame. */
export function wordsIn(frame: Frame): Promise<string> {
  return frame.locator('ers-session').evaluate((session) => {
    const words = (root: ParentNode): string =>
      [...root.querySelectorAll('*')]
        .filter((element) => !['STYLE', 'SCRIPT'].includes(element.tagName))
        .map((element) => {
          const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
          const value = 'value' in element ? String(element.value) : '';
          const inside = element.shadowRoot ? words(element.shadowRoot) : '';
          return `${own.map((node) => node.textContent).join(' ')} ${value} ${inside}`;
        })
        .join(' ');
    return `${words(session)} ${session.shadowRoot ? words(session.shadowRoot) : ''}`;
  });
}

/** Notes in the page each event of the frame, for `eventsOf`. */
export async function noteEvents(page: Page): Promise<void> {
  await page.evaluate(() => {
    const noted: string[] = [];
    Object.assign(window, { noted });
    for (const name of ['ers-frame-problem', 'ers-frame-linked', 'ers-session-locked']) {
      document.addEventListener(name, ({ detail }: CustomEventInit<{ code?: string }>) =>
        noted.push([name, detail?.code].filter(Boolean).join(' ')),
      );
    }
  });
}

export function eventsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { noted: string[] }).noted);
}
