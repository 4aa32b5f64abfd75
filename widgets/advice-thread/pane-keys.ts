/** F6 and Shift+F6 go through the panes; no single letter does anything here. */
export function paneKeys(root: () => HTMLElement | DocumentFragment) {
  return (event: KeyboardEvent): void => {
    if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return;
    const heads = [...root().querySelectorAll<HTMLElement>('[data-pane-heading]')];
    if (heads.length === 0) return;
    event.preventDefault();
    const from = heads.findLastIndex((head) => isAtOrAfter(head, event.target));
    const step = event.shiftKey ? -1 : 1;
    heads[(from + step + heads.length) % heads.length]?.focus();
  };
}

/** Whether the focus is in the pane of this heading or beyond. */
function isAtOrAfter(head: HTMLElement, target: EventTarget | null): boolean {
  if (!(target instanceof Node)) return false;
  const place = head.compareDocumentPosition(target);
  return target === head || (place & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
