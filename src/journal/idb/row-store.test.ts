import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instantOf, type Clock, type Instant } from '../../domain/instant.ts';
import { openRowStore, type Row, type RowStore } from './row-store.ts';

const DATABASE = 'row-store-test';
const NOW = '2026-10-22T08:40:00.000Z' as Instant;
const LATER = '2026-10-25T08:40:00.000Z' as Instant;

const row = (name: string, facts: Partial<Row> = {}): Row => ({
  name,
  group: 'group',
  keepUntil: LATER,
  iv: new Uint8Array([1, 2, 3]),
  bytes: new Uint8Array([4, 5, 6]).buffer,
  ...facts,
});

/** Stands still, and wakes who waits when told. */
function stillClock(): Clock & { ring(): void } {
  const waiting = new Set<() => void>();
  return {
    now: () => instantOf(Date.parse(NOW)),
    wait: (_milliseconds, signal) =>
      new Promise((resolve, reject) => {
        waiting.add(resolve);
        signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
      }),
    ring: () => waiting.forEach((wake) => wake()),
  };
}

function opened<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve) => {
    request.onsuccess = () => resolve(request.result);
  });
}

let store: RowStore;
let clock: ReturnType<typeof stillClock>;
beforeEach(async () => {
  await deleteDB(DATABASE);
  clock = stillClock();
  store = openRowStore({ clock, databaseName: DATABASE });
});
afterEach(() => store.close());

describe('rows on this computer', () => {
  it('are there again for the next page', async () => {
    await store.put('drafts', row('a'));
    store.close();
    const next = openRowStore({ clock, databaseName: DATABASE });
    expect(await next.get('drafts', 'a')).toEqual(row('a'));
    next.close();
  });

  it('are replaced under their name, and listed by group on their own shelf', async () => {
    await store.put('drafts', row('a'));
    await store.put('drafts', row('a', { keepUntil: NOW }));
    await store.put('drafts', row('b', { group: 'other' }));
    await store.put('intents', row('c'));
    expect(await store.inGroup('drafts', 'group')).toEqual([row('a', { keepUntil: NOW })]);
  });

  it('are gone once removed', async () => {
    await store.put('drafts', row('a'));
    await store.remove('drafts', 'a');
    expect(await store.get('drafts', 'a')).toBeUndefined();
  });

  it('are purged when their time is over, and not before', async () => {
    await store.put('drafts', row('old', { keepUntil: NOW }));
    await store.put('intents', row('young'));
    await store.purge(NOW);
    expect(await store.get('drafts', 'old')).toBeDefined();
    await store.purge('2026-10-22T08:40:00.001Z' as Instant);
    expect(await store.get('drafts', 'old')).toBeUndefined();
    expect(await store.get('intents', 'young')).toBeDefined();
  });
});

describe('F16: a store that was taken away', () => {
  it('is opened once more, and what is put afterwards is kept', async () => {
    await store.put('drafts', row('a'));
    await deleteDB(DATABASE);
    await store.put('drafts', row('b'));
    expect(await store.get('drafts', 'a')).toBeUndefined();
    expect(await store.get('drafts', 'b')).toEqual(row('b'));
  });
});

describe('F15: a store that cannot be used', () => {
  it('says so when it does not answer, and goes on once it does', async () => {
    const deaf = await opened(indexedDB.open(DATABASE));
    // Waits for that connection, and whoever opens it next waits behind.
    const deletion = indexedDB.deleteDatabase(DATABASE);
    const put = store.put('drafts', row('a'));
    clock.ring();
    await expect(put).rejects.toMatchObject({ reason: 'silent' });
    deaf.close();
    await opened(deletion);
    await store.put('drafts', row('b'));
    expect(await store.get('drafts', 'b')).toEqual(row('b'));
  });

  it('says so when the browser refuses it', async () => {
    const original = IDBFactory.prototype.open;
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    try {
      await expect(store.put('drafts', row('a'))).rejects.toMatchObject({ reason: 'refused' });
    } finally {
      IDBFactory.prototype.open = original;
    }
    await store.put('drafts', row('a'));
    expect(await store.get('drafts', 'a')).toBeDefined();
  });
});
