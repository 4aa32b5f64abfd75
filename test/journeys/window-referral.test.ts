import { afterEach, describe, expect, inject, it } from 'vitest';
import { keyboardActor, mouseActor } from './actors.ts';
import { openDesk, simulator, type Desk } from './desk.ts';
import { chooseRole, createReferral, findServices } from './refer-steps.ts';
import { frameIn, inFrame, SLOW } from './window-page.ts';

let desk: Desk;

afterEach(() => desk.close());

async function expectCreated(shown: string): Promise<void> {
  const { referrals } = await simulator.state();
  const made = referrals.filter(({ ubrn }) => ubrn === shown.replaceAll(' ', ''));
  expect(made.map(({ history }) => history.map(({ event }) => event))).toEqual([['created']]);
}

describe('a hospital that shows the widgets in a frame of another origin', () => {
  it('refers a patient by keyboard alone, and has the referral in its own record', async () => {
    desk = await openDesk(`${inject('hospital')}/clinic`);
    const { page } = desk;
    const actor = keyboardActor(page);
    await actor.press(page.getByRole('button', { name: 'Refer by e-RS' }));
    const frame = await frameIn(page);
    const at = inFrame(frame, actor);
    await findServices(at);
    const shown = await createReferral(at);
    await expectCreated(shown);
    expect(desk.faults).toEqual([]);

    await page.getByRole('button', { name: 'Letters and referrals' }).click();
    await page.getByRole('button', { name: `Open referral ${shown}` }).click();
    await frame.getByRole('heading', { name: `Referral ${shown}` }).waitFor();
  });

  it('gives the frame its size, so that it has no scroll bar of its own', async () => {
    desk = await openDesk(`${inject('hospital')}/clinic`);
    const { page } = desk;
    await page.getByRole('button', { name: 'Refer by e-RS' }).click();
    const frame = await frameIn(page);
    await frame.getByText('Search for services').waitFor();
    const overflow = (): Promise<number> =>
      frame.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
    await expect.poll(overflow, SLOW).toBe(0);
    await page.setViewportSize({ width: 320, height: 900 });
    await expect.poll(() => frame.evaluate(() => window.innerWidth), SLOW).toBe(320);
    await expect.poll(overflow, SLOW).toBe(0);
  });

  it('takes no word from the address of the frame: patient, server and role are those of the host', async () => {
    desk = await openDesk(`${inject('hospital')}/clinic`);
    const { page, exchanges } = desk;
    const wrong =
      '?patient=9990348715&proxyBase=https://evil.test&role=ADMIN&iss=https://evil.test';
    await page.route(
      /ers-frame\.html/,
      (route) =>
        route.fulfill({
          status: 302,
          headers: { location: `${inject('frame')}/ers-frame.html${wrong}#patient=9990348715` },
        }),
      { times: 1 },
    );
    await page.getByRole('button', { name: 'Refer by e-RS' }).click();
    const frame = await frameIn(page);
    await frame.getByText('Search for services').waitFor();
    expect(frame.url()).toContain('evil.test');
    await frame
      .getByText(/HARGREAVES-OYELARAN/)
      .first()
      .waitFor();
    const called = exchanges.map(({ url }) => new URL(url).origin);
    const known = ['hospital', 'frame', 'proxy'] as const;
    expect(new Set(called)).toEqual(new Set(known.map((name) => new URL(inject(name)).origin)));
  });
});

describe('the GP system with its desk in a frame', () => {
  it('refers as it does in the page; a card that was out is followed by the same patient', async () => {
    desk = await openDesk(inject('page'));
    const { page } = desk;
    const actor = mouseActor();
    await page.getByRole('link', { name: 'e-Referral in a frame of its own' }).click();
    await page.getByRole('button', { name: 'Refer', exact: true }).click();
    const frame = await frameIn(page);
    const at = inFrame(frame, actor);
    await chooseRole(at);
    await findServices(at);
    await expectCreated(await createReferral(at));

    await page.getByRole('button', { name: 'Take the smartcard out' }).click();
    await frame.getByText('All patient details are hidden').waitFor();
    await page.getByRole('button', { name: 'Put the smartcard in' }).click();
    await chooseRole(at);
    await frame.getByText('Files for this referral').waitFor();
    expect(desk.faults).toEqual([]);
  });
});
