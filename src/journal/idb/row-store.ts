import type { DBSchema, IDBPDatabase } from 'idb';
import type { Clock, Instant } from '../../domain/instant.ts';
import type { Sealed } from '../vault.ts';
import { openConnection } from './connection.ts';

export interface Row extends Sealed {
  /** An HMAC, as is `group`: what is kept for one user and patient. */
  name: string;
  group: string;
  keepUntil: Instant;
}

export type Shelf = 'drafts' | 'intents';

/** Rows in IndexedDB. Every promise ends within 10 seconds or so, or rejects with a `StorageProblem`. */
export interface RowStore {
  /** It is on disk when this resolves, as far as the browser can say. */
  put(shelf: Shelf, row: Row): Promise<void>;
  get(shelf: Shelf, name: string): Promise<Row | undefined>;
  inGroup(shelf: Shelf, group: string): Promise<readonly Row[]>;
  remove(shelf: Shelf, name: string): Promise<void>;
  /** Removes what is to be kept no longer. */
  purge(now: Instant): Promise<void>;
  close(): void;
}

interface Shelves extends DBSchema {
  drafts: { key: string; value: Row; indexes: Indexes };
  intents: { key: string; value: Row; indexes: Indexes };
}

interface Indexes {
  [index: string]: string;
  group: string;
  keepUntil: string;
}

type Database = IDBPDatabase<Shelves>;

const SHELVES: readonly Shelf[] = ['drafts', 'intents'];

/** One step for each version that was released; a step is never changed afterwards. */
const MIGRATIONS: readonly ((database: Database) => void)[] = [
  (database) => {
    for (const shelf of SHELVES) {
      const store = database.createObjectStore(shelf, { keyPath: 'name' });
      store.createIndex('group', 'group');
      store.createIndex('keepUntil', 'keepUntil');
    }
  },
];

export interface RowStoreOptions {
  clock: Clock;
  databaseName?: string | undefined;
}

export function openRowStore({ clock, databaseName = 'ers-widgets' }: RowStoreOptions): RowStore {
  const { use, close } = openConnection<Shelves>({
    clock,
    name: databaseName,
    migrations: MIGRATIONS,
  });
  return {
    put: (shelf, row) => use((database) => putStrictly(database, shelf, row)),
    get: (shelf, name) => use((database) => database.get(shelf, name)),
    inGroup: (shelf, group) => use((database) => database.getAllFromIndex(shelf, 'group', group)),
    remove: (shelf, name) => use((database) => database.delete(shelf, name)),
    purge: (now) =>
      use(async (database) => {
        await Promise.all(SHELVES.map((shelf) => purgeShelf(database, shelf, now)));
      }),
    close,
  };
}

async function putStrictly(database: Database, shelf: Shelf, row: Row): Promise<void> {
  const transaction = database.transaction(shelf, 'readwrite', { durability: 'strict' });
  await Promise.all([transaction.store.put(row), transaction.done]);
}

async function purgeShelf(database: Database, shelf: Shelf, now: Instant): Promise<void> {
  const transaction = database.transaction(shelf, 'readwrite');
  const old = IDBKeyRange.upperBound(now, true);
  const names = await transaction.store.index('keepUntil').getAllKeys(old);
  await Promise.all([...names.map((name) => transaction.store.delete(name)), transaction.done]);
}
