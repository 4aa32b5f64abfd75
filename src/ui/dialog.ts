import { html, type TemplateResult } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { type ElementPart } from 'lit/directive.js';

export interface DialogOptions {
  title: string;
  content: string | TemplateResult;
  /** No button is the default one: focus goes to the title. */
  actions: TemplateResult;
  /** Esc: the same as the way back. It never discards. */
  onClose: () => void;
}

/** A modal that is open while it is rendered. Only for the final cancel: nothing else interrupts. */
export function dialog({ title, content, actions, onClose }: DialogOptions): TemplateResult {
  const close = (event: Event): void => {
    event.preventDefault();
    onClose();
  };
  return html`<dialog
    class="ui-dialog"
    aria-labelledby="ers-dialog-title"
    @cancel=${close}
    ${modal()}
  >
    <h2 class="ui-h2" id="ers-dialog-title" tabindex="-1">${title}</h2>
    <div>${content}</div>
    <div class="ui-row">${actions}</div>
  </dialog>`;
}

/** Opens the dialog once it is in the page and gives the focus back when it goes. */
class ModalDirective extends AsyncDirective {
  private opener: HTMLElement | undefined;

  override render(): void {}

  override update(part: ElementPart): void {
    if (this.opener) return;
    const element = part.element as HTMLDialogElement;
    queueMicrotask(() => {
      if (!element.isConnected || element.open) return;
      this.opener = focusedIn(element.getRootNode());
      element.showModal();
      element.querySelector('h2')?.focus();
    });
  }

  protected override disconnected(): void {
    const { opener } = this;
    this.opener = undefined;
    if (opener) queueMicrotask(() => opener.focus());
  }
}

const modal = directive(ModalDirective);

function focusedIn(root: Node): HTMLElement | undefined {
  const active = (root as ShadowRoot | Document).activeElement;
  return active instanceof HTMLElement ? active : undefined;
}
