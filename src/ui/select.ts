import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { describedBy, field, type FieldOptions } from './field.ts';

export interface SelectOption<V extends string> {
  value: V;
  label: string;
}

export interface SelectOptions<V extends string> extends FieldOptions {
  options: readonly SelectOption<V>[];
  value: V | undefined;
  onChange: (value: V) => void;
  /** Shown while nothing of the list is chosen; it cannot be chosen itself. "Choose" unless said. */
  prompt?: string | undefined;
}

/** One choice of many, with the browser's own list. It never looks as if the first were chosen. */
export function select<V extends string>(options: SelectOptions<V>): TemplateResult {
  const { id, value, prompt = 'Choose', error } = options;
  const nothingChosen = !options.options.some((option) => option.value === value);
  return field(
    options,
    html`<div class="ui-select">
      <select
        class="ui-input"
        id=${id}
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby=${describedBy(options)}
        @change=${(event: Event) => choose(event, options)}
      >
        ${nothingChosen ? html`<option value="" disabled .selected=${live(true)}>${prompt}</option>` : nothing}
        ${options.options.map(
          (option) =>
            html`<option value=${option.value} .selected=${live(option.value === value)}>
              ${option.label}
            </option>`,
        )}
      </select>
    </div>`,
  );
}

function choose<V extends string>(event: Event, { options, onChange }: SelectOptions<V>): void {
  const { value } = event.target as HTMLSelectElement;
  const chosen = options.find((option) => option.value === value);
  if (chosen) onChange(chosen.value);
}
