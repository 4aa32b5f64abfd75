import { tabbableIn } from './tabbable.ts';

/**
 * Where Tab leaves the frame. The two stops count only while the focus is inside, so that whoever
 * comes in from outside meets the first or last field and not a stop.
 */
export function watchEdges(
  main: HTMLElement,
  onExit: (direction: 'forward' | 'backward') => void,
): void {
  const before = stop('backward');
  const after = stop('forward');
  const arm = (isInside: boolean): void => {
    for (const { element } of [before, after]) element.tabIndex = isInside ? 0 : -1;
  };
  for (const { element, direction } of [before, after]) {
    element.addEventListener('focus', () => {
      arm(false);
      onExit(direction);
    });
  }
  main.before(before.element);
  main.after(after.element);
  main.addEventListener('focusin', () => arm(true));
  window.addEventListener('blur', () => arm(false));
}

function stop(direction: 'forward' | 'backward') {
  const element = document.createElement('span');
  element.className = 'frame__edge';
  element.tabIndex = -1;
  return { element, direction };
}

/** The focus on the first or last place of the frame. */
export function focusEdge(main: HTMLElement, edge: 'start' | 'end'): void {
  const places = tabbableIn(main);
  (edge === 'start' ? places[0] : places.at(-1))?.focus();
}

/** What has the focus, through every open shadow root. */
export function focused(): HTMLElement | undefined {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement && active !== document.body ? active : undefined;
}
