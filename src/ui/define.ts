/**
 * Registers a widget under a tag name. A page that loads the widgets twice keeps the first and is
 * told so; it does not break.
 */
export function defineOnce(name: string, widget: CustomElementConstructor): void {
  const known = customElements.get(name);
  if (known === widget) return;
  if (known) {
    console.warn(`<${name}> is already defined. The first definition stays.`);
    return;
  }
  customElements.define(name, widget);
}
