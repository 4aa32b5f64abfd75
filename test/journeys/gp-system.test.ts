import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { mouseActor } from './actors.ts';
import { openDesk, type Desk } from './desk.ts';
import {
  chooseRole,
  createReferral,
  DIRECT_SERVICE,
  findServices,
  openReferrals,
  type At,
} from './refer-steps.ts';

let desk: Desk;
let at: At;

async function simulator(path: string, body: object): Promise<void> {
  const answer = await fetch(`${inject('simulator')}/__simulator/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBeLessThan(300);
}

/** The words of what has the focus, through every shadow root. */
function focusedWords(): Promise<string> {
  return desk.page.evaluate(() => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    return focused === document.body ? 'nothing' : (focused?.textContent ?? '').trim();
  });
}

async function created(): Promise<string> {
  await openReferrals(at);
  await chooseRole(at);
  await findServices(at);
  return createReferral(at);
}

beforeEach(async () => {
  desk = await openDesk();
  at = { page: desk.page, actor: mouseActor() };
});

afterEach(() => desk.close());

describe('the record of the GP system', () => {
  it('has the referral with its date and state, and opens a filed letter as a PDF in a new tab', async () => {
    const { page } = desk;
    const shown = await created();
    await page.getByRole('button', { name: 'Print the patient letter' }).click();
    await page.getByRole('button', { name: /File it in the record/ }).click();
    await page
      .getByText(/[Ff]iled in the record/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Documents' }).click();
    const row = page.getByRole('row').filter({ hasText: shown });
    expect(await row.innerText()).toMatch(/\d\d-\w{3}-\d{4} \d\d:\d\d\s+Not booked, as told/);
    const opening = page.context().waitForEvent('page');
    await page.getByRole('link', { name: /patient-letter.*pdf/ }).click();
    const tab = await opening;
    expect(tab.url()).toMatch(/^blob:/);
    expect(await tab.evaluate(() => document.contentType)).toBe('application/pdf');
    expect(desk.faults).toEqual([]);
  });

  it('asks before it is left with unsent work, and not before', async () => {
    const { page } = desk;
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await openReferrals(at);
    await page.reload();
    expect(asked).toEqual([]);
    await openReferrals(at);
    await chooseRole(at);
    await findServices(at);
    await page.reload();
    expect(asked).toEqual(['beforeunload']);
  });
});

describe('the session', () => {
  it('that ended is said once, and the focus is on what is shown once the user has signed in', async () => {
    const { page } = desk;
    await openReferrals(at);
    await chooseRole(at);
    await page.getByLabel('Specialty', { exact: true }).waitFor();
    await page.getByLabel('Specialty', { exact: true }).selectOption({ label: 'Cardiology' });
    await page.getByLabel('Clinic type', { exact: true }).selectOption({ label: 'Arrhythmia' });
    await page.getByRole('radio', { name: 'Urgent', exact: true }).click();
    await simulator('actions/expire-sessions', {});
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.getByText('Your e-RS session has ended').first().waitFor();
    expect(await page.getByText('Your e-RS session has ended').count()).toBe(1);
    await page.getByRole('button', { name: 'Sign in again' }).click();
    const ended = page.getByText(/session has ended|sign in again/i);
    await expect.poll(() => ended.count()).toBe(0);
    await page.getByRole('checkbox', { name: DIRECT_SERVICE }).waitFor();
    expect(await focusedWords()).not.toBe('nothing');
  });

  it('of a smartcard that is in again has the focus on its heading', async () => {
    const { page } = desk;
    await created();
    await page.getByRole('button', { name: 'Take the smartcard out' }).click();
    await page.getByText('All patient details are hidden').waitFor();
    await page.getByRole('button', { name: 'Put the smartcard in' }).click();
    await page.getByText('In which role are you working?').waitFor();
    await expect.poll(focusedWords).toBe('In which role are you working?');
    await chooseRole(at);
    await page.getByText('Files for this referral').waitFor();
    await expect.poll(focusedWords).not.toBe('nothing');
  });
});

describe('a booking that was under way when the record was left', () => {
  it('is shown as such when the record is opened again, then as booked, with nothing to book', async () => {
    const { page } = desk;
    await created();
    await page.getByRole('button', { name: /go on to book$/i }).click();
    await page.getByRole('grid', { name: 'Free slots' }).getByRole('button').first().click();
    await simulator('faults', { operation: 'A016', kind: 'delay', ms: 6000 });
    await page.getByRole('button', { name: 'Book this appointment' }).click();
    await page.getByText('Booking in progress').waitFor();
    const list = page.getByLabel('Open a record');
    const first = await list.inputValue();
    await list.selectOption({ index: 3 });
    await page.getByRole('button', { name: /^Go on with/ }).click();
    await page.getByLabel('Specialty', { exact: true }).waitFor();
    await list.selectOption(first);
    await page.getByText('A booking is still in progress').waitFor();
    const press = page.getByRole('button', { name: 'Book this appointment' });
    expect(await press.getAttribute('aria-disabled')).toBe('true');
    await page.getByText('Appointment booked').first().waitFor();
    await page.getByText(/It was sent at \d\d:\d\d:\d\d/).waitFor();
  });
});
