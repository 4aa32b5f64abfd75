import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instantOf, type Clock, type Instant } from '../../domain/instant.ts';
import type { NhsNumber } from '../../domain/nhs-number.ts';
import type { Kept } from '../kept.ts';
import { createMemoryDrafts } from '../memory-drafts.ts';
import type { DraftKey } from '../ports.ts';
import { openKept } from './open-kept.ts';
import { VERSION_1 } from './version-1.fixtures.ts';

const DATABASE = 'versions-test';
const NOW = '2026-10-23T08:40:00.000Z' as Instant;
const PATIENT = '9990123454' as NhsNumber;
const OWNER = { userId: '555032000100', odsCode: 'B81046' };
const KEY: DraftKey = { userId: OWNER.userId, patient: PATIENT, flow: 'refer-patient' };

const clock: Clock = {
  now: () => instantOf(Date.parse(NOW)),
  wait: () => new Promise(() => undefined),
};

let kept: Kept | undefined;
beforeEach(() => deleteDB(DATABASE));
afterEach(() => {
  kept?.close();
  kept = undefined;
});

async function todaysStore(): Promise<Kept> {
  const raw = new TextEncoder().encode(VERSION_1.storageKey);
  const storageKey = await crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveKey']);
  kept = await openKept({
    storageKey,
    owner: OWNER,
    pageId: crypto.randomUUID(),
    drafts: createMemoryDrafts(),
    clock,
    locks: navigator.locks,
    databaseName: DATABASE,
  });
  return kept;
}

function onDisk({ iv, bytes, ...row }: (typeof VERSION_1)['drafts' | 'intents']) {
  const read = (text: string) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  return { ...row, iv: read(iv), bytes: read(bytes).buffer };
}

/** As the first version has made it, with its rows. */
async function leaveVersion1(): Promise<void> {
  const database = await openDB(DATABASE, 1, {
    upgrade(upgraded) {
      for (const shelf of ['drafts', 'intents']) {
        const store = upgraded.createObjectStore(shelf, { keyPath: 'name' });
        store.createIndex('group', 'group');
        store.createIndex('keepUntil', 'keepUntil');
      }
    },
  });
  await database.put('drafts', onDisk(VERSION_1.drafts));
  await database.put('intents', onDisk(VERSION_1.intents));
  database.close();
}

describe('F34, P23: what an earlier version has kept', () => {
  it('is the draft of today, with all that was typed', async () => {
    await leaveVersion1();
    const { drafts } = await todaysStore();
    expect(await drafts.load(KEY)).toEqual({
      savedAt: '2026-10-22T08:40:00.000Z',
      content: {
        draft: { priority: 'ROUTINE', specialty: 'CARDIOLOGY' },
        shortlist: ['101'],
        reminderDays: '21',
      },
    });
  });

  it('is a create without a known end still', async () => {
    await leaveVersion1();
    const { intents } = await todaysStore();
    expect(await intents?.of(PATIENT)).toMatchObject([{ id: 'intent-1', state: 'unknown' }]);
  });
});

describe('F34, P23: what a newer version has kept', () => {
  it('stays as it is when this version cannot open its store, which is told', async () => {
    const newer = await openDB(DATABASE, 99, {
      upgrade: (database) => void database.createObjectStore('drafts'),
    });
    await newer.put('drafts', 'theirs', 'a');
    newer.close();
    await expect(todaysStore()).rejects.toMatchObject({ reason: 'newer' });
    const again = await openDB(DATABASE);
    expect(await again.get('drafts', 'a')).toBe('theirs');
    again.close();
  });

  it('stays as it is when this version cannot open the draft, also after another was typed', async () => {
    await leaveVersion1();
    const database = await openDB(DATABASE, 1);
    const sealedAnew = { ...onDisk(VERSION_1.drafts), name: 'of a seal yet to come' };
    await database.put('drafts', sealedAnew);
    const { drafts } = await todaysStore();
    await drafts.save(KEY, { savedAt: NOW, content: { reminderDays: '7' } });
    expect(await database.get('drafts', sealedAnew.name)).toEqual(sealedAnew);
    database.close();
  });
});
