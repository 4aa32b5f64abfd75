import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

export interface CheckboxOptions {
  /** Unique in the root. */
  id: string;
  label: string | TemplateResult;
  checked: boolean;
  onChange: (checked: boolean) => void;
  hint?: string | TemplateResult | undefined;
  /** Why it cannot be ticked; it stays readable and focusable. */
  unavailable?: string | TemplateResult | undefined;
  /** The label is heard, not seen: for a tick whose row already shows its name. */
  hideLabel?: boolean | undefined;
}

/** One tick box. */
export function checkbox(options: CheckboxOptions): TemplateResult {
  const { id, label, checked, hint, unavailable, hideLabel } = options;
  const off = unavailable !== undefined;
  const note = unavailable ?? hint;
  return html`<div class="nhsuk-checkboxes nhsuk-checkboxes--small ui-choices">
    <div class="nhsuk-checkboxes__item">
      <input
        class="nhsuk-checkboxes__input"
        type="checkbox"
        id=${id}
        .checked=${live(checked)}
        aria-disabled=${off ? 'true' : nothing}
        aria-describedby=${note ? `${id}-note` : nothing}
        @click=${off ? refuse : nothing}
        @change=${(event: Event) => options.onChange((event.target as HTMLInputElement).checked)}
      />
      <label class="nhsuk-checkboxes__label" for=${id}
        >${hideLabel ? html`<span class="ui-hidden">${label}</span>` : label}</label
      >
      ${note ? html`<div class="ui-hint ui-choices__note" id="${id}-note">${note}</div>` : nothing}
    </div>
  </div>`;
}

function refuse(event: Event): void {
  event.preventDefault();
}
