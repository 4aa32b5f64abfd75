import { openDB, type IDBPDatabase } from 'idb';
import type { Clock } from '../../domain/instant.ts';
import { StorageProblem, storageProblem } from './storage-problem.ts';

/** A database that is opened when first used, and again when it was taken away. */
export interface Connection<Schema> {
  /** Ends within 10 seconds for each attempt, of which there are two at most, or rejects. */
  use<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T>;
  close(): void;
}

export interface ConnectionOptions<Schema> {
  clock: Clock;
  name: string;
  /** One step for each version that was released. */
  migrations: readonly ((database: IDBPDatabase<Schema>) => void)[];
}

const PATIENCE_MS = 10_000;

/** `use` rejects with a `StorageProblem`. */
export function openConnection<Schema>(options: ConnectionOptions<Schema>): Connection<Schema> {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  const forget = (): void => void (opened = undefined);

  async function use<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
    const attempt = async (): Promise<T> => {
      opened ??= open(options, forget);
      return work(await opened);
    };
    try {
      return await within(options.clock, attempt()).catch((error: unknown) => {
        if (!isClosed(error)) throw error;
        forget();
        return within(options.clock, attempt());
      });
    } catch (error) {
      throw storageProblem(error);
    }
  }

  return {
    use,
    close() {
      void opened?.then((database) => database.close()).catch(() => undefined);
      forget();
    },
  };
}

function open<Schema>(
  { name, migrations }: ConnectionOptions<Schema>,
  forget: () => void,
): Promise<IDBPDatabase<Schema>> {
  const opening = openDB<Schema>(name, migrations.length, {
    upgrade(database, from) {
      for (const migrate of migrations.slice(from)) migrate(database);
    },
    blocking(_current, _wanted, { target }) {
      // Another page wants to upgrade or delete it: nobody waits for us.
      (target as IDBDatabase).close();
      forget();
    },
    terminated: forget,
  });
  opening.catch(forget);
  return opening;
}

/** The connection was closed under us: by another page, or because the browser took the store. */
function isClosed(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'InvalidStateError';
}

async function within<T>(clock: Clock, work: Promise<T>): Promise<T> {
  const over = new AbortController();
  const silence = clock.wait(PATIENCE_MS, over.signal).then(
    () => Promise.reject(new StorageProblem('silent')),
    () => new Promise<never>(() => undefined),
  );
  try {
    return await Promise.race([work, silence]);
  } finally {
    over.abort();
  }
}
