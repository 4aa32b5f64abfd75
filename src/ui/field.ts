import { html, nothing, type TemplateResult } from 'lit';

/** What every field has: a label, an optional hint, and the error that names the fix. */
export interface FieldOptions {
  /** Unique in the root; the error summary links to it. */
  id: string;
  label: string;
  hint?: string | TemplateResult | undefined;
  error?: string | undefined;
}

/** Ids of the hint and the error, for `aria-describedby`. */
export function describedBy(
  { id, hint, error }: FieldOptions,
  ...more: string[]
): string | typeof nothing {
  const ids = [hint && `${id}-hint`, error && `${id}-error`, ...more].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : nothing;
}

function hintAndError({ id, hint, error }: FieldOptions): TemplateResult {
  return html`${hint ? html`<div id="${id}-hint" class="ui-hint">${hint}</div>` : nothing}${
    error
      ? html`<div id="${id}-error" class="ui-error">
          <span class="ui-hidden">Error: </span>${error}
        </div>`
      : nothing
  }`;
}

/** Label, hint, error, then the control. */
export function field(options: FieldOptions, control: TemplateResult): TemplateResult {
  return html`<div class="ui-field ${options.error ? 'ui-field--error' : ''}">
    <label class="ui-label" for=${options.id}>${options.label}</label>
    ${hintAndError(options)}${control}
  </div>`;
}

/** Several controls under one legend. */
export function fieldGroup(options: FieldOptions, controls: TemplateResult): TemplateResult {
  return html`<div class="ui-field ${options.error ? 'ui-field--error' : ''}">
    <fieldset class="ui-group" aria-describedby=${describedBy(options)}>
      <legend class="ui-label">${options.label}</legend>
      ${hintAndError(options)}${controls}
    </fieldset>
  </div>`;
}
