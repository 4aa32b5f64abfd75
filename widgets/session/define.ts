import { defineOnce } from '../../src/ui/define.ts';
import { DEFAULT_PREFIX, tagName } from '../../src/ui/tags.ts';
import { ErsSession } from './session.ts';

/** Registers `<ers-session>`, or the same under another prefix. */
export function defineSession({ prefix = DEFAULT_PREFIX } = {}): void {
  defineOnce(tagName('session', prefix), ErsSession);
}

declare global {
  interface HTMLElementTagNameMap {
    'ers-session': ErsSession;
  }
}
