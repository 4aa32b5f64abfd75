import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { fieldGroup, type FieldOptions } from './field.ts';

export interface RadioOption<V extends string> {
  value: V;
  label: string;
  hint?: string | TemplateResult | undefined;
  /** Why it cannot be chosen; it stays readable and focusable. */
  unavailable?: string | TemplateResult | undefined;
}

export interface RadiosOptions<V extends string> extends FieldOptions {
  options: readonly RadioOption<V>[];
  /** Undefined: nothing is chosen. A choice that decides is never made for the user. */
  value: V | undefined;
  onChange: (value: V) => void;
  inline?: boolean | undefined;
}

/** One choice of a few. The field id is that of the first radio. */
export function radios<V extends string>(options: RadiosOptions<V>): TemplateResult {
  const list = options.options.map((option, index) => radio(options, option, index));
  const shape = options.inline ? 'ui-choices--inline' : '';
  return fieldGroup(
    options,
    html`<div class="nhsuk-radios nhsuk-radios--small ui-choices ${shape}">${list}</div>`,
  );
}

function radio<V extends string>(
  group: RadiosOptions<V>,
  option: RadioOption<V>,
  index: number,
): TemplateResult {
  const id = index === 0 ? group.id : `${group.id}-${index + 1}`;
  const note = option.unavailable ?? option.hint;
  const off = option.unavailable !== undefined;
  return html`<div class="nhsuk-radios__item">
    <input
      class="nhsuk-radios__input"
      type="radio"
      id=${id}
      name=${group.id}
      .checked=${live(group.value === option.value)}
      aria-disabled=${off ? 'true' : nothing}
      aria-describedby=${note ? `${id}-note` : nothing}
      @click=${off ? refuse : nothing}
      @change=${() => group.onChange(option.value)}
    />
    <label class="nhsuk-radios__label" for=${id}>${option.label}</label>
    ${note ? html`<div class="ui-hint ui-choices__note" id="${id}-note">${note}</div>` : nothing}
  </div>`;
}

function refuse(event: Event): void {
  event.preventDefault();
}
