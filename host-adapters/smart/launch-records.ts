import type { fhirclient } from 'fhirclient/lib/types';

type Records = fhirclient.Storage;

const PREFIX = 'ers-smart ';
/** An authorisation server asks the user something at most; codes live for a minute. */
const LAUNCH_LASTS = 10 * 60_000;

interface Kept {
  at: number;
  record: unknown;
}

/** Where the launch page leaves `state` and PKCE verifier for the page that the sign-in returns to. */
export function keptRecords(store: Storage, now: () => number): Records {
  for (const name of Object.keys(store)) {
    const kept = name.startsWith(PREFIX) ? keptIn(store, name) : undefined;
    if (kept && !isFresh(kept, now())) store.removeItem(name);
  }
  return {
    get: async () => null,
    async set(key, record: unknown) {
      store.setItem(PREFIX + key, JSON.stringify({ at: now(), record } satisfies Kept));
      return record;
    },
    unset: async () => false,
  };
}

/**
 * The record of one launch, for the page that the sign-in returns to. It is gone from the browser's
 * storage once it is read, before the code is sent: a second return with the same `state` finds
 * nothing, and the token response is written here, into memory, and nowhere else.
 */
export function takenRecord(store: Storage, state: string, now: () => number): Records | undefined {
  const kept = keptIn(store, PREFIX + state);
  store.removeItem(PREFIX + state);
  if (!kept || !isFresh(kept, now())) return undefined;
  let { record } = kept;
  return {
    get: async (key) => (key === state ? record : null),
    async set(key, value: unknown) {
      if (key === state) record = value;
      return value;
    },
    unset: async () => false,
  };
}

function isFresh({ at }: Kept, now: number): boolean {
  return now >= at && now - at < LAUNCH_LASTS;
}

function keptIn(store: Storage, name: string): Kept | undefined {
  try {
    const kept = JSON.parse(store.getItem(name) ?? 'null') as Kept | null;
    return typeof kept?.at === 'number' && kept.record ? kept : undefined;
  } catch {
    return undefined;
  }
}
