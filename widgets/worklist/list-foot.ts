import { html, nothing, type TemplateResult } from 'lit';
import { button } from '../../src/ui/button.ts';
import { wholeNumber } from '../../src/ui/format.ts';
import type { ListView } from './list-view.ts';

/** Where the current row stands, and the keys. */
export function listFoot(view: ListView, index: number): TemplateResult {
  const { state, letterKeys, act } = view;
  const { loaded, rows } = state;
  const all = loaded?.rows.length ?? 0;
  const of = rows.length === all ? '' : ` shown, ${wholeNumber(all)} on the list`;
  return html`<div class="foot">
    <span class="foot__place"
      >Row ${wholeNumber(index + 1)} of ${wholeNumber(rows.length)}${of}</span
    >
    <details class="keys">
      <summary>Keys</summary>
      <dl class="keys__list">
        ${keysOf(view).map(
          ([keys, does]) =>
            html`<div>
              <dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt>
              <dd>${does}</dd>
            </div>`,
        )}
      </dl>
      ${letterKeys ? nothing : html`<p>Letter keys are off.</p>`}
    </details>
    ${button({
      label: letterKeys ? 'Turn letter keys off' : 'Turn letter keys on',
      kind: 'link',
      onPress: () => act.switchLetterKeys(!letterKeys),
    })}
  </div>`;
}

type Key = readonly [keys: readonly string[], does: string];

function keysOf({ state, letterKeys }: ListView): Key[] {
  const opens = state.opening.allowed ? 'open' : 'details';
  const letters: Key[] = [
    [['N'], 'next new or changed'],
    [['/'], 'find'],
    [['R'], 'refresh'],
    [['C'], 'copy UBRN'],
    [['?'], 'these keys'],
  ];
  return [
    [['↑', '↓', 'Page Up', 'Page Down', 'Home', 'End'], 'move'],
    [['Enter', '→'], opens],
    [['←', 'Esc'], 'close details'],
    ...(state.list === 'APPOINTMENT_SLOT_ISSUES' ? [[['Space'], 'select'] as const] : []),
    ...(letterKeys ? letters : []),
  ];
}
