import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { describedBy, field, type FieldOptions } from './field.ts';

export interface SelectOption<V extends string> {
  value: V;
  label: string;
}

export interface SelectOptions<V extends string> extends FieldOptions {
  options: readonly SelectOption<V>[];
  /** Undefined: the `prompt` is shown. */
  value: V | undefined;
  onChange: (value: V) => void;
  /** Shown while nothing is chosen: "Choose a specialty". It cannot be chosen. */
  prompt?: string | undefined;
}

/** One choice of many, with the browser's own list. */
export function select<V extends string>(options: SelectOptions<V>): TemplateResult {
  const { id, value, prompt, error } = options;
  return field(
    options,
    html`<div class="ui-select">
      <select
        class="ui-input"
        id=${id}
        .value=${live(value ?? '')}
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby=${describedBy(options)}
        @change=${(event: Event) => choose(event, options)}
      >
        ${prompt === undefined ? nothing : html`<option value="" disabled>${prompt}</option>`}
        ${options.options.map((option) => html`<option value=${option.value}>${option.label}</option>`)}
      </select>
    </div>`,
  );
}

function choose<V extends string>(event: Event, { options, onChange }: SelectOptions<V>): void {
  const { value } = event.target as HTMLSelectElement;
  const chosen = options.find((option) => option.value === value);
  if (chosen) onChange(chosen.value);
}
