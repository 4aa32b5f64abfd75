import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** 400 kbit/s and 2 s to the server and back, as the browser tools of Chromium make them. */
const SLOW = {
  offline: false,
  latency: 2_000,
  downloadThroughput: 50_000,
  uploadThroughput: 50_000,
};

export async function slowDown(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Network.enable');
  await devTools.send('Network.emulateNetworkConditions', SLOW);
}

/** What the page itself has seen of one press. */
interface Seen {
  pressedAt?: number;
  answeredAt?: number;
}

interface WatchedWindow extends Window {
  seen?: Seen;
}

/**
 * Presses, and waits until the words are on screen. They have to be there before any response to
 * what was sent since has come; how long that took is logged and not judged, as machines differ.
 */
export async function answersAtOnce(
  page: Page,
  words: string,
  press: () => Promise<void>,
): Promise<void> {
  await page.evaluate(watchFor, words);
  await press();
  await page.waitForFunction(() => (window as WatchedWindow).seen?.answeredAt !== undefined);
  const { ms, cameBefore } = await page.evaluate(readSeen);
  console.log(`${ms.toFixed(0).padStart(4)} ms to "${words}"`);
  expect(cameBefore, `came before "${words}"`).toEqual([]);
}

/** In the page. From the event of the press to the change of the DOM that shows the words. */
function watchFor(words: string): void {
  const seen: Seen = {};
  (window as WatchedWindow).seen = seen;
  const pressed = (event: Event): void => {
    if (event instanceof KeyboardEvent && event.key !== 'Enter') return;
    seen.pressedAt ??= event.timeStamp;
  };
  for (const name of ['pointerdown', 'keydown']) addEventListener(name, pressed, { capture: true });
  const rootsIn = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
    root,
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
      shadowRoot ? rootsIn(shadowRoot) : [],
    ),
  ];
  const watched = new Set<Document | ShadowRoot>();
  const observer = new MutationObserver(look);
  function look(): void {
    const roots = rootsIn(document);
    for (const root of roots) {
      if (watched.has(root)) continue;
      watched.add(root);
      observer.observe(root, { subtree: true, childList: true, characterData: true });
    }
    if (seen.pressedAt === undefined) return;
    const text = roots.map((root) => (root instanceof Document ? root.body : root).textContent);
    if (!text.join(' ').replace(/\s+/g, ' ').includes(words)) return;
    seen.answeredAt = performance.now();
    observer.disconnect();
  }
  look();
}

/** In the page. */
function readSeen(): { ms: number; cameBefore: string[] } {
  const { pressedAt = 0, answeredAt = 0 } = (window as WatchedWindow).seen ?? {};
  const cameBefore = performance
    .getEntriesByType('resource')
    .filter((entry): entry is PerformanceResourceTiming => 'responseEnd' in entry)
    .filter(({ startTime, responseEnd }) => startTime >= pressedAt && responseEnd <= answeredAt)
    .map(({ name }) => name);
  return { ms: answeredAt - pressedAt, cameBefore };
}

/** A second and more of waiting is told in words, and nothing goes round without any. */
export async function tellsOfWaiting(page: Page, words: RegExp): Promise<void> {
  await page.getByText(words).filter({ visible: true }).first().waitFor();
  const wordless = await page
    .locator('[aria-busy=true], progress')
    .evaluateAll((busy) =>
      busy.filter((part) => !`${part.ariaLabel ?? ''}${part.textContent}`.trim()).map(String),
    );
  expect(wordless).toEqual([]);
}
