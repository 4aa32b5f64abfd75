const CANDIDATES =
  'a[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable]';

/** What Tab reaches below a root, in the order of the page, through open shadow roots and slots. */
export function tabbableIn(root: ParentNode): HTMLElement[] {
  return [...root.children].flatMap((child) => {
    if (!(child instanceof HTMLElement) || isAway(child)) return [];
    const own = isTabStop(child) ? [child] : [];
    return [...own, ...tabbableIn(child.shadowRoot ?? child), ...slotted(child)];
  });
}

function slotted(child: HTMLElement): HTMLElement[] {
  if (!(child instanceof HTMLSlotElement)) return [];
  return child.assignedElements().flatMap((element) => {
    if (!(element instanceof HTMLElement) || isAway(element)) return [];
    const own = isTabStop(element) ? [element] : [];
    return [...own, ...tabbableIn(element.shadowRoot ?? element)];
  });
}

function isTabStop(element: HTMLElement): boolean {
  return element.matches(CANDIDATES) && element.tabIndex >= 0 && !element.matches(':disabled');
}

function isAway(element: HTMLElement): boolean {
  return Boolean(element.hidden) || element.inert || getComputedStyle(element).display === 'none';
}
