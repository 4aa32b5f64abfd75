import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mouseActor } from './actors.ts';
import { openDesk, simulator, type Desk } from './desk.ts';
import { chooseRole, findServices, openReferrals, type At } from './refer-steps.ts';

const JOSEPHINE = 'HARGREAVES-OYELARAN';

let desk: Desk;
let at: At;

beforeEach(async () => {
  desk = await openDesk();
  at = { page: desk.page, actor: mouseActor() };
  await openReferrals(at);
  await chooseRole(at);
});

afterEach(() => desk.close());

async function openColin(): Promise<void> {
  const list = desk.page.getByLabel('Open a record');
  const name = await list.locator('option', { hasText: 'ASHWORTH' }).first().innerText();
  await list.selectOption({ label: name });
}

/** Everything in the widgets' own trees: what a screen reader or a search would find. */
function widgetWords(): Promise<string> {
  return desk.page.locator('ers-session').evaluate((session) => {
    const words = (root: ParentNode): string =>
      [...root.querySelectorAll('*')]
        .filter((element) => !['STYLE', 'SCRIPT'].includes(element.tagName))
        .map((element) => {
          const values = 'value' in element ? String(element.value) : '';
          return `${[...element.childNodes]
            .filter((node) => node.nodeType === Node.TEXT_NODE)
            .map((node) => node.textContent)
            .join(' ')} ${values} ${element.shadowRoot ? words(element.shadowRoot) : ''}`;
        })
        .join(' ');
    return `${words(session)} ${session.shadowRoot ? words(session.shadowRoot) : ''}`;
  });
}

describe('another record is opened', () => {
  it('in mid-typing: nothing typed for the former patient is on the page, and nothing is lost', async () => {
    await desk.page.getByLabel('Postcode').fill('ZZ9 9ZZ');
    await openColin();
    await desk.page.getByText('A different patient’s record is open').waitFor();
    expect(await widgetWords()).not.toContain('ZZ9 9ZZ');
    await desk.page.getByRole('button', { name: /^Save the draft/ }).click();
    await desk.page.getByText('Search for services').waitFor();
    const words = await widgetWords();
    expect(words).not.toContain('ZZ9 9ZZ');
    expect(words).not.toContain(JOSEPHINE);
    expect(words).toContain('ASHWORTH');

    const list = desk.page.getByLabel('Open a record');
    const name = await list.locator('option', { hasText: JOSEPHINE }).first().innerText();
    await list.selectOption({ label: name });
    await expect.poll(() => desk.page.getByLabel('Postcode').inputValue()).toBe('ZZ9 9ZZ');
  });

  it('in mid-typing: going back to the former patient brings their work back', async () => {
    await desk.page.getByLabel('Postcode').fill('ZZ9 9ZZ');
    await openColin();
    await desk.page.getByRole('button', { name: /^Go back to/ }).click();
    await expect.poll(() => desk.page.getByLabel('Postcode').inputValue()).toBe('ZZ9 9ZZ');
    expect(await widgetWords()).toContain(JOSEPHINE);
  });

  it('in mid-create: the referral is made once, for the former patient, and never shown under the next', async () => {
    const before = (await simulator.state()).referrals.map(({ ubrn }) => ubrn);
    await findServices(at);
    await desk.page.getByRole('radio', { name: 'I will add a letter', exact: true }).click();
    await desk.page.getByLabel('Remind the patient to book').fill('14');
    await simulator.fault({ operation: 'A011', kind: 'delay', ms: 3_000 });
    const create = desk.page.getByRole('button', { name: /^Create (training )?referral/ });
    await create.click();
    await desk.page.getByRole('button', { name: /Creating/ }).waitFor();
    await openColin();
    await desk.page.getByText('A different patient’s record is open').waitFor();
    await desk.page.getByRole('button', { name: /^Go on with/ }).click();
    await desk.page.getByText('Search for services').waitFor();

    const made = async (): Promise<string[]> =>
      (await simulator.state()).referrals
        .map(({ ubrn }) => ubrn)
        .filter((u) => !before.includes(u));
    await expect.poll(made, { timeout: 10_000 }).toHaveLength(1);
    const words = await widgetWords();
    expect(words).not.toContain(JOSEPHINE);
    expect(words).not.toContain('Referral created');

    const list = desk.page.getByLabel('Open a record');
    const name = await list.locator('option', { hasText: JOSEPHINE }).first().innerText();
    await list.selectOption({ label: name });
    await desk.page
      .getByText(/was made|was created|already/)
      .first()
      .waitFor();
    expect(await made()).toHaveLength(1);
  });
});
