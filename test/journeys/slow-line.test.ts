import type { Locator } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyboardActor } from './actors.ts';
import { openDesk, simulator, type Desk } from './desk.ts';
import { letterPdf } from './letter-pdf.ts';
import { DIRECT_SERVICE, openByUbrn, type At } from './refer-steps.ts';
import { answersAtOnce, slowDown, tellsOfWaiting } from './slow-line.ts';

let desk: Desk;
let at: At;

beforeEach(async () => {
  await simulator.clearFaults();
  desk = await openDesk();
  at = { page: desk.page, actor: keyboardActor(desk.page) };
  desk.page.setDefaultTimeout(60_000);
  await slowDown(desk.page);
});
afterEach(() => desk.close());

const SECONDS = /\b[1-9]\d* seconds? so far/;

function button(name: string | RegExp): Locator {
  return at.page.getByRole('button', { name, exact: typeof name === 'string' });
}

/** e-RS does not answer to this before the read is stopped, however slow this machine is. */
async function held(operation: string, readAndStop: () => Promise<void>): Promise<void> {
  await simulator.fault({ operation, kind: 'delay', ms: 60_000, repeat: true });
  await readAndStop();
  await simulator.clearFaults();
}

/** Presses by keyboard; the words are there before any answer of the server. */
function press(target: Locator, words: string): Promise<void> {
  return answersAtOnce(at.page, words, () => at.actor.press(target));
}

/** A wait is told in words, ends when the user says so, and leaves the focus in the widget. */
async function waitAndStop(what: RegExp, words: string): Promise<void> {
  await tellsOfWaiting(at.page, SECONDS);
  await press(button(what), words);
  expect(await focusedElement()).not.toBe('BODY');
}

function focusedElement(): Promise<string> {
  return at.page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.tagName ?? 'BODY';
  });
}

async function findServices(): Promise<void> {
  const { page, actor } = at;
  await press(button('Refer'), 'Connecting to e-RS');
  await tellsOfWaiting(page, SECONDS);
  await actor.pick(page.getByRole('radio', { name: 'Referring clinician', exact: true }));
  await held('A004', async () => {
    await press(button('Continue'), 'Telling e-RS');
    await button(/^Stop reading the e-RS lists/).waitFor();
    await waitAndStop(/^Stop reading the e-RS lists/, 'You stopped reading the e-RS lists');
  });
  await press(button('Read the lists again'), 'Reading the e-RS lists');
  await actor.choose(page.getByLabel('Specialty', { exact: true }), 'Cardiology');
  await actor.choose(page.getByLabel('Clinic type', { exact: true }), 'Arrhythmia');
  await actor.pick(page.getByRole('radio', { name: 'Urgent', exact: true }));
  await held('A010', async () => {
    await press(button('Search'), 'Searching e-RS');
    await waitAndStop(/^Stop the search/, 'You stopped the search');
  });
  await press(button('Search again').first(), 'Searching e-RS');
  await actor.tick(page.getByRole('checkbox', { name: DIRECT_SERVICE }));
  await press(button('Check this referral'), 'Create training referral');
}

/** A write is told of, and there is nothing to stop it with. */
async function create(): Promise<string> {
  const { page, actor } = at;
  await actor.type(page.getByLabel('Remind the patient to book'), '14');
  await press(button(/^Create training referral/), 'Creating…');
  await tellsOfWaiting(page, SECONDS);
  expect(await button(/^Stop/).count()).toBe(0);
  const title = page.getByText(/^\s*Referral created\. UBRN/);
  await title.waitFor();
  return /\d{4} \d{4} \d{4}/.exec(await title.innerText())?.[0] ?? '';
}

async function attach(): Promise<void> {
  const { page, actor } = at;
  const chooser = page.waitForEvent('filechooser');
  await actor.press(button('Choose files'));
  const pdf = { mimeType: 'application/pdf', buffer: await letterPdf() };
  const files = await chooser;
  await files.setFiles({ name: 'Referral letter.pdf', ...pdf });
  await page.getByText(/Uploading: .* of /).waitFor();
  await page.getByText(/Uploaded \d\d:\d\d\. Not attached yet/).waitFor();
  await press(button('Attach 1 file'), 'Attaching…');
  await tellsOfWaiting(page, SECONDS);
  await button('Go on to book').waitFor();
}

async function getPatientLetter(): Promise<void> {
  await held('A019', async () => {
    await press(button('Print the patient letter'), 'Getting the letter…');
    await waitAndStop(/^Stop getting the letter/, 'You stopped getting the letter');
  });
  await press(button('Print the patient letter'), 'Getting the letter…');
  await at.page.getByRole('link', { name: /Open to print/ }).waitFor();
}

async function chooseSlot(): Promise<void> {
  const { page, actor } = at;
  await held('A005', async () => {
    await press(button('Go on to book'), 'Loading the slots');
    await button(/^Stop reading the referral/).waitFor();
    await waitAndStop(/^Stop reading the referral/, 'You stopped reading referral');
  });
  await held('A015', async () => {
    await press(button('Try again'), 'Reading referral');
    await button(/^Stop asking for slots/).waitFor();
    await waitAndStop(/^Stop asking for slots/, 'You stopped asking for its free slots');
  });
  await press(button(/^Check again/).first(), 'Asking e-RS for free slots');
  const first = page.getByRole('grid', { name: 'Free slots' }).getByRole('button').first();
  await first.waitFor();
  await actor.pickSlot(first);
  await held('A015', async () => {
    await press(button('Check again Slots'), 'Asking e-RS for free slots');
    await waitAndStop(/^Stop asking for slots/, 'The slots are as they were before');
  });
  await page.getByText('No slot chosen yet').waitFor({ state: 'detached' });
}

async function openAgain(shown: string): Promise<void> {
  const { page } = at;
  await held('A005', async () => {
    await openByUbrn(at, shown);
    await waitAndStop(/^Stop opening the referral/, `You stopped opening referral ${shown}`);
  });
  await press(button('Open it again'), 'Opening referral');
  await page.getByRole('heading', { name: `Referral ${shown}`, exact: true }).waitFor();
  await held('A005', async () => {
    await press(button(/^Check again/), 'Opening referral');
    await waitAndStop(/^Stop opening the referral/, 'As e-RS had it');
  });
  await page.getByText('Referral letter.pdf').first().waitFor();
}

describe('F24, P13: a line of 400 kbit/s with 2 seconds to the server and back', () => {
  it(
    'answers each press before the server does, tells of each wait, and each read can be stopped',
    { timeout: 300_000 },
    async () => {
      await findServices();
      const shown = await create();
      await attach();
      await getPatientLetter();
      await chooseSlot();
      await press(button('Book this appointment'), 'Booking in progress');
      await tellsOfWaiting(at.page, /seconds? so far/);
      await at.page.getByText('Appointment booked').first().waitFor();
      await openAgain(shown);
      expect(desk.faults).toEqual([]);
    },
  );
});
