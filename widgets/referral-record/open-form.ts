import { html, type TemplateResult } from 'lit';
import { parseUbrn } from '../../src/domain/ubrn.ts';
import { button } from '../../src/ui/button.ts';
import { textField } from '../../src/ui/text-field.ts';

export interface OpenForm {
  typed: string;
  /** It was pressed, and this is no UBRN. */
  isWrong: boolean;
}

interface OpenFormOptions extends OpenForm {
  remember: (form: OpenForm) => void;
  open: (typed: string) => void;
}

/** A referral by its number, where no list and no host has named one. */
export function openForm({ typed, isWrong, remember, open }: OpenFormOptions): TemplateResult {
  const submit = (): void => {
    if (parseUbrn(typed)) open(typed);
    else remember({ typed, isWrong: true });
  };
  const keydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    submit();
  };
  return html`<section class="alone ui-stack" aria-label="Open a referral" @keydown=${keydown}>
    <h2 class="ui-h2" tabindex="-1" data-focus-heading>Open a referral</h2>
    ${textField({
      id: 'record-ubrn',
      label: 'UBRN',
      hint: 'The 12 digits that e-RS gave the referral. Spaces do not matter.',
      error: isWrong ? 'Enter a UBRN of 12 digits' : undefined,
      value: typed,
      width: 'medium',
      inputMode: 'numeric',
      onInput: (text) => remember({ typed: text, isWrong: false }),
    })}
    ${button({ kind: 'primary', label: 'Open', about: 'the referral', id: 'record-open', onPress: submit })}
  </section>`;
}
