/** What keys do in a list. */
export interface KeyActs {
  /** How many rows below, or above where it is negative; `first` and `last` are the ends. */
  move(to: number | 'first' | 'last' | 'page-up' | 'page-down'): void;
  open(): void;
  close(): void;
  select(): void;
  nextNews(): void;
  find(): void;
  refresh(): void;
  copy(): void;
  keys(): void;
}

type Act = (acts: KeyActs) => void;

const ROW_KEYS: Readonly<Record<string, Act>> = {
  ArrowDown: ({ move }) => move(1),
  ArrowUp: ({ move }) => move(-1),
  PageDown: ({ move }) => move('page-down'),
  PageUp: ({ move }) => move('page-up'),
  Home: ({ move }) => move('first'),
  End: ({ move }) => move('last'),
  Enter: ({ open }) => open(),
  ArrowRight: ({ open }) => open(),
  ArrowLeft: ({ close }) => close(),
  Escape: ({ close }) => close(),
  ' ': ({ select }) => select(),
};

const LETTERS: Readonly<Record<string, Act>> = {
  n: ({ nextNews }) => nextNews(),
  '/': ({ find }) => find(),
  r: ({ refresh }) => refresh(),
  c: ({ copy }) => copy(),
  '?': ({ keys }) => keys(),
};

/** On the name of a row. A key that is held down opens no second record. */
export function pressRowKey(event: KeyboardEvent, acts: KeyActs): void {
  const isOnRow = event.target instanceof Element && event.target.closest('[data-open]') !== null;
  const act = ROW_KEYS[event.key];
  if (!act || !isOnRow || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const mayRepeat = event.key.startsWith('Arrow') || event.key.startsWith('Page');
  if (!event.repeat || (mayRepeat && event.key !== 'ArrowRight')) act(acts);
}

/** Single letters, anywhere in the widget outside a field. */
export function pressLetter(event: KeyboardEvent, acts: KeyActs): void {
  const act = LETTERS[event.key.toLowerCase()];
  if (!act || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
  if (isInField(event.target) || event.repeat) return;
  event.preventDefault();
  act(acts);
}

function isInField(target: EventTarget | null): boolean {
  if (target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && target.type !== 'checkbox';
}
