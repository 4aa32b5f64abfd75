import { html, nothing, type TemplateResult } from 'lit';
import { copyable } from './copyable.ts';
import { factList } from './facts.ts';

/** A reference for the service desk. */
export interface Reference {
  label: string;
  value: string;
}

export interface MessageOptions {
  kind: 'info' | 'ok' | 'warn' | 'error';
  /** A full statement: it says the state in words, as colour is never alone. */
  title: string | TemplateResult;
  content?: string | TemplateResult | undefined;
  /** Shown last, each with Copy. */
  references?: readonly Reference[] | undefined;
  /** Heading level, 2 unless said. */
  level?: 2 | 3 | 4 | undefined;
  /** The outcome of a step: `focusHeading()` goes to its title. */
  takesFocus?: boolean | undefined;
}

/** A panel with a coloured rule at its left. */
export function message(options: MessageOptions): TemplateResult {
  const { kind, title, content, references, level = 2, takesFocus } = options;
  return html`<div class="ui-message ui-message--${kind}">
    <div
      class="ui-message__title"
      role="heading"
      aria-level=${level}
      tabindex=${takesFocus ? '-1' : nothing}
      ?data-focus-heading=${takesFocus}
    >
      ${title}
    </div>
    ${content ? html`<div>${content}</div>` : nothing}
    ${references?.length ? referenceList(references) : nothing}
  </div>`;
}

function referenceList(references: readonly Reference[]): TemplateResult {
  return factList({
    facts: references.map(({ label, value }) => ({
      label,
      value: copyable({ value, about: label }),
    })),
    layout: 'ids',
  });
}
