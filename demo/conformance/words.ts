/** Every word in the element's own trees and fields, seen or not. */
export function wordsIn(root: Node): string {
  if (root instanceof Text) return root.data;
  if (root instanceof HTMLStyleElement) return '';
  const field = root instanceof HTMLInputElement ? root.value : '';
  const shadow = root instanceof Element && root.shadowRoot ? wordsIn(root.shadowRoot) : '';
  return [field, shadow, ...[...root.childNodes].map(wordsIn)].join(' ');
}
