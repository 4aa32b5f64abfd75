import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startDemoSet, type DemoSet } from '../../tools/demo-set.mjs';
import { keyboardActor, type Actor } from './actors.ts';
import { openDesk, type Desk } from './desk.ts';
import { chooseRole } from './refer-steps.ts';
import { openPractice } from './seed-requests.ts';

let set: DemoSet;
let desk: Desk;
let actor: Actor;

async function openLists(): Promise<void> {
  desk = await openDesk(set.page);
  actor = keyboardActor(desk.page);
  await actor.press(desk.page.getByRole('button', { name: 'e-RS lists' }));
  await chooseRole({ page: desk.page, actor });
}

afterEach(() => desk.close());

describe('a practice over the API platform', () => {
  beforeAll(async () => {
    set = await startDemoSet({ dialect: 'api-platform' });
  });
  afterAll(() => set.stop());

  it('loads the list of those awaiting booking, opens one by its row and goes back to the list', async () => {
    const practice = await openPractice(set.simulator);
    const [patient] = practice.patients;
    if (!patient) throw new Error('There is no patient');
    const ubrn = await practice.defer(patient.nhsNumber);
    await openLists();
    const { page } = desk;
    await actor.press(page.getByRole('button', { name: 'Awaiting booking', exact: true }));
    await actor.press(page.getByRole('button', { name: 'Load list' }));
    await page.getByText('1 referral').first().waitFor();
    await actor.press(page.locator('[data-open]').first());
    const record = page.locator('ers-referral-record');
    await record
      .getByText(ubrn.replace(/(....)(....)(....)/, '$1 $2 $3'))
      .first()
      .waitFor();
    await record.getByText('Deferred').first().waitFor();
    await actor.press(record.getByRole('button', { name: 'Back to list' }));
    await page.getByText('1 referral').first().waitFor();
    expect(desk.faults).toEqual([]);
  });
});

describe('a practice over HSCN', () => {
  beforeAll(async () => {
    set = await startDemoSet({ dialect: 'hscn' });
  });
  afterAll(() => set.stop());

  it('is told that it has no list here, why, and where the lists are', async () => {
    await openLists();
    const { page } = desk;
    await page.getByText('There is no list for your role here').waitFor();
    await page.getByText('A referrer has lists over the API platform only.').waitFor();
    await page.getByText('Use the worklists of the e-RS application.').waitFor();
    expect(await page.getByRole('button', { name: 'Load list' }).count()).toBe(0);
  });

  it('cannot cancel a referral here, and reads why and who can', async () => {
    const practice = await openPractice(set.simulator);
    const [patient] = practice.patients;
    if (!patient) throw new Error('There is no patient');
    const ubrn = await practice.defer(patient.nhsNumber);
    desk = await openDesk(set.page);
    actor = keyboardActor(desk.page);
    const { page } = desk;
    await actor.press(page.getByRole('button', { name: 'e-RS referral' }));
    await chooseRole({ page, actor });
    const record = page.locator('ers-referral-record');
    await actor.type(record.getByLabel('UBRN'), ubrn);
    await actor.press(record.getByRole('button', { name: 'Open the referral' }));
    await record.getByText('e-RS has no such service over this connection.').waitFor();
    await record.getByText('in the e-RS application.').first().waitFor();
    expect(await record.getByRole('button', { name: 'Cancel referral' }).count()).toBe(0);
  });
});
