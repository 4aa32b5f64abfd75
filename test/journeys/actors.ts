import type { Locator, Page } from 'playwright-core';

/** Somebody at the desk: the same job by mouse or by keyboard alone. */
export interface Actor {
  press(target: Locator): Promise<void>;
  /** Of a group of radios. */
  pick(radio: Locator): Promise<void>;
  tick(box: Locator): Promise<void>;
  choose(list: Locator, label: string): Promise<void>;
  type(field: Locator, text: string): Promise<void>;
  /** A slot of the week: by a click, or by arrow keys from where the grid takes the focus. */
  pickSlot(slot: Locator): Promise<void>;
}

export function mouseActor(): Actor {
  return {
    press: (target) => target.click(),
    pick: (radio) => radio.click(),
    tick: (box) => box.click(),
    choose: async (list, label) => {
      await list.selectOption({ label });
    },
    type: (field, text) => field.fill(text),
    pickSlot: (slot) => slot.click(),
  };
}

const MOST_TABS = 250;

export function keyboardActor(page: Page): Actor {
  const { keyboard } = page;

  /** Tabs on, as a person does, until the target has the focus. */
  async function tabTo(target: Locator): Promise<void> {
    await target.waitFor();
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      if (await hasFocus(target)) return;
      await keyboard.press('Tab');
    }
    throw new Error(`The keyboard does not reach ${String(target)}`);
  }

  return {
    async press(target) {
      await tabTo(target);
      await keyboard.press('Enter');
    },
    async pick(radio) {
      const group = radio.locator('xpath=ancestor::fieldset[1]').getByRole('radio');
      await tabToAny(page, group);
      for (let moves = 0; moves < 20; moves += 1) {
        if (await hasFocus(radio)) break;
        await keyboard.press('ArrowDown');
      }
      if (!(await radio.isChecked())) await keyboard.press('Space');
    },
    async tick(box) {
      await tabTo(box);
      await keyboard.press('Space');
    },
    async choose(list, label) {
      await tabTo(list);
      await keyboard.type(label);
    },
    async type(field, text) {
      await tabTo(field);
      await keyboard.press('ControlOrMeta+a');
      await keyboard.type(text);
    },
    async pickSlot(slot) {
      const slots = slot.page().getByRole('grid', { name: 'Free slots' }).getByRole('button');
      await tabToAny(page, slots);
      for (let moves = 0; moves < 20; moves += 1) {
        if (await hasFocus(slot)) break;
        await keyboard.press('ArrowRight');
      }
      await keyboard.press('Enter');
    },
  };
}

async function tabToAny(page: Page, targets: Locator): Promise<void> {
  await targets.first().waitFor();
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    for (const target of await targets.all()) if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${String(targets)}`);
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active === element;
  });
}
