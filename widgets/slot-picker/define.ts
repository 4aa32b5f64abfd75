import { defineOnce } from '../../src/ui/define.ts';
import { DEFAULT_PREFIX, tagName } from '../../src/ui/tags.ts';
import { ErsSlotPicker } from './slot-picker.ts';

declare global {
  interface HTMLElementTagNameMap {
    'ers-slot-picker': ErsSlotPicker;
  }
}

/** Registers `<ers-slot-picker>`, or the same under another prefix. */
export function defineSlotPicker({ prefix = DEFAULT_PREFIX }: { prefix?: string } = {}): void {
  defineOnce(tagName('slot-picker', prefix), ErsSlotPicker);
}
