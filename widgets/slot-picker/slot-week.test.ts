import { html } from 'lit';
import { afterEach, describe, expect, it } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { showFixture } from '../../src/ui/fixture-frame.ts';
import { trainingBand } from '../../src/ui/training-frame.ts';
import { sessionStyles } from '../session/session.styles.ts';
import { find, settled, show, slot } from './picker-scene.ts';
import { chosen } from './sample-slots.ts';

afterEach(async () => {
  await emulateForcedColours('none');
  document.body.replaceChildren();
});

/** A picker in a page that scrolls, below the band that a session of a training system shows. */
async function inTraining() {
  await page.viewport(1200, 700);
  const { picker, root } = await show({ state: { chosen } });
  const session = await showFixture(
    html`<style>
        ${sessionStyles.cssText}
      </style>
      ${trainingBand()}<slot></slot>`,
    1100,
  );
  session.append(picker);
  session.style.paddingBottom = '1000px';
  await settled(picker);
  return { root, band: find(session.renderRoot as ShadowRoot, '.ui-training') };
}

describe('the heads of the days', () => {
  it('stay in sight below the training band while the week is scrolled', async () => {
    const { band, root } = await inTraining();
    find(root, '.grid tbody:last-of-type').scrollIntoView({ block: 'start' });
    const head = find(root, '.grid thead th:nth-child(4)');
    const { left, top, bottom } = head.getBoundingClientRect();
    expect(find(root, '.grid').getBoundingClientRect().top).toBeLessThan(0);
    expect(Math.abs(top - band.getBoundingClientRect().bottom)).toBeLessThanOrEqual(1);
    const seen = root.elementFromPoint(left + 12, bottom - 8);
    expect(seen && head.contains(seen)).toBe(true);
  });

  it('are followed by the name of the service whose slots are below them', async () => {
    const { root } = await inTraining();
    const last = find(root, '.grid tbody:last-of-type');
    find(root, '.grid tbody:last-of-type tr:nth-child(3)').scrollIntoView({ block: 'start' });
    const head = find(root, '.grid thead th').getBoundingClientRect();
    const seen = root.elementFromPoint(head.left + 4, head.bottom + 8);
    expect(seen?.closest('.grid__service')).toBe(last.querySelector('.grid__service'));
  });

  it('do not cover the slot that the arrow keys go to', async () => {
    const { root } = await inTraining();
    const [above, below] = ['22T13:00', '22T13:40'].map((time) =>
      slot(root, `2001-555021854111-${time}`),
    );
    below?.focus();
    const top = find(root, '.grid thead th').offsetHeight / 2;
    scrollBy(0, (above?.getBoundingClientRect().top ?? 0) - top);
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(root.activeElement).toBe(above);
    const service = find(root, '.grid__service > th').getBoundingClientRect();
    expect(above?.getBoundingClientRect().top).toBeGreaterThanOrEqual(service.bottom);
  });
});

describe('in the user’s own colours, the chosen slot', () => {
  it('is told from a free one by its ground, also with the focus', async () => {
    await emulateForcedColours('active');
    const { picker, root } = await show({ state: { chosen } });
    const free = slot(root, '2001-555021854111-19T13:40');
    const look = (of: Element): string => getComputedStyle(of).backgroundColor;
    const ofFree = look(free);
    const ofChosen = look(slot(root, chosen.id));
    slot(root, chosen.id).focus();
    await userEvent.keyboard('{Home}');
    await settled(picker);
    expect(look(root.activeElement ?? free)).toBe(ofFree);
    slot(root, chosen.id).focus();
    expect(ofChosen).not.toBe(ofFree);
    expect(look(slot(root, chosen.id))).toBe(ofChosen);
  });
});

async function emulateForcedColours(value: 'active' | 'none'): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
}
