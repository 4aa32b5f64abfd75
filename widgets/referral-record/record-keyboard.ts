import { isField, wishOf, type KeyWish } from './record-keys.ts';
import { NO_NEIGHBOUR } from './record-head.ts';
import { isProvider, type Screen } from './screen.ts';
import { stepFile } from './shown-file.ts';

interface Keyboard {
  root: () => ParentNode;
  screen: () => Screen | undefined;
  say: (words: string) => void;
  /** To the heading of what is asked now. */
  focusStep: () => void;
}

/** What keys do while the focus is in the record. */
export function keyListener(keyboard: Keyboard): (event: KeyboardEvent) => void {
  return (event) => {
    const screen = keyboard.screen();
    const wish = screen && wishOf(event, { letters: screen.letterKeys });
    if (!wish) return;
    if (wish.wish === 'leave' && !leaves(event, { screen, keyboard })) return;
    event.preventDefault();
    fulfil(wish, { screen, keyboard });
  };
}

interface Place {
  screen: Screen;
  keyboard: Keyboard;
}

function fulfil(wish: KeyWish, { screen, keyboard }: Place): void {
  switch (wish.wish) {
    case 'choose':
      if (isProvider(screen)) screen.choose(wish.action);
      return;
    case 'go':
      if (screen.state.place && !screen.state.place[wish.to]) keyboard.say(NO_NEIGHBOUR[wish.to]);
      else screen.actions[wish.to]();
      return;
    case 'file': {
      const shown = stepFile(screen, wish.by);
      keyboard.say(shown ? `Showing ${shown.name}` : 'There is no other file that can be opened.');
      return;
    }
    case 'pane':
      goToPane(keyboard.root(), wish.by);
  }
}

function goToPane(root: ParentNode, by: -1 | 1): void {
  const panes = [...root.querySelectorAll('[data-pane]')];
  const at = panes.findIndex((pane) => pane.matches(':focus-within'));
  const from = at < 0 && by < 0 ? 0 : at;
  const to = panes[(from + by + panes.length) % panes.length];
  to?.querySelector<HTMLElement>('[data-pane-heading], [data-focus-heading]')?.focus();
}

/** Esc leaves a field, then the decision; what was typed stays with it. */
function leaves(event: Event, { screen, keyboard }: Place): boolean {
  const { chosen, phase } = screen.state;
  if (isField(event)) {
    keyboard.focusStep();
    return true;
  }
  if (!chosen || phase.status === 'conflict') return false;
  screen.actions.choose(undefined);
  screen.focus(`#decide-${chosen}`);
  return true;
}
