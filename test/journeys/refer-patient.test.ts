import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { keyboardActor, mouseActor } from './actors.ts';
import { openDesk, type Desk } from './desk.ts';
import { referThroughout } from './refer-journey.ts';
import {
  attachLetter,
  bookFirstSlot,
  chooseRole,
  createReferral,
  DIRECT_SERVICE,
  findServices,
  openReferrals,
  TRIAGE_SERVICE,
  type At,
} from './refer-steps.ts';

let desk: Desk;

async function expectShown({ page }: Desk, facts: readonly (string | RegExp)[]): Promise<void> {
  for (const fact of facts) {
    await page.getByText(fact).filter({ visible: true }).first().waitFor();
  }
}

beforeEach(async () => {
  desk = await openDesk();
});

afterEach(() => desk.close());

describe.each([
  ['mouse', () => mouseActor()],
  ['keyboard', ({ page }: Desk) => keyboardActor(page)],
])('a GP refers a patient over HSCN by %s', (_way, actorFor) => {
  it('finds services, creates, attaches, prints, books and opens the referral again', async () => {
    await referThroughout(desk, actorFor(desk), {
      dialect: 'hscn',
      simulator: inject('simulator'),
      auditFile: inject('auditFile'),
    });
  });
});

describe('what is shown on the way', () => {
  it('shows a triage service with the reason why it cannot be ticked', async () => {
    const at: At = { page: desk.page, actor: mouseActor() };
    await openReferrals(at);
    await chooseRole(at);
    await findServices(at);
    await desk.page.getByRole('button', { name: 'Back to services' }).click();
    const row = desk.page.getByRole('listitem').filter({ hasText: TRIAGE_SERVICE }).first();
    await row.waitFor();
    expect(await row.innerText()).toMatch(/triage/i);
    expect(await row.getByRole('checkbox', { disabled: false }).count()).toBe(0);
  });

  it('says beforehand that the patient letter goes with the booking, and prints a confirmation', async () => {
    const at: At = { page: desk.page, actor: mouseActor() };
    await openReferrals(at);
    await chooseRole(at);
    await findServices(at);
    const shown = await createReferral(at);
    await attachLetter(at);
    await desk.page
      .getByText(/Print it before you book/)
      .first()
      .waitFor();
    await bookFirstSlot(at);
    await desk.page.getByText('Appointment booked').first().waitFor();
    await desk.page.getByRole('button', { name: /Print (the )?confirmation/ }).click();
    await desk.page.emulateMedia({ media: 'print' });
    await expectShown(desk, [shown, /HARGREAVES-OYELARAN/, DIRECT_SERVICE, /Training system/]);
  });

  it('names the responsible clinician when an admin refers', async () => {
    const at: At = { page: desk.page, actor: mouseActor() };
    await openReferrals(at);
    await chooseRole(at, 'Referring clinician admin');
    await desk.page.getByLabel('Specialty', { exact: true }).selectOption({ label: 'Cardiology' });
    await desk.page
      .getByLabel('Clinic type', { exact: true })
      .selectOption({ label: 'Arrhythmia' });
    await desk.page.getByRole('radio', { name: 'Urgent', exact: true }).click();
    await desk.page.getByRole('button', { name: 'Search', exact: true }).click();
    await desk.page.getByText('There is 1 thing to fix').waitFor();
    const field = desk.page.getByLabel('Referring clinician', { exact: true });
    await field.fill('Fenwick');
    await desk.page.getByRole('button', { name: /^Find/ }).click();
    await desk.page.getByRole('radio', { name: /FENWICK/ }).click();
    await desk.page.getByRole('button', { name: 'Search', exact: true }).click();
    await desk.page.getByRole('checkbox', { name: DIRECT_SERVICE }).click();
    await desk.page.getByRole('button', { name: 'Check this referral' }).click();
    await createReferral(at);
  });
});
