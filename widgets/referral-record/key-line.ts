import { html, nothing, type TemplateResult } from 'lit';
import { button } from '../../src/ui/button.ts';
import { isProvider, type Screen } from './screen.ts';

/** The keys, and how to turn the single letters off. */
export function keyLine(screen: Screen): TemplateResult {
  const { letterKeys, switchLetterKeys, state } = screen;
  return html`<div class="keys">
    ${
      letterKeys
        ? html`${state.place ? key(['J', 'K'], 'next, previous') : nothing}
          ${key(['[', ']'], 'file before, after')}
          ${isProvider(screen) ? key(['A', 'X', 'L'], 'accept, reject, action later') : nothing}`
        : nothing
    }
    ${key(['F6'], 'next pane')}
    <span class="keys__off ui-faint"
      >${letterKeys ? 'Letter keys work only while the cursor is outside a text field.' : 'Letter keys are off.'}
      ${button({
        label: letterKeys ? 'Turn letter keys off' : 'Turn letter keys on',
        kind: 'link',
        id: 'letter-keys',
        onPress: () => switchLetterKeys(!letterKeys),
      })}</span
    >
  </div>`;
}

function key(keys: readonly string[], does: string): TemplateResult {
  return html`<span>${keys.map((name) => html`<kbd>${name}</kbd> `)}${does}</span>`;
}
