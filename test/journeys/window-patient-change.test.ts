import type { Frame } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { mouseActor } from './actors.ts';
import { openDesk, simulator, type Desk } from './desk.ts';
import { findServices } from './refer-steps.ts';
import { frameIn, inFrame, openRecord, SLOW, wordsIn } from './window-page.ts';

const JOSEPHINE = 'HARGREAVES-OYELARAN';
const COLIN = 'ASHWORTH';

let desk: Desk;
let frame: Frame;

beforeEach(async () => {
  desk = await openDesk(`${inject('hospital')}/clinic`);
  await desk.page.getByRole('button', { name: 'Refer by e-RS' }).click();
  frame = await frameIn(desk.page);
  await frame.getByLabel('Postcode').waitFor();
});

afterEach(() => desk.close());

describe('another record is opened in the hospital around the frame', () => {
  it('with nothing unsent: the frame shows the next patient and nothing of the former', async () => {
    await openRecord(desk.page, COLIN);
    await frame.getByText(COLIN).first().waitFor();
    await frame.getByLabel('Postcode').waitFor();
    expect(await wordsIn(frame)).not.toContain(JOSEPHINE);
    await desk.page.getByTitle('e-Referral').waitFor({ state: 'visible' });
    expect(desk.faults).toEqual([]);
  });

  it('in mid-typing: the frame asks, nothing typed is on the page, and going back brings it back', async () => {
    await frame.getByLabel('Postcode').fill('ZZ9 9ZZ');
    await openRecord(desk.page, COLIN);
    await frame.getByText('A different patient’s record is open').waitFor();
    expect(await wordsIn(frame)).not.toContain('ZZ9 9ZZ');
    await frame.getByRole('button', { name: /^Go back to/ }).click();
    await expect.poll(() => frame.getByLabel('Postcode').inputValue(), SLOW).toBe('ZZ9 9ZZ');
    // The host has gone back too, as the frame asked it to.
    expect(await desk.page.getByLabel('Patient banner').innerText()).toContain(JOSEPHINE);
  });

  it('in mid-typing: a draft that is kept is there when its patient is opened again', async () => {
    await frame.getByLabel('Postcode').fill('ZZ9 9ZZ');
    await openRecord(desk.page, COLIN);
    await frame.getByRole('button', { name: /^Save the draft/ }).click();
    await frame.getByText('Search for services').waitFor();
    expect(await wordsIn(frame)).not.toContain('ZZ9 9ZZ');
    await openRecord(desk.page, JOSEPHINE);
    await expect.poll(() => frame.getByLabel('Postcode').inputValue(), SLOW).toBe('ZZ9 9ZZ');
  });

  it('in mid-create: the referral is made once, and its UBRN is the news of the former patient', async () => {
    const before = (await simulator.state()).referrals.map(({ ubrn }) => ubrn);
    await findServices(inFrame(frame, mouseActor()));
    await frame.getByLabel('Remind the patient to book').fill('14');
    await simulator.fault({ operation: 'A011', kind: 'delay', ms: 2_000 });
    await frame.getByRole('button', { name: /^Create (training )?referral/ }).click();
    await frame.getByRole('button', { name: /Creating/ }).waitFor();
    await openRecord(desk.page, COLIN);
    await frame.getByRole('button', { name: /^Go on with/ }).click();
    await frame.getByText('Search for services').waitFor();
    const made = async (): Promise<string[]> =>
      (await simulator.state()).referrals
        .map(({ ubrn }) => ubrn)
        .filter((ubrn) => !before.includes(ubrn));
    await expect.poll(made, { timeout: 10_000 }).toHaveLength(1);
    const words = await wordsIn(frame);
    expect(words).not.toContain(JOSEPHINE);
    expect(words).not.toContain('Referral created');
  });
});

describe('unsent work in the frame', () => {
  it('is known to the host’s page, which asks before it is left', async () => {
    const { page } = desk;
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await frame.getByLabel('Postcode').fill('ZZ9 9ZZ');
    const wouldAsk = (): Promise<boolean> =>
      page.evaluate(() => {
        const leaving = new Event('beforeunload', { cancelable: true });
        return !window.dispatchEvent(leaving);
      });
    await expect.poll(wouldAsk, SLOW).toBe(true);
    await page.reload();
    expect(asked).toEqual(['beforeunload']);
  });
});
