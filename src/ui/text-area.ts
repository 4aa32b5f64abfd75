import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { describedBy, field, type FieldOptions } from './field.ts';
import { wholeNumber } from './format.ts';

export interface TextAreaOptions extends FieldOptions {
  value: string;
  onInput: (value: string) => void;
  /** Characters. More can be typed and is counted, never cut. */
  limit: number;
  rows?: number | undefined;
}

/** Text of several lines with what is left of its limit. */
export function textArea(options: TextAreaOptions): TemplateResult {
  const { id, value, limit, rows = 3, error } = options;
  return field(
    options,
    html`<textarea
        class="ui-input"
        id=${id}
        rows=${rows}
        .value=${live(value)}
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby=${describedBy(options, `${id}-left`)}
        @input=${(event: Event) => options.onInput((event.target as HTMLTextAreaElement).value)}
      ></textarea>
      <div id="${id}-left" class=${value.length > limit ? 'ui-error' : 'ui-hint'}>
        ${charactersLeft(value.length, limit)}
      </div>`,
  );
}

function charactersLeft(length: number, limit: number): string {
  const left = limit - length;
  return left < 0
    ? `${wholeNumber(-left)} too many. The limit is ${wholeNumber(limit)} characters`
    : `${wholeNumber(left)} characters left of ${wholeNumber(limit)}`;
}
