import type { Ubrn } from '../../src/domain/ubrn.ts';

// Details are keys only: never demographics or clinical text.

/** Of a request for advice; after a conversion its UBRN names a referral too. */
export interface AdviceDetail {
  ubrn: Ubrn;
}

declare global {
  interface HTMLElementEventMap {
    'ers-advice-sent': CustomEvent<AdviceDetail>;
    'ers-advice-converted': CustomEvent<AdviceDetail>;
    'ers-advice-asked': CustomEvent<AdviceDetail>;
    'ers-close-request': CustomEvent<{ ubrn?: Ubrn | undefined }>;
    'ers-write-unknown': CustomEvent<{ write: string; ubrn?: string | undefined }>;
    'ers-problem': CustomEvent<{ reason: string }>;
  }
}
