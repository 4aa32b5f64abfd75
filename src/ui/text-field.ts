import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { describedBy, field, type FieldOptions } from './field.ts';

export interface TextFieldOptions extends FieldOptions {
  value: string;
  onInput: (value: string) => void;
  /** Words after the field that belong to it: "days". */
  suffix?: string | undefined;
  width?: 'short' | 'medium' | 'full' | undefined;
  inputMode?: 'text' | 'numeric' | 'search' | undefined;
}

/** One line of text. Whole numbers are text with `inputMode: 'numeric'`, so that nothing typed is lost. */
export function textField(options: TextFieldOptions): TemplateResult {
  const { id, value, suffix, width = 'full', inputMode, error } = options;
  const control = html`<input
    class="ui-input ui-input--${width}"
    id=${id}
    type="text"
    autocomplete="off"
    spellcheck="false"
    inputmode=${inputMode ?? nothing}
    .value=${live(value)}
    aria-invalid=${error ? 'true' : nothing}
    aria-describedby=${describedBy(options, ...(suffix ? [`${id}-suffix`] : []))}
    @input=${(event: Event) => options.onInput((event.target as HTMLInputElement).value)}
  />`;
  if (!suffix) return field(options, control);
  return field(
    options,
    html`<div class="ui-with-suffix">${control}<span id="${id}-suffix">${suffix}</span></div>`,
  );
}
