import { defineOnce } from '../../src/ui/define.ts';
import { DEFAULT_PREFIX, tagName } from '../../src/ui/tags.ts';
import { ErsAdviceThread } from './advice-thread.ts';

declare global {
  interface HTMLElementTagNameMap {
    'ers-advice-thread': ErsAdviceThread;
  }
}

/** Registers `<ers-advice-thread>`, or the same under another prefix. */
export function defineAdviceThread({ prefix = DEFAULT_PREFIX }: { prefix?: string } = {}): void {
  defineOnce(tagName('advice-thread', prefix), ErsAdviceThread);
}
