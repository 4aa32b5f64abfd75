import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startDemoSet, type DemoSet } from '../../tools/demo-set.mjs';
import { mouseActor } from './actors.ts';
import { crash, openDesk, simulator, type Desk } from './desk.ts';
import { letterPdf } from './letter-pdf.ts';
import { chooseRole, findServices, openReferrals, type At } from './refer-steps.ts';

// Each write is killed after e-RS has acted and before anybody has heard of it: the worst moment.

type Victim = 'proxy' | 'simulator' | 'tab';

let set: DemoSet;
let desk: Desk;
let at: At;
let snapshot: string;

beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ers-killed-'));
  snapshot = join(folder, 'simulator.snapshot');
  set = await startDemoSet({ auditFile: join(folder, 'audit.jsonl'), snapshot });
  desk = await openDesk(set.page);
  at = { page: desk.page, actor: mouseActor() };
});

afterEach(async () => {
  await desk.close();
  await set.stop();
});

/** The one referral of this journey, and what has happened to it in e-RS. */
async function inErs(): Promise<{ ubrn: string; events: string[] }> {
  const { referrals } = await simulator.state(set.simulator);
  expect(referrals.length).toBeLessThanOrEqual(1);
  const [made] = referrals;
  return { ubrn: made?.ubrn ?? '', events: made?.history.map(({ event }) => event) ?? [] };
}

const asked = async (operation: string): Promise<number> =>
  (await simulator.state(set.simulator)).requests[operation] ?? 0;

/** Starts a write, waits until e-RS has acted on it, and kills before its answer goes out. */
async function killDuring(
  victim: Victim,
  { operation, start }: { operation: string; start: () => Promise<void> },
): Promise<void> {
  await simulator.fault({ operation, kind: 'delay', phase: 'after', ms: 10_000 }, set.simulator);
  const before = await asked(operation);
  const kept = statSync(snapshot).mtimeMs;
  await start();
  await expect.poll(() => asked(operation)).toBe(before + 1);
  await expect.poll(() => statSync(snapshot).mtimeMs).toBeGreaterThan(kept);
  if (victim === 'tab') await killTab();
  else await set.kill(victim);
}

async function killTab(): Promise<void> {
  const context = desk.page.context();
  await crash(desk.page);
  desk.page = await context.newPage();
  desk.page.setDefaultTimeout(30_000);
  at = { page: desk.page, actor: mouseActor() };
}

const button = (name: string | RegExp) => desk.page.getByRole('button', { name, exact: true });
const shown = (text: string | RegExp) =>
  desk.page.getByText(text).filter({ visible: true }).first();

/** The process is there again, or the page; whoever was signed out signs in again. */
async function goOn(victim: Victim, then: RegExp): Promise<void> {
  if (victim !== 'tab') {
    await set.restart(victim);
    return;
  }
  await desk.page.goto(set.page);
  await openReferrals(at);
  await button('Continue').or(shown(then)).first().waitFor();
  if (await button('Continue').isVisible()) await chooseRole(at);
}

/** Presses until it is heard: a session that has ended says so first. */
async function pressSignedIn(name: string | RegExp, then: string | RegExp): Promise<void> {
  await button(name).first().click();
  await shown(then).or(button('Sign in again')).first().waitFor();
  if (!(await button('Sign in again').isVisible())) return;
  await button('Sign in again').click();
  await expect
    .poll(() => desk.page.getByRole('button', { name: /^Sign(ing)? in/ }).count())
    .toBe(0);
  await button(name).first().click();
}

async function chooseLetter(): Promise<void> {
  const chooser = desk.page.waitForEvent('filechooser');
  await button('Choose files').click();
  const file = { name: 'Letter.pdf', mimeType: 'application/pdf', buffer: await letterPdf() };
  await (await chooser).setFiles(file);
}

async function createAndDie(victim: Victim): Promise<void> {
  await openReferrals(at);
  await chooseRole(at);
  await findServices(at);
  await desk.page.getByRole('radio', { name: 'I will add a letter', exact: true }).click();
  await desk.page.getByLabel('Remind the patient to book').fill('14');
  const start = () => button(/^Create (training )?referral/).click();
  await killDuring(victim, { operation: 'A011', start });
  if (victim !== 'tab') await shown('We do not know if the referral was made').waitFor();
  await goOn(victim, /made here already|under way|Referral found/);
  const { ubrn } = await inErs();
  if (victim === 'tab') {
    // The proxy has heard the answer, and tells.
    await button(/Attach the letter/)
      .or(button('Choose files'))
      .first()
      .waitFor();
    if (await button(/Attach the letter/).isVisible()) await button(/Attach the letter/).click();
  } else {
    await desk.page.getByLabel('If it is there, its UBRN').fill(ubrn);
    await pressSignedIn(/^I found it/, /Referral found/);
  }
  await button('Choose files').waitFor();
}

async function attachAndDie(victim: Victim): Promise<void> {
  await killDuring(victim, { operation: 'A020', start: chooseLetter });
  if (victim !== 'tab') await shown('Not uploaded').waitFor();
  await goOn(victim, /Files for this referral/);
  if (victim === 'tab') await chooseLetter();
  else await pressSignedIn(/^Try again/, /Uploaded \d\d:\d\d/);
  await shown(/Uploaded \d\d:\d\d/).waitFor();

  const start = () => button('Attach 1 file').click();
  await killDuring(victim, { operation: 'A012', start });
  if (victim !== 'tab') await shown('We do not know if the files were attached').waitFor();
  await goOn(victim, /Letter\.pdf/);
  const onToBook = button('Go on to book');
  const readAgain = button(/^Read the referral again/);
  await onToBook.or(readAgain).first().waitFor();
  if (await readAgain.isVisible())
    await pressSignedIn(/^Read the referral again/, /Letter attached/);
  await onToBook.waitFor();
}

async function bookAndDie(victim: Victim): Promise<void> {
  await button('Go on to book').click();
  const slots = desk.page.getByRole('grid', { name: 'Free slots' }).getByRole('button');
  await slots.first().click();
  const start = () => button('Book this appointment').click();
  await killDuring(victim, { operation: 'A016', start });
  if (victim !== 'tab') await shown(/We do not know yet if the appointment is booked/).waitFor();
  await goOn(victim, /Do not book again|This referral has an appointment/);
  const signIn = button('Sign in again');
  const isBooked = shown(/Appointment booked|This referral has an appointment/);
  await isBooked.or(signIn).first().waitFor({ timeout: 90_000 });
  if (await signIn.isVisible()) await signIn.click();
  await isBooked.waitFor({ timeout: 90_000 });
}

describe('P1, P2, P3: at every write of the six steps', () => {
  it.each<Victim>(['proxy', 'simulator', 'tab'])(
    'the %s dies and comes back: one referral, its letter and its booking, each once',
    { timeout: 300_000 },
    async (victim) => {
      await createAndDie(victim);
      await attachAndDie(victim);
      await bookAndDie(victim);
      expect((await inErs()).events).toEqual(['created', 'letters replaced', 'booked']);
    },
  );
});
