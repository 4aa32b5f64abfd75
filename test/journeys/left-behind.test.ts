import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mouseActor } from './actors.ts';
import { openDesk, simulator, type Desk } from './desk.ts';
import { letterPdf } from './letter-pdf.ts';
import {
  attachLetter,
  bookFirstSlot,
  chooseRole,
  createReferral,
  findServices,
  openReferrals,
  type At,
} from './refer-steps.ts';

// Each with patients of its own: what the proxy knows of a lost write stays for the other journeys.

let desk: Desk;
let at: At;

beforeEach(async () => {
  await simulator.clearFaults();
  desk = await openDesk();
  at = { page: desk.page, actor: mouseActor() };
});

afterEach(async () => {
  await simulator.clearFaults();
  await desk.close();
});

async function openRecord(family: string): Promise<void> {
  const list = desk.page.getByLabel('Open a record');
  const name = await list.locator('option', { hasText: family }).first().innerText();
  await list.selectOption({ label: name });
}

/** Whether the role is asked for depends on whether the session was there already. */
async function chooseRoleIfAsked(then: string): Promise<void> {
  const { page } = desk;
  const roles = page.getByRole('button', { name: 'Continue', exact: true });
  await roles.or(page.getByText(then).first()).first().waitFor();
  if (await roles.isVisible()) await chooseRole(at);
}

async function startAt(family: string): Promise<void> {
  const { page } = desk;
  await openRecord(family);
  await openReferrals(at);
  await chooseRoleIfAsked('Search for services');
  await page.getByText('Search for services').first().waitFor();
}

async function loseTheAnswerTo(operation: string): Promise<void> {
  await simulator.fault({ operation, kind: 'drop', phase: 'after' });
}

async function createWithoutAnswer(): Promise<void> {
  const { page } = desk;
  await findServices(at);
  const adds = page.getByRole('radio', { name: 'I will add a letter', exact: true });
  await adds.waitFor();
  if (await adds.isEnabled()) await adds.click();
  await page.getByLabel('Remind the patient to book').fill('14');
  await loseTheAnswerTo('A011');
  await page.getByRole('button', { name: /^Create (training )?referral/ }).click();
  await page.getByRole('heading', { name: 'We do not know if the referral was made' }).waitFor();
}

/** The words of the panel, with its reference; the time of copying leaves no trace in it. */
async function doubt(): Promise<string> {
  const panel = desk.page.locator('.ui-message', { hasText: 'We do not know if the referral' });
  await panel.first().waitFor();
  return (await panel.first().innerText()).replace(/\s+/g, ' ').trim();
}

function referenceIn(words: string): string {
  const [, reference] = /Reference ([0-9a-f-]{36}) Copy/.exec(words) ?? [];
  if (!reference) throw new Error(`No reference in: ${words}`);
  return reference;
}

async function referralsOf(): Promise<number> {
  return (await simulator.state()).referrals.length;
}

describe('a create whose answer was lost', () => {
  it('blocks another one after a reload, in the same words and with the same reference', async () => {
    const { page } = desk;
    await startAt('BALDERSTONE');
    const before = await referralsOf();
    await createWithoutAnswer();
    const said = await doubt();
    await page.reload();
    await startAt('BALDERSTONE');
    const again = await doubt();
    expect(referenceIn(again)).toBe(referenceIn(said));
    await page.getByRole('button', { name: 'Check this referral' }).click();
    expect(await doubt()).toBe(said);
    expect(await page.getByRole('button', { name: /^Create (training )?referral/ }).count()).toBe(
      0,
    );
    expect(await referralsOf()).toBe(before + 1);
  });

  it('blocks another one after the smartcard was out, and no note says that nothing was sent', async () => {
    const { page } = desk;
    await startAt('CHUKWUEMEKA');
    await createWithoutAnswer();
    const reference = referenceIn(await doubt());
    await page.getByRole('button', { name: 'Take the smartcard out' }).click();
    await page.getByText('All patient details are hidden').waitFor();
    await page.getByRole('button', { name: 'Put the smartcard in' }).click();
    await chooseRoleIfAsked('We kept what');
    await page.getByText('We kept what you chose for this referral').waitFor();
    expect(referenceIn(await doubt())).toBe(reference);
    const words = await page.locator('ers-referral-builder .frame').innerText();
    expect(words).not.toMatch(/Nothing (of it )?(was|is) sent/);
    expect(words).toContain('It may have been sent: see above.');
  });
});

describe('a patient is left and opened again', () => {
  it('while a booking is on its way: what came of it shows before anything is offered', async () => {
    const { page } = desk;
    await startAt('DALRYMPLE');
    const sent = (await simulator.state()).requests['A016'] ?? 0;
    await findServices(at);
    await createReferral(at);
    await attachLetter(at);
    await simulator.fault({ operation: 'A016', kind: 'delay', ms: 15_000 });
    await bookFirstSlot(at);
    await page.getByText('Booking in progress').first().waitFor();
    await openRecord('IDOWU');
    await page.getByRole('button', { name: /^Go on with/ }).click();
    await page.getByText('Search for services').first().waitFor();
    await openRecord('DALRYMPLE');
    await page.getByText('Do not book again, here or in e-RS.').first().waitFor();
    expect(await page.locator('ers-referral-builder .ui-button--primary').count()).toBe(0);
    await page.getByText('Appointment booked').first().waitFor({ timeout: 60_000 });
    expect((await simulator.state()).requests['A016']).toBe(sent + 1);
  });

  it('with an uploaded file: the file is there after the smartcard was out, and can be attached', async () => {
    const { page } = desk;
    await startAt('HOLLINGBERY');
    await findServices(at);
    await createReferral(at);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose files' }).click();
    const buffer = await letterPdf();
    await (await chooser).setFiles({ name: 'Kept.pdf', mimeType: 'application/pdf', buffer });
    await page.getByText(/Uploaded \d\d:\d\d\. Not attached yet/).waitFor();
    await page.getByRole('button', { name: 'Take the smartcard out' }).click();
    await page.getByRole('button', { name: 'Put the smartcard in' }).click();
    await chooseRoleIfAsked('Not attached yet');
    await page.getByText(/Uploaded \d\d:\d\d\. Not attached yet/).waitFor();
    await page.getByRole('button', { name: 'Attach 1 file' }).click();
    await page.getByText(/Letter attached\. e-RS holds 1 file/).waitFor();
  });
});
