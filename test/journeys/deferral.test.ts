import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mouseActor } from './actors.ts';
import { openDesk, simulator, type Desk } from './desk.ts';
import {
  attachLetter,
  bookFirstSlot,
  chooseRole,
  createReferral,
  DIRECT_SERVICE,
  openReferrals,
  searchArrhythmia,
  type At,
} from './refer-steps.ts';

/** Directly bookable, and never with a free slot. */
const SERVICE_WITHOUT_SLOTS = '70005';

let desk: Desk;
let at: At;

beforeEach(async () => {
  await simulator.clearFaults();
  desk = await openDesk();
  at = { page: desk.page, actor: mouseActor() };
  await openReferrals(at);
  await chooseRole(at);
  await searchArrhythmia(at);
});

afterEach(() => desk.close());

async function referTo(service: string): Promise<string> {
  const { page } = desk;
  await page.getByRole('checkbox', { name: service }).click();
  await page.getByRole('button', { name: 'Check this referral' }).click();
  const ubrn = (await createReferral(at)).replaceAll(' ', '');
  await attachLetter(at);
  return ubrn;
}

async function deferred(ubrn: string) {
  const { referrals } = await simulator.state();
  return referrals.find((referral) => referral.ubrn === ubrn);
}

describe('a deferral to the provider', () => {
  it('is offered where a service has no free slots, with its reason filled in', async () => {
    const { page } = desk;
    const { services } = await simulator.directory();
    const name = services.find(({ id }) => id === SERVICE_WITHOUT_SLOTS)?.name ?? '';
    const ubrn = await referTo(name);
    await page.getByRole('button', { name: 'Go on to book', exact: true }).click();
    await page.getByText(/No free slots at/).waitFor();
    await page.getByRole('button', { name: /^Defer to provider/ }).click();
    await page.getByText(/You cannot change it/).waitFor();
    await page.getByLabel(/Comment for the provider/).fill('Works nights. Phone after 14:00.');
    await page.getByRole('button', { name: 'Defer to provider', exact: true }).click();
    await page
      .getByText(/^\s*Deferred to the provider\. No appointment/)
      .first()
      .waitFor();
    await page
      .getByText(/contacts the patient by/)
      .first()
      .waitFor();
    expect(await deferred(ubrn)).toMatchObject({
      state: 'DEFERRED_TO_PROVIDER',
      appointment: { reason: 'NO_SLOTS_AT_SERVICE', comment: 'Works nights. Phone after 14:00.' },
    });
  });

  it('is not offered while a service has free slots, and the screen says why', async () => {
    const { page } = desk;
    await referTo(DIRECT_SERVICE);
    await page.getByRole('button', { name: 'Go on to book', exact: true }).click();
    await page.getByRole('grid', { name: 'Free slots' }).waitFor();
    const defer = page.getByRole('button', { name: /Defer to provider/ });
    await expect.poll(() => page.getByText(/It is not for times that do not suit/).count()).toBe(1);
    expect(await defer.count()).toBeLessThanOrEqual(1);
    for (const button of await defer.all()) {
      expect(await button.getAttribute('aria-disabled')).toBe('true');
    }
  });

  it('is offered after the chosen slot was lost, naming that slot', async () => {
    const { page } = desk;
    const ubrn = await referTo(DIRECT_SERVICE);
    await simulator.fault({ operation: 'A016', kind: 'slot-taken' });
    await bookFirstSlot(at);
    await page.getByText('That slot has just been taken. Nothing is booked').waitFor();
    await page.getByRole('button', { name: /^Defer to provider/ }).click();
    await page.getByText('Slot lost').waitFor();
    await page.getByRole('button', { name: 'Defer to provider', exact: true }).click();
    await page
      .getByText(/^\s*Deferred to the provider\. No appointment/)
      .first()
      .waitFor();
    expect(await deferred(ubrn)).toMatchObject({
      state: 'DEFERRED_TO_PROVIDER',
      appointment: { reason: 'SLOT_NOT_AVAILABLE' },
    });
  });
});
