import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mouseActor } from './actors.ts';
import { openDesk, simulator, type Desk } from './desk.ts';
import {
  attachLetter,
  bookFirstSlot,
  chooseRole,
  createReferral,
  findServices,
  openReferrals,
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

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('F23: the clock of the computer is wrong', () => {
  it.each([
    ['a day behind', -DAY],
    ['10 minutes behind', -10 * MINUTE],
    ['10 minutes ahead', 10 * MINUTE],
    ['a day ahead', DAY],
  ])(
    '%s: the referral is made and booked, and every time shown is that of e-RS',
    async (_, off) => {
      const { page } = desk;
      await page.clock.setSystemTime(Date.now() + off);
      await page.reload();
      await openReferrals(at);
      await chooseRole(at);
      await findServices(at);
      await createReferral(at);
      await attachLetter(at);
      const attached = await page.getByText(/Saved at \d\d:\d\d/).innerText();
      const [hours = '', minutes = ''] = /(\d\d):(\d\d)/.exec(attached)?.slice(1) ?? [];
      await bookFirstSlot(at);
      await page.getByText('Appointment booked').first().waitFor();
      const { now } = await simulator.clock();
      const londonNow = new Intl.DateTimeFormat('en-GB', {
        timeZone: 'Europe/London',
        hour: '2-digit',
        minute: '2-digit',
      }).format(new Date(now));
      const minutesOf = (text: string): number => {
        const [h = 0, m = 0] = text.split(':').map(Number);
        return h * 60 + m;
      };
      const apart = minutesOf(londonNow) - minutesOf(`${hours}:${minutes}`);
      expect(apart).toBeGreaterThanOrEqual(0);
      expect(apart).toBeLessThanOrEqual(2);
    },
  );
});
