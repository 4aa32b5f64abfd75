import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { Actor } from './actors.ts';
import { letterPdf } from './letter-pdf.ts';

export const DIRECT_SERVICE = 'Community Cardiology Clinic, Eastgate Health Centre';
export const PHONE_SERVICE = 'Cardiology Outpatients, Harbour Independent Hospital';
export const TRIAGE_SERVICE = "Cardiology Referral Assessment Service, St Brannoc's Hospital";

export interface At {
  page: Page;
  actor: Actor;
}

export async function openReferrals({ page, actor }: At): Promise<void> {
  await actor.press(page.getByRole('button', { name: 'Refer', exact: true }));
}

export async function chooseRole({ page, actor }: At, role = 'Referring clinician'): Promise<void> {
  await actor.pick(page.getByRole('radio', { name: role, exact: true }));
  await actor.press(page.getByRole('button', { name: 'Continue' }));
}

export async function searchArrhythmia({ page, actor }: At): Promise<void> {
  await actor.choose(page.getByLabel('Specialty', { exact: true }), 'Cardiology');
  await actor.choose(page.getByLabel('Clinic type', { exact: true }), 'Arrhythmia');
  await actor.pick(page.getByRole('radio', { name: 'Urgent', exact: true }));
  await actor.press(page.getByRole('button', { name: 'Search', exact: true }));
}

/** Step 1: criteria, search, a directly bookable service and one that the patient phones. */
export async function findServices({ page, actor }: At): Promise<void> {
  await searchArrhythmia({ page, actor });
  await actor.tick(page.getByRole('checkbox', { name: DIRECT_SERVICE }));
  await actor.tick(page.getByRole('checkbox', { name: PHONE_SERVICE }));
  await actor.press(page.getByRole('button', { name: 'Check this referral' }));
}

/** Step 1: one service, which sees the referral before anybody is booked. */
export async function findTriageService({ page, actor }: At): Promise<void> {
  await searchArrhythmia({ page, actor });
  await actor.tick(page.getByRole('checkbox', { name: TRIAGE_SERVICE }));
  await actor.press(page.getByRole('button', { name: 'Check this referral' }));
}

/** Step 2 of a request for triage: there is nothing to choose. Gives the UBRN as shown. */
export async function createForTriage({ page, actor }: At): Promise<string> {
  await actor.press(page.getByRole('button', { name: /^Create (training )?referral/ }));
  return ubrnOnScreen(page);
}

/** Step 2: reads back and creates; gives the UBRN as shown, in groups. */
export async function createReferral({ page, actor }: At): Promise<string> {
  // Over HSCN there is no choice: the services decide.
  const adds = page.getByRole('radio', { name: 'I will add a letter', exact: true });
  await adds.waitFor();
  if (await adds.isEnabled()) await actor.pick(adds);
  await actor.type(page.getByLabel('Remind the patient to book'), '14');
  await actor.press(page.getByRole('button', { name: /^Create (training )?referral/ }));
  return ubrnOnScreen(page);
}

export async function ubrnOnScreen(page: Page): Promise<string> {
  const title = page.getByText(/^\s*Referral created( and sent for triage)?\.\s+UBRN/);
  await title.waitFor();
  const [ubrn] = /\d{4} \d{4} \d{4}/.exec(await title.innerText()) ?? [];
  if (!ubrn) throw new Error('No UBRN is on the screen');
  return ubrn;
}

/** Step 3: a letter from this computer. */
export async function attachLetter(
  { page, actor }: At,
  name = 'Referral letter.pdf',
): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await actor.press(page.getByRole('button', { name: 'Choose files' }));
  await (
    await chooser
  ).setFiles({
    name,
    mimeType: 'application/pdf',
    buffer: await letterPdf(),
  });
  await page.getByText(/Uploaded \d\d:\d\d\. Not attached yet/).waitFor();
  await actor.press(page.getByRole('button', { name: 'Attach 1 file' }));
  await page.getByRole('button', { name: /^Go on to (book|triage)$/ }).waitFor();
}

/** Step 4: the letter for the patient, before the booking takes it away; gives its first bytes. */
export async function getPatientLetter({ page, actor }: At): Promise<string> {
  await actor.press(page.getByRole('button', { name: 'Print the patient letter' }));
  await page.getByRole('link', { name: /Open to print/ }).waitFor();
  const download = page.waitForEvent('download');
  await actor.press(page.getByRole('link', { name: /^Save/ }));
  const path = await (await download).path();
  return (await readFile(path)).subarray(0, 5).toString();
}

/** Step 5: the first free slot of the week. */
export async function bookFirstSlot({ page, actor }: At): Promise<void> {
  await actor.press(page.getByRole('button', { name: 'Go on to book', exact: true }));
  const first = page.getByRole('grid', { name: 'Free slots' }).getByRole('button').first();
  await first.waitFor();
  await actor.pickSlot(first);
  await actor.press(page.getByRole('button', { name: 'Book this appointment' }));
}

/** Step 6: from the host's own page, by the UBRN. */
export async function openByUbrn({ page, actor }: At, shown: string): Promise<void> {
  await actor.press(page.getByRole('button', { name: 'Documents' }));
  await actor.press(page.getByRole('button', { name: `Open referral ${shown}` }));
}

/** The six steps, each seen on the screen before the next; gives the UBRN as shown. */
export async function referPatient(at: At): Promise<string> {
  const { page } = at;
  await openReferrals(at);
  await chooseRole(at);
  await findServices(at);
  const shown = await createReferral(at);
  await attachLetter(at);
  const letter = await getPatientLetter(at);
  if (letter !== '%PDF-') throw new Error('The patient letter is no PDF');
  await bookFirstSlot(at);
  await page.getByText('Appointment booked').first().waitFor();
  await openByUbrn(at, shown);
  await page.getByRole('heading', { name: `Referral ${shown}` }).waitFor();
  return shown;
}
