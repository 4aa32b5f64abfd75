import type { IntentKeeper } from './idb/kept-intents.ts';
import type { DraftPort } from './ports.ts';

/** What one user keeps on this computer, until `close`. */
export interface Kept {
  intents?: IntentKeeper | undefined;
  drafts: DraftPort;
  close(): void;
}

/** Drafts last as long as the page, which each `save` says by rejecting once it has saved. */
export function notKept(memory: DraftPort): Kept {
  const drafts: DraftPort = {
    ...memory,
    async save(key, draft) {
      await memory.save(key, draft);
      throw new Error('Nothing is kept on this computer');
    },
  };
  return { drafts, close: () => undefined };
}
