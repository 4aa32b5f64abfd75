import type { Draft, DraftKey, DraftPort } from './ports.ts';

/** Drafts that last as long as the page. Kept as JSON, so that nobody can change them from outside. */
export function createMemoryDrafts(): DraftPort {
  const drafts = new Map<string, string>();
  return {
    async load(key) {
      const draft = drafts.get(nameOf(key));
      return draft === undefined ? undefined : (JSON.parse(draft) as Draft);
    },
    async save(key, draft) {
      drafts.set(nameOf(key), JSON.stringify(draft));
    },
    async discard(key) {
      drafts.delete(nameOf(key));
    },
  };
}

function nameOf({ userId, patient, flow }: DraftKey): string {
  return JSON.stringify([userId, patient, flow]);
}
