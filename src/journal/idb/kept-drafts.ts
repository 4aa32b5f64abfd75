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
  const nameOf = ({ userId, patient, flow }: DraftKey): Promise<string> =>
    vault.nameOf('draft', userId, patient, flow);
  return {
    async load(key) {
      const name = await nameOf(key);
      return (await memory.load(key)) ?? (await opened(name));
    },
    async save(key, draft) {
      await memory.save(key, draft);
      const [name, group] = await Promise.all([nameOf(key), vault.nameOf('of', key.patient)]);
      const keepUntil = addMilliseconds(draft.savedAt, KEPT_FOR_MS);
      await store.put('drafts', { name, group, keepUntil, ...(await vault.seal(name, draft)) });
    },
    async discard(key) {
      await memory.discard(key);
      await store.remove('drafts', await nameOf(key));
    },
  };

  /** One that does not open offers nothing, and stays: it may be of a newer version. */
  async function opened(name: string): Promise<Draft | undefined> {
    const row = await store.get('drafts', name);
    const draft = row && (await vault.open(name, row).catch(() => undefined));
    return draft as Draft | undefined;
  }
}
