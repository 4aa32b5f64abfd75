import { defineOnce } from '../../src/ui/define.ts';
import { DEFAULT_PREFIX, tagName } from '../../src/ui/tags.ts';
import { ErsWorklist } from './worklist.ts';

declare global {
  interface HTMLElementTagNameMap {
    'ers-worklist': ErsWorklist;
  }
}

/** Registers `<ers-worklist>`, or the same under another prefix. */
export function defineWorklist({ prefix = DEFAULT_PREFIX }: { prefix?: string } = {}): void {
  defineOnce(tagName('worklist', prefix), ErsWorklist);
}
