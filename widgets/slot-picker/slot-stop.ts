import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Slot } from '../../src/domain/slot.ts';
import { ukTime } from '../../src/domain/uk-time.ts';
import type { PlacedSlot } from './slot-index.ts';
import { firstOf } from './slot-rows.ts';
import { slotName } from './slot-words.ts';

/** Where the arrow keys find a stop: see RovingGrid. */
export interface StopPlace {
  row: number;
  column: number;
  item: number;
}

interface SlotRun {
  /** Names the run among all that can be opened. */
  key: string;
  slots: readonly PlacedSlot[];
  at: Omit<StopPlace, 'item'>;
  /** How many are shown before the rest is asked for. */
  limit: number;
  expanded: ReadonlySet<string>;
  each: (placed: PlacedSlot, place: StopPlace) => TemplateResult;
  /** The words of the button that shows the rest. */
  moreWords: (more: number) => string;
}

/** The slots of a cell or of a day: the first of them, and the button that shows the rest. */
export function slotRun({ key, slots, at, limit, expanded, each, moreWords }: SlotRun): {
  shown: unknown;
  more: TemplateResult | typeof nothing;
} {
  const { first, more } = firstOf(slots, { limit, expanded: expanded.has(key) });
  return {
    shown: repeat(
      first,
      ({ slot }) => slot.id,
      (placed, item) => each(placed, { ...at, item }),
    ),
    more: more > 0 ? moreButton(key, { ...at, item: first.length }, moreWords(more)) : nothing,
  };
}

/** A slot: its time; everything else is in its accessible name. */
export function slotButton(
  { slot, service }: PlacedSlot,
  { row, column, item }: StopPlace,
  chosen: Slot | undefined,
): TemplateResult {
  return html`<button
    type="button"
    class="slot"
    part="slot"
    data-key=${slot.id}
    data-slot=${slot.id}
    data-row=${row}
    data-column=${column}
    data-item=${item}
    aria-label=${slotName(slot, service)}
    aria-pressed=${chosen?.id === slot.id}
  >
    ${ukTime(slot.start)}
  </button>`;
}

function moreButton(key: string, { row, column, item }: StopPlace, words: string): TemplateResult {
  return html`<button
    type="button"
    class="ui-button ui-button--link"
    data-key="more ${key}"
    data-more=${key}
    data-row=${row}
    data-column=${column}
    data-item=${item}
  >
    ${words}
  </button>`;
}
