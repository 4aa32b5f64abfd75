import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { At } from './refer-steps.ts';
import type { Reviewer } from './review-steps.ts';
import { SLOW } from './window-page.ts';

/** What the simulator holds of a conversation. */
export interface HeldAdvice {
  category: string;
  version: number;
  authorisedToConvert: boolean;
  messages: {
    sentBy: string;
    text: string;
    outcome?: string;
    recommendation?: string;
  }[];
}

export async function adviceHeld(base: string, ubrn: string): Promise<HeldAdvice> {
  const answer = await fetch(`${base}/__simulator/advice/${ubrn}`);
  return ((await answer.json()) as { held: HeldAdvice }).held;
}

export async function loadAdvice({ view, actor }: Reviewer): Promise<void> {
  await actor.press(view.getByRole('button', { name: 'Advice and guidance', exact: true }));
  await actor.press(view.getByRole('button', { name: 'Load list' }).first());
  await view.getByText(/^\s*Refreshed/).waitFor();
}

/** From the list: by arrow keys to the row, and Enter. */
export async function openRequest({ page, view }: Reviewer, ubrn: string): Promise<void> {
  await view.locator(`[data-open="${ubrn}"]`).waitFor();
  const focused = view.locator('[data-open]:focus');
  await pressUntil(page, 'Tab', async () => (await focused.count()) === 1);
  await page.keyboard.press('Home');
  const isThere = async () => (await focused.getAttribute('data-open')) === ubrn;
  await pressUntil(page, 'ArrowDown', isThere);
  await page.keyboard.press('Enter');
  await view.getByRole('heading', { name: 'Conversation', exact: true }).waitFor();
}

async function pressUntil(page: Page, key: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 250; presses += 1) {
    if (await isSo()) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead there`);
}

export async function backToList({ view, actor }: Reviewer): Promise<void> {
  await actor.press(view.getByRole('button', { name: 'Back to list' }));
  await view.locator('[data-open]').first().waitFor();
}

export interface Answer {
  outcome: 'Give advice' | 'Ask for more information';
  recommendation?: string;
  text: string;
}

export async function writeAnswer(reviewer: Reviewer, answer: Answer): Promise<void> {
  const { view, actor } = reviewer;
  const { outcome, recommendation, text } = answer;
  await actor.pick(view.getByRole('radio', { name: outcome, exact: true }));
  if (recommendation) {
    await actor.pick(view.getByRole('radio', { name: recommendation, exact: true }));
  }
  const isAdvice = outcome === 'Give advice';
  const label = isAdvice ? 'Advice to the practice' : 'Question to the practice';
  await pasteInto(reviewer, label, text);
}

/** At once, over what is in the field: thousands of keys would only take time. */
export async function pasteInto(
  { page, view, actor }: At & { view: Pick<Page, 'getByLabel'> },
  label: string,
  text: string,
): Promise<void> {
  await actor.type(view.getByLabel(label, { exact: true }), '');
  await page.keyboard.insertText(text);
}

/** What a press of the button that sends comes to: the words that are then on screen. */
export const SENT = {
  answer: /^\s*Answer sent at \d\d:\d\d/,
  conversion: /^\s*Converted to a referral at \d\d:\d\d/,
  interrupted: /A new message arrived at .* was not sent\./,
};

/** A press is heeded once the request has stood for a moment, and then no second one is. */
export async function sendAnswer({ page, view, actor }: Reviewer, until: RegExp): Promise<void> {
  const send = view.locator('ers-advice-thread #advice-send');
  const end = view.getByText(until).first();
  await actor.press(send);
  await expect
    .poll(async () => {
      if (await end.isVisible()) return true;
      await page.keyboard.press('Enter');
      return end.isVisible();
    }, SLOW)
    .toBe(true);
}

/** Each message as the browser has it in its text, in the order on screen. */
export function messagesShown(view: Page): Promise<string[]> {
  return view
    .locator('ers-advice-thread .message')
    .evaluateAll((all) =>
      all.map((one) =>
        [...one.querySelectorAll('.said')].map(({ textContent }) => textContent).join(''),
      ),
    );
}

/** Whether text that was shown has run as a script. */
export function hasRun(view: Page): Promise<boolean> {
  return view.evaluate(() => 'scriptOfTheMessage' in window);
}

/** Of exactly so many characters, each line of it a trap. */
export function hardText(length: number, lineEnd = '\r\n'): string {
  const lines = [
    '<script>window.scriptOfTheMessage = 1</script><img src=x onerror="scriptOfTheMessage = 1">',
    '\u{1F469}\u{1F3FD}\u200D\u2695\uFE0F terbinafine \u2265 6 weeks & "review" \u{1F44D}',
    '',
    '    indented, then a tab\tand the end: ',
  ].join(lineEnd);
  return lines.padEnd(length - 4, 'nail ').concat(' end');
}

/** In the GP's page: a tab of the record, a UBRN, Enter. */
export async function openByUbrn(
  { page, actor }: At,
  { tab, ubrn }: { tab: string; ubrn: string },
): Promise<void> {
  await actor.press(page.getByRole('button', { name: tab, exact: true }));
  await actor.type(page.getByLabel('UBRN', { exact: true }).filter({ visible: true }), ubrn);
  await page.keyboard.press('Enter');
}
