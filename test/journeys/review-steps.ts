import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { DemoSet } from '../../tools/demo-set.mjs';
import { keyboardActor, type Actor } from './actors.ts';
import { openDesk, type Desk } from './desk.ts';
import { frameIn, SLOW } from './window-page.ts';

/** Somebody of the hospital at its referral desk, with the keyboard alone. */
export interface Reviewer {
  desk: Desk;
  page: Page;
  /** What the widgets are in: the page, or a frame, which finds what is in it as a page does. */
  view: Page;
  actor: Actor;
}

/** With the widgets in the hospital's own page, or in a frame of another origin. */
export async function openReviewer(
  { hospital = '', reviewFrame = '' }: Pick<DemoSet, 'hospital' | 'reviewFrame'>,
  where: 'frame' | 'page',
): Promise<Reviewer> {
  const desk = await openDesk(where === 'page' ? `${hospital}/in-page` : hospital);
  const { page } = desk;
  const view = where === 'page' ? page : ((await frameIn(page, reviewFrame)) as unknown as Page);
  return { desk, page, view, actor: keyboardActor(page) };
}

export async function loadList({ view, actor }: Reviewer, list?: string): Promise<void> {
  if (list) await actor.press(view.getByRole('button', { name: list, exact: true }));
  await actor.press(view.getByRole('button', { name: 'Load list' }).first());
  await view.getByText(/^\s*Refreshed/).waitFor();
}

/** By the key that opens what has the focus. */
export async function openFirst({ view, actor }: Reviewer): Promise<string> {
  await actor.press(view.locator('[data-open]').first());
  return openedUbrn(view);
}

/** The row of one referral, found among those that are loaded. */
export async function openRow(reviewer: Reviewer, ubrn: string): Promise<void> {
  const { view, actor } = reviewer;
  await actor.type(view.getByLabel(/^Find in these/), ubrn);
  await expect.poll(() => view.locator('[data-open]').count(), SLOW).toBe(1);
  expect(await openFirst(reviewer)).toBe(ubrn);
}

/** The record that is open, once it can be decided on; in digits. */
async function openedUbrn(view: Page): Promise<string> {
  await view.getByText(/Checked with e-RS at/).waitFor();
  const shown = await view.locator('ers-referral-record .facts').innerText();
  const [ubrn] = /\d{4} \d{4} \d{4}/.exec(shown) ?? [];
  if (!ubrn) throw new Error(`No UBRN is on the record: ${shown}`);
  return ubrn.replaceAll(' ', '');
}

/** A letter that chooses a decision; it is heeded once the record has stood for a moment. */
async function chooseByLetter({ page, view }: Reviewer, key: string, name: string): Promise<void> {
  const radio = view.getByRole('radio', { name, exact: true });
  await expect
    .poll(async () => {
      if (await radio.isChecked()) return true;
      await page.keyboard.press(key);
      return radio.isChecked();
    }, SLOW)
    .toBe(true);
}

async function send({ view, actor }: Reviewer, label: string): Promise<void> {
  await actor.press(view.getByRole('button', { name: new RegExp(`^${label}( and open next)?$`) }));
}

export async function accept(reviewer: Reviewer): Promise<void> {
  await chooseByLetter(reviewer, 'a', 'Accept');
  // The focus is on the button already: two keys for a record.
  await reviewer.page.keyboard.press('Enter');
}

export async function reject(reviewer: Reviewer, reason: string, comment = ''): Promise<void> {
  const { view, actor } = reviewer;
  await chooseByLetter(reviewer, 'x', 'Reject');
  await view.getByRole('option', { name: reason }).waitFor({ state: 'attached' });
  await actor.choose(view.getByLabel('Reason', { exact: true }), reason);
  if (comment) await actor.type(view.getByLabel(/^Comment to the practice/), comment);
  await send(reviewer, 'Reject');
}

export async function actLater(reviewer: Reviewer, instructions: string): Promise<void> {
  const { view, actor } = reviewer;
  await chooseByLetter(reviewer, 'l', 'Cancel appointment and action later');
  await actor.type(view.getByLabel('Instructions for your admin team'), instructions);
  await send(reviewer, 'Cancel appointment, action later');
}

export interface Outcome {
  outcome: 'Accept' | 'Return to referrer with advice';
  priority?: string;
  comment: string;
}

export async function triage(
  reviewer: Reviewer,
  { outcome, priority, comment }: Outcome,
): Promise<void> {
  const { view, actor } = reviewer;
  const chosen = view.getByRole('radio', { name: 'Record triage outcome', exact: true });
  await expect
    .poll(async () => {
      await actor.pick(chosen);
      return chosen.isChecked();
    }, SLOW)
    .toBe(true);
  await actor.pick(
    view.getByRole('group', { name: 'Outcome' }).getByRole('radio', { name: outcome, exact: true }),
  );
  if (priority) {
    const group = view.getByRole('group', { name: 'Priority' });
    await actor.pick(group.getByRole('radio', { name: new RegExp(`^${priority}`) }));
  }
  const isAccepted = outcome === 'Accept';
  const label = isAccepted ? 'Instructions for your admin team' : 'Advice to the practice';
  await actor.type(view.getByLabel(label), comment);
  await send(reviewer, isAccepted ? 'Accept' : 'Return with advice');
}

/** The next record of the list, or that there is none left. */
export async function nextAfter({ view }: Reviewer, ubrn: string): Promise<string | undefined> {
  const last = view.getByText('It was the last one of the list to decide on.');
  let next: string | undefined = ubrn;
  await expect
    .poll(async () => {
      if (await last.isVisible()) {
        next = undefined;
        return true;
      }
      const facts = view.locator('ers-referral-record .facts');
      const shown = (await facts.isVisible()) ? await facts.innerText() : '';
      const [digits] = /\d{4} \d{4} \d{4}/.exec(shown) ?? [];
      next = digits?.replaceAll(' ', '');
      return next !== undefined && next !== ubrn;
    }, SLOW)
    .toBe(true);
  return next && openedUbrn(view);
}
