import { addMilliseconds } from '../../domain/instant.ts';
import type { Draft, DraftKey, DraftPort } from '../ports.ts';
import type { Vault } from '../vault.ts';
import type { RowStore } from './row-store.ts';

/** A draft nobody came back to is removed after three days. */
const KEPT_FOR_MS = 72 * 60 * 60_000;

export interface KeptDraftsPorts {
  store: RowStore;
  vault: Vault;
  /** Holds what is typed also while the store does not. */
  memory: DraftPort;
}

/** Drafts that outlive the page, sealed. `save` and `discard` reject when the store did not follow. */
export function createKeptDrafts({ store, vault, memory }: KeptDraftsPorts): DraftPort {
  /** What the store has not taken yet. Of the rest it knows more: another window may have been here. */
  const unsaved = new Set<string>();
  const nameOf = ({ userId, patient, flow }: DraftKey): Promise<string> =>
    vault.nameOf('draft', userId, patient, flow);
  return {
    async load(key) {
      const name = await nameOf(key);
      if (unsaved.has(name)) return memory.load(key);
      return opened(name).catch(async (error: unknown) => {
        const held = await memory.load(key);
        if (held) return held;
        throw error;
      });
    },
    async save(key, draft) {
      await memory.save(key, draft);
      const [name, group] = await Promise.all([nameOf(key), vault.nameOf('of', key.patient)]);
      unsaved.add(name);
      const keepUntil = addMilliseconds(draft.savedAt, KEPT_FOR_MS);
      await store.put('drafts', { name, group, keepUntil, ...(await vault.seal(name, draft)) });
      unsaved.delete(name);
    },
    async discard(key) {
      await memory.discard(key);
      const name = await nameOf(key);
      unsaved.delete(name);
      await store.remove('drafts', name);
    },
  };

  /** One that does not open offers nothing, and stays: it may be of a newer version. */
  async function opened(name: string): Promise<Draft | undefined> {
    const row = await store.get('drafts', name);
    const draft = row && (await vault.open(name, row).catch(() => undefined));
    return draft as Draft | undefined;
  }
}
