import { html, type TemplateResult } from 'lit';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ErsElement } from './base-element.ts';
import { defineOnce } from './define.ts';
import { RovingGrid } from './roving-grid.ts';

/** Row 0: Mon 09:00 and 09:20, Wed 10:00. Row 1: Mon 11:00, Fri 12:00. */
const SLOTS = [
  { key: 'mon-0900', row: 0, column: 0, item: 0 },
  { key: 'mon-0920', row: 0, column: 0, item: 1 },
  { key: 'wed-1000', row: 0, column: 2, item: 0 },
  { key: 'mon-1100', row: 1, column: 0, item: 0 },
  { key: 'fri-1200', row: 1, column: 4, item: 0 },
];

class SlotGrid extends ErsElement {
  slots = SLOTS;
  pages: number[] = [];
  readonly grid = new RovingGrid(this, {
    grid: () => this.renderRoot.querySelector<HTMLElement>('div'),
    onPage: (direction) => this.pages.push(direction),
  });

  override hasUnsavedInput(): boolean {
    return false;
  }

  override blank(): void {}

  protected override render(): TemplateResult {
    return html`<div @keydown=${this.grid.onKeydown} @focusin=${this.grid.onFocusin}>
      ${this.slots.map(
        ({ key, row, column, item }) =>
          html`<button data-key=${key} data-row=${row} data-column=${column} data-item=${item}>
            ${key}
          </button>`,
      )}
    </div>`;
  }
}

async function shown() {
  defineOnce('test-slot-grid', SlotGrid);
  const element = new SlotGrid();
  document.body.replaceChildren(element);
  await element.updateComplete;
  const root = element.renderRoot as ShadowRoot;
  const focused = (): string | undefined =>
    (root.activeElement as HTMLElement | null)?.dataset['key'];
  const tabStops = (): (string | undefined)[] =>
    [...root.querySelectorAll<HTMLElement>('button')]
      .filter((button) => button.tabIndex === 0)
      .map((button) => button.dataset['key']);
  return { element, focused, tabStops };
}

describe('a grid with one tab stop', () => {
  it('has its first stop in the tab order, then the one that had the focus', async () => {
    const { element, tabStops } = await shown();
    expect(tabStops()).toEqual(['mon-0900']);
    element.grid.focusKey('wed-1000');
    expect(tabStops()).toEqual(['wed-1000']);
  });

  it.each([
    ['mon-0900', '{ArrowRight}', 'wed-1000'],
    ['mon-0920', '{ArrowRight}', 'wed-1000'],
    ['wed-1000', '{ArrowLeft}', 'mon-0900'],
    ['wed-1000', '{ArrowRight}', 'wed-1000'],
    ['mon-0900', '{ArrowDown}', 'mon-0920'],
    ['mon-0920', '{ArrowDown}', 'mon-1100'],
    ['mon-1100', '{ArrowUp}', 'mon-0920'],
    ['mon-0920', '{Home}', 'mon-0900'],
    ['mon-0900', '{End}', 'wed-1000'],
    ['fri-1200', '{Control>}{Home}{/Control}', 'mon-0900'],
    ['mon-0900', '{Control>}{End}{/Control}', 'fri-1200'],
  ])('goes from %s with %s to %s', async (from, keys, to) => {
    const { element, focused } = await shown();
    element.grid.focusKey(from);
    await userEvent.keyboard(keys);
    expect(focused()).toBe(to);
  });

  it('asks for another page with PgUp and PgDn', async () => {
    const { element } = await shown();
    element.grid.focusKey('mon-0900');
    await userEvent.keyboard('{PageDown}{PageUp}');
    expect(element.pages).toEqual([1, -1]);
  });

  it('keeps its place when the content is loaded again', async () => {
    const { element, tabStops } = await shown();
    element.grid.focusKey('mon-1100');
    element.slots = SLOTS.filter(({ key }) => key !== 'mon-0900');
    element.requestUpdate();
    await element.updateComplete;
    expect(tabStops()).toEqual(['mon-1100']);
  });
});
