import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instantOf, type Clock, type Instant } from '../../domain/instant.ts';
import type { NhsNumber } from '../../domain/nhs-number.ts';
import type { Ubrn } from '../../domain/ubrn.ts';
import { createMemoryDrafts } from '../memory-drafts.ts';
import type { Draft, DraftKey, DraftPort, Intent } from '../ports.ts';
import { createVault, type Vault } from '../vault.ts';
import { createKeptDrafts } from './kept-drafts.ts';
import { createKeptIntents, type IntentKeeper } from './kept-intents.ts';
import { openKept } from './open-kept.ts';
import { startPageLife, type PageLife } from './page-life.ts';
import { openRowStore, type RowStore } from './row-store.ts';

const DATABASE = 'kept-test';
const NOW = '2026-10-22T08:40:00.000Z' as Instant;
const PATIENT = '9990123454' as NhsNumber;
const OTHER_PATIENT = '9990348715' as NhsNumber;
const UBRN = '000049283317' as Ubrn;
const FENWICK = { userId: '555032000100', odsCode: 'B81046' };
const KEY: DraftKey = { userId: FENWICK.userId, patient: PATIENT, flow: 'refer-patient' };
const DRAFT: Draft = { savedAt: NOW, content: { text: 'Lump, 2 cm, patient 9990123454' } };

const clock: Clock = {
  now: () => instantOf(Date.parse(NOW)),
  wait: () => new Promise(() => undefined),
};

let store: RowStore;
let vault: Vault;
let pages: PageLife[] = [];
beforeEach(async () => {
  await deleteDB(DATABASE);
  store = openRowStore({ clock, databaseName: DATABASE });
  vault = await vaultOf(FENWICK.userId);
});
afterEach(() => {
  store.close();
  for (const page of pages) page.end();
  pages = [];
});

async function vaultOf(userId: string): Promise<Vault> {
  const bytes = new TextEncoder().encode(`key of ${userId}`.padEnd(32, '.'));
  const key = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey']);
  return createVault(key, { ...FENWICK, userId });
}

/** A page that has just been opened, and remembers nothing itself. */
const draftsOfNewPage = (): DraftPort =>
  createKeptDrafts({ store, vault, memory: createMemoryDrafts() });

async function newPage(): Promise<{ page: PageLife; intents: IntentKeeper }> {
  const page = await startPageLife(crypto.randomUUID(), navigator.locks);
  pages.push(page);
  return { page, intents: createKeptIntents({ store, vault, page }) };
}

const sending: Intent = {
  id: 'intent-1',
  action: 'create-referral',
  contextId: 'context-1',
  patient: PATIENT,
  sentAt: NOW,
  correlationId: 'corr-1',
  state: 'sending',
};

describe('P4: a draft that outlives its page', () => {
  it('is there again for the same user and patient', async () => {
    await draftsOfNewPage().save(KEY, DRAFT);
    expect(await draftsOfNewPage().load(KEY)).toEqual(DRAFT);
    expect(await draftsOfNewPage().load({ ...KEY, patient: OTHER_PATIENT })).toBeUndefined();
  });

  it('is not there for another user, and stays for the first', async () => {
    await draftsOfNewPage().save(KEY, DRAFT);
    vault = await vaultOf('555032000101');
    const theirs = { ...KEY, userId: '555032000101' };
    expect(await draftsOfNewPage().load(theirs)).toBeUndefined();
    vault = await vaultOf(FENWICK.userId);
    expect(await draftsOfNewPage().load(KEY)).toEqual(DRAFT);
  });

  it('is gone once it is discarded', async () => {
    const drafts = draftsOfNewPage();
    await drafts.save(KEY, DRAFT);
    await drafts.discard(KEY);
    expect(await draftsOfNewPage().load(KEY)).toBeUndefined();
  });

  it('F20: is what another window of the user made of it since, or gone when that has sent it', async () => {
    const [here, there] = [draftsOfNewPage(), draftsOfNewPage()];
    await here.save(KEY, DRAFT);
    const newer = { ...DRAFT, content: { reminderDays: '21' } };
    await there.save(KEY, newer);
    expect(await here.load(KEY)).toEqual(newer);
    await there.discard(KEY);
    expect(await here.load(KEY)).toBeUndefined();
  });

  it('is what this page still holds while the store cannot be read', async () => {
    let isReadable = true;
    const get: RowStore['get'] = (...asked) =>
      isReadable ? store.get(...asked) : Promise.reject(new Error('silent'));
    const drafts = createKeptDrafts({
      store: { ...store, get },
      vault,
      memory: createMemoryDrafts(),
    });
    await drafts.save(KEY, DRAFT);
    isReadable = false;
    expect(await drafts.load(KEY)).toEqual(DRAFT);
    await expect(drafts.load({ ...KEY, patient: OTHER_PATIENT })).rejects.toThrow('silent');
  });

  it('tells nothing on the disk of patient, user or text', async () => {
    await draftsOfNewPage().save(KEY, DRAFT);
    const [row] = await store.inGroup('drafts', await vault.nameOf('of', PATIENT));
    const bytes = new TextDecoder().decode(row?.bytes);
    const onDisk = JSON.stringify({ ...row, bytes });
    for (const canary of [PATIENT, FENWICK.userId, 'Lump', 'refer-patient']) {
      expect(onDisk).not.toContain(canary);
    }
  });

  it('is still held by the page when the store does not take it, which is said', async () => {
    const drafts = createKeptDrafts({
      store: { ...store, put: () => Promise.reject(new Error('full')) },
      vault,
      memory: createMemoryDrafts(),
    });
    await expect(drafts.save(KEY, DRAFT)).rejects.toThrow('full');
    expect(await drafts.load(KEY)).toEqual(DRAFT);
  });
});

describe('P3: what was sent, after the page is gone', () => {
  it('is unknown when the page ended before the answer', async () => {
    const first = await newPage();
    await first.intents.keep(sending);
    first.page.end();
    const next = await newPage();
    await expect
      .poll(() => next.intents.of(PATIENT))
      .toMatchObject([{ id: 'intent-1', state: 'unknown', problem: { correlationId: 'corr-1' } }]);
  });

  it('is under way while that page is open beside this one', async () => {
    await (await newPage()).intents.keep(sending);
    expect(await (await newPage()).intents.of(PATIENT)).toEqual([sending]);
  });

  it('is known where its end was noted', async () => {
    const { intents } = await newPage();
    const done: Intent = { ...sending, state: 'done', ubrn: UBRN };
    await intents.keep(sending);
    await intents.keep(done);
    expect(await (await newPage()).intents.of(PATIENT)).toEqual([done]);
    expect(await intents.of(OTHER_PATIENT)).toEqual([]);
  });

  it('is kept for 30 days while it is unknown, and for 3 once its end is known', async () => {
    const { intents } = await newPage();
    const problem = {
      reason: 'no-answer',
      source: 'network',
      correlationId: 'c',
      retry: 'never',
    } as const;
    await intents.keep({ ...sending, state: 'unknown', problem });
    await intents.keep({ ...sending, id: 'intent-2', state: 'done', ubrn: UBRN });
    await store.purge('2026-10-25T08:40:00.001Z' as Instant);
    expect((await intents.of(PATIENT)).map(({ id }) => id)).toEqual(['intent-1']);
    await store.purge('2026-11-21T08:40:00.001Z' as Instant);
    expect(await intents.of(PATIENT)).toEqual([]);
  });
});

describe('F15: what a user keeps on this computer', () => {
  it('is not opened where the browser refuses its store', async () => {
    const bytes = new TextEncoder().encode('key'.padEnd(32, '.'));
    const storageKey = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey']);
    const ports = {
      storageKey,
      owner: FENWICK,
      pageId: crypto.randomUUID(),
      drafts: createMemoryDrafts(),
      clock,
      locks: navigator.locks,
      databaseName: DATABASE,
    };
    const original = IDBFactory.prototype.open;
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    try {
      await expect(openKept(ports)).rejects.toMatchObject({ reason: 'refused' });
    } finally {
      IDBFactory.prototype.open = original;
    }
    const kept = await openKept(ports);
    await kept.drafts.save(KEY, DRAFT);
    expect(await kept.drafts.load(KEY)).toEqual(DRAFT);
    kept.close();
  });
});
