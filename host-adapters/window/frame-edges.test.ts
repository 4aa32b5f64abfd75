import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { focused, focusEdge, watchEdges } from './frame-edges.ts';
import { tabbableIn } from './tabbable.ts';

let main: HTMLElement;
let exits: string[];

function button(name: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.textContent = name;
  return made;
}

/** A widget with its fields in shadow roots and in slots, as ours have them. */
beforeEach(() => {
  exits = [];
  main = document.createElement('main');
  const session = document.createElement('div');
  const hidden = button('hidden');
  hidden.hidden = true;
  const off = button('off');
  off.disabled = true;
  const root = session.attachShadow({ mode: 'open' });
  root.append(button('first'), document.createElement('slot'), hidden, off);
  const widget = document.createElement('div');
  widget.attachShadow({ mode: 'open' }).append(button('last'));
  session.append(widget);
  main.append(session);
  document.body.append(main);
  watchEdges(main, (direction) => exits.push(direction));
});

afterEach(() => document.body.replaceChildren());

const names = (): string[] => tabbableIn(main).map(({ textContent }) => textContent ?? '');
const onFocus = (): string | null | undefined => focused()?.textContent;

describe('the edges of the frame', () => {
  it('are its first and last place that Tab reaches, through shadow roots and slots', () => {
    expect(names()).toEqual(['first', 'last']);
    focusEdge(main, 'end');
    expect(onFocus()).toBe('last');
    focusEdge(main, 'start');
    expect(onFocus()).toBe('first');
  });

  it('tell once that Tab leads out, in the direction in which it does', async () => {
    focusEdge(main, 'start');
    await userEvent.keyboard('{Tab}');
    expect([onFocus(), exits]).toEqual(['last', []]);
    await userEvent.keyboard('{Tab}');
    expect(exits).toEqual(['forward']);

    focusEdge(main, 'start');
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
    expect(exits).toEqual(['forward', 'backward']);
  });

  it('are no stops for whoever comes in from outside', async () => {
    const before = button('before');
    main.parentElement?.prepend(before);
    before.focus();
    await userEvent.keyboard('{Tab}');
    expect([onFocus(), exits]).toEqual(['first', []]);
  });
});
