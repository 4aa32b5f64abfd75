import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mouseActor } from './actors.ts';
import { simulator } from './desk.ts';
import { chooseRole, createReferral, findServices } from './refer-steps.ts';
import {
  launchAddress,
  openLaunch,
  openRecord,
  picture,
  startSmart,
  type SmartBrowser,
  type SmartSet,
} from './smart-desk.ts';

let smart: SmartSet;
let browser: SmartBrowser;

beforeAll(async () => {
  smart = await startSmart();
});

afterAll(() => smart.stop());

beforeEach(async () => {
  browser = await openRecord(smart.record);
});

afterEach(() => browser.context.close());

const tokenOf = (): string => {
  const answers = browser.exchanges.filter(({ url }) => url === `${smart.record}/token`);
  const [, token = ''] = /"access_token":"([^"]+)"/.exec(answers.at(-1)?.text ?? '') ?? [];
  return token;
};

const documentsFiled = async (patientId = 'record-1') =>
  (await fetch(`${smart.record}/documents/${patientId}`)).json();

const FOREIGN = 'http://evil.example/fhir';
const asked = (): string[] => browser.exchanges.map(({ url }) => url);

describe('a launch from a record system by SMART', () => {
  it('refers the patient whose record is open, and files a note and the letter there, without a question about access', async () => {
    const opened = browser.context.waitForEvent('page');
    await browser.page.getByRole('button', { name: 'Refer in a new window' }).click();
    const page = await opened;
    const at = { page, actor: mouseActor() };
    await chooseRole(at);
    await findServices(at);
    await page.getByText('999 012 3454').first().waitFor();
    const shown = await createReferral(at);
    await page.getByText('The referral is created. It is filed in the record.').waitFor();
    await page.getByRole('button', { name: 'Print the patient letter' }).click();
    await page.getByRole('button', { name: 'File it in the record' }).click();
    await page.getByText('Filed in the record.', { exact: true }).first().waitFor();
    await picture(page, 'refer');

    const ubrn = shown.replaceAll(' ', '');
    const { referrals } = await simulator.state(smart.set.simulator);
    expect(referrals.filter((referral) => referral.ubrn === ubrn)).toHaveLength(1);
    const [filed, letter, ...others] = await documentsFiled();
    expect(others).toEqual([]);
    expect(filed.subject).toEqual({ reference: 'Patient/record-1' });
    expect(filed.context.related[0].identifier.value).toBe(ubrn);
    expect(atob(filed.content[0].attachment.data)).toContain(ubrn);
    expect(letter.context).toEqual(filed.context);
    expect(letter.content[0].attachment.contentType).toBe('application/pdf');
    expect(atob(letter.content[0].attachment.data)).toMatch(/^%PDF-/);
    expect(browser.faults).toEqual([]);
  });

  it('gives its token to the record system alone, and keeps nothing of it in the browser', async () => {
    const page = await openLaunch(browser, await launchAddress(browser));
    await chooseRole({ page, actor: mouseActor() });
    await page.getByLabel('Specialty', { exact: true }).waitFor();

    await expect.poll(tokenOf).toMatch(/^.{20,}$/);
    const token = tokenOf();
    await browser.noted();
    const { record, set } = smart;
    const holders = browser.exchanges.filter(({ text }) => text.includes(token));
    const places = holders.map(({ url }) => url.replace(/\/[^/]*$/, ''));
    expect([...new Set(places)].sort()).toEqual([
      record,
      `${record}/fhir/Organization`,
      `${record}/fhir/Patient`,
      `${record}/fhir/Practitioner`,
    ]);
    expect(browser.exchanges.some(({ url }) => url.startsWith(set.proxy))).toBe(true);
    const held = await page.evaluate(() =>
      JSON.stringify([
        Object.entries(localStorage),
        Object.entries(sessionStorage),
        document.cookie,
        location.href,
        document.documentElement.outerHTML,
      ]),
    );
    expect(held).not.toContain(token);
    expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
    expect(new URL(page.url()).search).toBe('');
  });

  it('takes no server, client or patient from the address of a launch', async () => {
    const address = await launchAddress(browser);
    address.searchParams.set('patientId', 'record-2');
    address.searchParams.set('clientId', 'somebody-else');
    address.searchParams.set('fhirServiceUrl', FOREIGN);
    const page = await openLaunch(browser, address);
    await chooseRole({ page, actor: mouseActor() });
    await page.getByText('999 012 3454').first().waitFor();
    expect(asked().filter((url) => url.includes('/fhir/Patient/'))).toEqual([
      `${smart.record}/fhir/Patient/record-1`,
    ]);
    expect(asked().filter((url) => url.startsWith('http://evil.example'))).toEqual([]);
    const signIn = asked().find((url) => url.startsWith(`${smart.record}/authorize?`)) ?? '';
    expect(new URL(signIn).searchParams.get('client_id')).toBe('castlegate-e-referral');
  });

  it('works inside the page of the record system too', async () => {
    await browser.page.getByRole('button', { name: 'Refer', exact: true }).click();
    const frame = browser.page.frameLocator('iframe[title="e-Referral"]');
    await frame.getByRole('heading', { name: 'In which role are you working?' }).waitFor();
    await picture(browser.page, 'in-the-record');
    expect(browser.faults).toEqual([]);
  });

  it('says that the referral is made where the record does not take the note of it', async () => {
    const filing = (status: number) =>
      fetch(`${smart.record}/__record/filing`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ status }),
      });
    await filing(500);
    const before = await documentsFiled('record-2');
    const page = await openLaunch(browser, await launchAddress(browser, 'record-2'));
    const at = { page, actor: mouseActor() };
    await chooseRole(at);
    await findServices(at);
    const ubrn = (await createReferral(at)).replaceAll(' ', '');
    await page.getByText(/^The referral is created. It is not filed in the record/).waitFor();
    await filing(201);
    const { referrals } = await simulator.state(smart.set.simulator);
    expect(referrals.some((referral) => referral.ubrn === ubrn)).toBe(true);
    expect(await documentsFiled('record-2')).toEqual(before);
    await picture(page, 'not-filed');
  });
});
