import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

export interface CopyableOptions {
  value: string;
  /** How it is shown, where that differs: a UBRN is shown in groups of four. */
  shown?: string | undefined;
  /** What the value is, for those who hear the button alone: "UBRN". */
  about: string;
}

/** A value with a Copy button, which says "Copied", or how to copy where the browser refuses. */
export function copyable({ value, shown, about }: CopyableOptions): TemplateResult {
  // The button's words are changed in place after a press; another value is another button.
  const one = html`<span class="ui-copyable"
    ><span class=${shown ? 'ui-number' : ''}>${shown ?? value}</span>
    <button type="button" class="ui-button ui-button--link" @click=${copier(value)}>
      Copy<span class="ui-hidden"> ${about}</span></button
    ><span role="status" class="ui-copied"></span
  ></span>`;
  return html`${keyed(value, one)}`;
}

function copier(value: string): (event: Event) => Promise<void> {
  return async (event) => {
    const pressed = event.currentTarget as HTMLButtonElement;
    const said = pressed.nextElementSibling;
    const words = (await wasCopied(value)) ? 'Copied' : 'Not copied: select it and press Ctrl+C';
    if (said) said.textContent = words;
  };
}

async function wasCopied(value: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(value);
    return true;
  } catch {
    // A frame without the clipboard permission, or a page without https.
    return false;
  }
}
