import { afterEach, beforeEach, describe, it } from 'vitest';
import { mouseActor } from './actors.ts';
import { openDesk, simulator, type Desk } from './desk.ts';
import {
  chooseRole,
  createReferral,
  DIRECT_SERVICE,
  openReferrals,
  searchArrhythmia,
  type At,
} from './refer-steps.ts';

// The page of the demo keeps work sealed on the computer (`storage: "encrypted"`).

let desk: Desk;
let at: At;

beforeEach(async () => {
  await simulator.clearFaults();
  desk = await openDesk();
  at = { page: desk.page, actor: mouseActor() };
});
afterEach(() => desk.close());

/** Of the whole origin, in bytes; what is there already counts. */
async function limitStorage(quotaSize: number): Promise<void> {
  const { page } = desk;
  const devTools = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await devTools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
}

describe('F14, P4: the disk is full', () => {
  it('it is said that nothing is saved on this computer, the work stays, and it can be sent', async () => {
    const { page } = desk;
    await openReferrals(at);
    await chooseRole(at);
    await page.getByLabel('Postcode').waitFor();
    await limitStorage(1);
    await searchArrhythmia(at);
    await page.getByText('Your work cannot be saved on this computer').first().waitFor();
    await page.getByRole('checkbox', { name: DIRECT_SERVICE }).click();
    await page.getByRole('button', { name: 'Check this referral' }).click();
    await createReferral(at);
  });
});
