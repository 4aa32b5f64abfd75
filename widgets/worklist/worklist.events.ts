import type { Ubrn } from '../../src/domain/ubrn.ts';

// Details are keys only: never demographics or clinical text.

declare global {
  interface HTMLElementEventMap {
    /** A question: whoever prevents its default opens the record in a way of their own. */
    'ers-open-request': CustomEvent<{ ubrn: Ubrn }>;
    'ers-problem': CustomEvent<{ reason: string }>;
  }
}

export {};
