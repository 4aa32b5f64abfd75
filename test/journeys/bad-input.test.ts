import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startDemoSet } from '../../tools/demo-set.mjs';
import { mouseActor } from './actors.ts';
import { openDesk, simulator, type Desk } from './desk.ts';
import {
  attachLetter,
  bookFirstSlot,
  chooseRole,
  createReferral,
  findServices,
  openByUbrn,
  openReferrals,
  searchArrhythmia,
  ubrnOnScreen,
  type At,
} from './refer-steps.ts';

let desk: Desk;
let at: At;

beforeEach(async () => {
  await simulator.clearFaults();
  desk = await openDesk();
  at = { page: desk.page, actor: mouseActor() };
});

afterEach(() => desk.close());

async function start(): Promise<void> {
  await openReferrals(at);
  await chooseRole(at);
}

async function toCreate(): Promise<void> {
  await start();
  await findServices(at);
  await desk.page.getByRole('radio', { name: 'I will add a letter', exact: true }).click();
  await desk.page.getByLabel('Remind the patient to book').fill('21');
}

const createButton = () => desk.page.getByRole('button', { name: /^Creat(e|ing)/ });
const reminder = () => desk.page.getByLabel('Remind the patient to book').inputValue();

/** Title, next step and a reference that the service desk can use. */
async function expectProblem(title: string | RegExp, reference: string | RegExp): Promise<void> {
  await desk.page.getByText(title).first().waitFor();
  await desk.page.getByText(reference).first().waitFor();
}

async function created(): Promise<number> {
  return (await simulator.state()).referrals.length;
}

describe('what the user or the record got wrong', () => {
  it('stops at a record whose NHS number is wrong, and names what to do', async () => {
    const list = desk.page.getByLabel('Open a record');
    const name = await list
      .locator('option', { hasText: 'WRONGNUMBER' })
      .or(list.locator('option', { hasText: 'Wrongnumber' }))
      .first()
      .innerText();
    await list.selectOption({ label: name });
    await openReferrals(at);
    await chooseRole(at);
    await desk.page.getByText(/NHS number in this record is not a real one/).waitFor();
    await desk.page.getByText(/Correct the NHS number in the record/).waitFor();
  });

  it('names everything that is missing from an empty search, and asks e-RS nothing', async () => {
    await start();
    const before = (await simulator.state()).requests['A010'] ?? 0;
    await desk.page.getByRole('button', { name: 'Search', exact: true }).click();
    await desk.page.getByText(/There (is|are) \d things? to fix/).waitFor();
    await desk.page.getByRole('link', { name: 'Select a priority' }).click();
    expect(
      await desk.page
        .getByRole('radio', { name: 'Routine' })
        .evaluate((radio) => radio.matches(':focus')),
    ).toBe(true);
    expect((await simulator.state()).requests['A010'] ?? 0).toBe(before);
  });

  it('F26: keeps a file of 6 MB here, and says why', async () => {
    await toCreate();
    await createButton().click();
    await ubrnOnScreen(desk.page);
    const before = (await simulator.state()).requests['A020'] ?? 0;
    const chooser = desk.page.waitForEvent('filechooser');
    await desk.page.getByRole('button', { name: 'Choose files' }).click();
    await (
      await chooser
    ).setFiles({
      name: 'Echo.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.alloc(6 * 1024 * 1024),
    });
    await desk.page
      .getByText(/Too big: the limit is 5 MB/)
      .first()
      .waitFor();
    expect((await simulator.state()).requests['A020'] ?? 0).toBe(before);
  });

  it('creates one referral for a double click on Create', async () => {
    await toCreate();
    const before = await created();
    await createButton().dblclick();
    await ubrnOnScreen(desk.page);
    expect(await created()).toBe(before + 1);
  });
});

describe('what e-RS refused', () => {
  it('shows a 403 with the transaction id of e-RS, and keeps what was typed', async () => {
    await toCreate();
    await simulator.fault({ operation: 'A011', kind: 'status', status: 403, ersCode: 'FORBIDDEN' });
    await createButton().click();
    await expectProblem('You are not allowed to do this', 'e-RS transaction id');
    expect(await reminder()).toBe('21');
  });

  it('shows a 422 on a field with the name of the field, and keeps what was typed', async () => {
    await toCreate();
    await simulator.fault({
      operation: 'A011',
      kind: 'status',
      status: 422,
      ersCode: 'VALUE_IS_REQUIRED',
    });
    await createButton().click();
    await expectProblem('e-RS needs one more field', 'VALUE_IS_REQUIRED');
    expect(await reminder()).toBe('21');
  });

  it('shows an e-RS code that we do not know as e-RS wrote it', async () => {
    await toCreate();
    await simulator.fault({
      operation: 'A011',
      kind: 'status',
      status: 422,
      ersCode: 'NEW_CODE_2027',
    });
    await createButton().click();
    await expectProblem('e-RS refused this', 'NEW_CODE_2027');
  });

  it('says that nothing is booked when the slot was taken meanwhile', async () => {
    await start();
    await findServices(at);
    await createReferral(at);
    await attachLetter(at);
    await simulator.fault({ operation: 'A016', kind: 'slot-taken' });
    await bookFirstSlot(at);
    await expectProblem('That slot has just been taken. Nothing is booked', 'e-RS transaction id');
  });

  it('says that nothing is booked when the referral has a newer version, and then books on request', async () => {
    await start();
    await findServices(at);
    await createReferral(at);
    await attachLetter(at);
    await simulator.fault({ operation: 'A016', kind: 'bump-version' });
    await bookFirstSlot(at);
    await expectProblem(
      /e-RS has a newer version of this referral|This referral has changed/,
      /[0-9a-f]{8}-/,
    );
    await desk.page
      .getByText(/Nothing is booked/)
      .first()
      .waitFor();
    await desk.page.getByRole('button', { name: /Keep this slot and book/ }).click();
    await desk.page.getByText('Appointment booked').first().waitFor();
  });

  it('keeps the letters when the referral has a newer version', async () => {
    await start();
    await findServices(at);
    await createReferral(at);
    await simulator.fault({ operation: 'A012', kind: 'bump-version' });
    const chooser = desk.page.waitForEvent('filechooser');
    await desk.page.getByRole('button', { name: 'Choose files' }).click();
    await (
      await chooser
    ).setFiles({
      name: 'Letter.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Dear colleague'),
    });
    await desk.page.getByText(/Uploaded \d\d:\d\d/).waitFor();
    await desk.page.getByRole('button', { name: 'Attach 1 file' }).click();
    await desk.page
      .getByText(/has changed since you opened it|newer version/)
      .first()
      .waitFor();
    expect(await desk.page.getByText('Letter.txt').count()).toBeGreaterThan(0);
  });
});

describe('what ended or died', () => {
  it('keeps the work when the e-RS session expires, and carries on after signing in again', async () => {
    await toCreate();
    await simulator.action('expire-sessions', {});
    await createButton().click();
    await desk.page.getByText('Your e-RS session has ended').first().waitFor();
    expect(await reminder()).toBe('21');
    await desk.page.getByRole('button', { name: 'Sign in again' }).click();
    const signIn = desk.page.getByRole('button', { name: /^Sign(ing)? in/ });
    await expect.poll(() => signIn.count()).toBe(0);
    await createButton().click();
    await ubrnOnScreen(desk.page);
  });

  it('says so when the proxy has died, and does not claim to know the outcome of a create', async () => {
    const own = await startDemoSet();
    const [, proxy] = own.servers;
    await desk.close();
    desk = await openDesk(own.page);
    at = { page: desk.page, actor: mouseActor() };
    await toCreate();
    proxy?.process.kill('SIGKILL');
    await createButton().click();
    await desk.page.getByText('We do not know if the referral was made').waitFor();
    await desk.page.getByText('Reference').first().waitFor();
    await own.stop();
  });

  it('keeps what was read of a referral readable, with its time, while e-RS is down', async () => {
    const own = await startDemoSet();
    await desk.close();
    desk = await openDesk(own.page);
    at = { page: desk.page, actor: mouseActor() };
    await start();
    await findServices(at);
    const shown = await createReferral(at);
    await openByUbrn(at, shown);
    const again = desk.page.getByRole('button', { name: /^Check again/ });
    await again.waitFor();
    await own.kill('simulator');
    await again.click();
    await desk.page.getByText(/As e-RS had it/).waitFor({ timeout: 60_000 });
    await expectProblem('There is no appointment.', 'Correlation id');
    await desk.page.getByRole('button', { name: /^Open it again/ }).waitFor();
    expect(await desk.page.locator('ers-referral-builder .ui-button--primary').count()).toBe(0);
    await own.stop();
  });

  it('says so when e-RS has died, that nothing was sent, and keeps the search', async () => {
    const own = await startDemoSet();
    const [ers] = own.servers;
    await desk.close();
    desk = await openDesk(own.page);
    at = { page: desk.page, actor: mouseActor() };
    await start();
    await desk.page.getByLabel('Specialty', { exact: true }).waitFor();
    ers?.process.kill('SIGKILL');
    await searchArrhythmia(at);
    await desk.page.getByText('Correlation id').first().waitFor();
    expect(await desk.page.getByText('No services found').count()).toBe(0);
    expect(await desk.page.getByRole('radio', { name: 'Urgent', exact: true }).isChecked()).toBe(
      true,
    );
    await own.stop();
  });
});
