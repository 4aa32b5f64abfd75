import type { Clock } from '../../domain/instant.ts';
import type { Kept } from '../kept.ts';
import type { DraftPort } from '../ports.ts';
import { createVault, type VaultOwner } from '../vault.ts';
import { createKeptDrafts } from './kept-drafts.ts';
import { createKeptIntents } from './kept-intents.ts';
import { startPageLife } from './page-life.ts';
import { openRowStore } from './row-store.ts';

export interface KeptPorts {
  storageKey: CryptoKey;
  owner: VaultOwner;
  pageId: string;
  /** Of the page: they hold what is typed also while the store does not. */
  drafts: DraftPort;
  clock: Clock;
  locks: LockManager;
  databaseName?: string | undefined;
}

/** Rejects when the key is no key for it, or the store does not do as it is told. */
export async function openKept(ports: KeptPorts): Promise<Kept> {
  const { storageKey, owner, pageId, drafts, clock, locks, databaseName } = ports;
  const [vault, page] = await Promise.all([
    createVault(storageKey, owner),
    startPageLife(pageId, locks),
  ]);
  const store = openRowStore({ clock, databaseName });
  try {
    await store.purge(clock.now());
  } catch (error) {
    page.end();
    throw error;
  }
  return {
    intents: createKeptIntents({ store, vault, page }),
    drafts: createKeptDrafts({ store, vault, memory: drafts }),
    close() {
      store.close();
      page.end();
    },
  };
}
