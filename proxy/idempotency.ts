import type { Clock, Instant } from '../src/domain/instant.ts';
import type { OperationId } from '../src/ers/transport.ts';
import type { UpstreamAnswer } from './forward.ts';
import type { Refusal } from './answers.ts';
import type { Store } from './store.ts';

const DAY_MS = 24 * 60 * 60_000;
/** A result is replayed for a day at least; what nobody knows stays listed much longer. */
const RESULT_LIFE_MS = 2 * DAY_MS;
const UNRESOLVED_LIFE_MS = 30 * DAY_MS;
/** More than anybody sends in the life of a result. */
const MOST_ENDED = 500;

/** A write under way, or one that was sent and has not been proven undone. */
export interface Intent {
  key: string;
  operation: OperationId;
  contextId: string;
  correlationId: string;
  /** HMAC of the NHS number. */
  patient: string;
  bodyHash: string;
  /** The referral that the write names, or made. */
  ubrn?: string | undefined;
  startedAt: Instant;
  endedAt?: Instant | undefined;
  state: 'in-flight' | 'unknown' | 'done';
  result?: StoredResult | undefined;
}

export type StoredResult =
  | { kind: 'answer'; status: number; headers: Readonly<Record<string, string>>; base64: string }
  | { kind: 'refusal'; refusal: Refusal };

export type NewIntent = Omit<Intent, 'startedAt' | 'endedAt' | 'state' | 'result'>;

export interface SettledResult {
  state: 'unknown' | 'done';
  result: StoredResult;
  /** Of the referral that the write made. */
  ubrn?: string | undefined;
}

/** The writes of each user by idempotency key: what makes a lost answer known again. */
export class Intents {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  /** `begun` at most once for a key, until it is released. */
  async begin(userId: string, fresh: NewIntent): Promise<{ begun: boolean; intent: Intent }> {
    const intent: Intent = { ...fresh, startedAt: this.clock.now(), state: 'in-flight' };
    const { before } = await this.store.update<Intent>(
      keyOf(userId, fresh.key),
      UNRESOLVED_LIFE_MS,
      (known) => known ?? intent,
    );
    if (before) return { begun: false, intent: before };
    await this.list(listOf(userId), (keys) => [...keys, fresh.key]);
    return { begun: true, intent };
  }

  async settle(userId: string, key: string, settled: SettledResult): Promise<void> {
    const life = settled.state === 'done' ? RESULT_LIFE_MS : UNRESOLVED_LIFE_MS;
    const endedAt = this.clock.now();
    await this.store.update<Intent>(
      keyOf(userId, key),
      life,
      (intent) => intent && { ...intent, ...settled, endedAt },
    );
    if (settled.state !== 'done') return;
    await this.unlist(userId, key);
    await this.list(endedOf(userId), (keys) => [...keys, key].slice(-MOST_ENDED));
  }

  /** There is nothing to find: it is listed no more, and its key stays used. */
  async close(userId: string, key: string): Promise<void> {
    const endedAt = this.clock.now();
    await this.store.update<Intent>(
      keyOf(userId, key),
      RESULT_LIFE_MS,
      (intent) => intent && { ...intent, state: 'done', endedAt },
    );
    await this.unlist(userId, key);
  }

  /** Nothing has happened in e-RS: the same key may be sent again. */
  async release(userId: string, key: string): Promise<void> {
    await this.store.update<Intent>(keyOf(userId, key), 0, () => undefined);
    await this.unlist(userId, key);
  }

  unresolved(userId: string): Promise<Intent[]> {
    return this.listed(userId, listOf(userId));
  }

  /** What has ended well within the life of its result: a page that never heard of it asks. */
  ended(userId: string): Promise<Intent[]> {
    return this.listed(userId, endedOf(userId));
  }

  /** What is known of a key, however it ended. */
  find(userId: string, key: string): Promise<Intent | undefined> {
    return this.store.get<Intent>(keyOf(userId, key));
  }

  private async listed(userId: string, name: string): Promise<Intent[]> {
    const keys = (await this.store.get<string[]>(name)) ?? [];
    const found = await Promise.all(keys.map((key) => this.store.get<Intent>(keyOf(userId, key))));
    return found.filter((intent) => intent !== undefined);
  }

  private async unlist(userId: string, key: string): Promise<void> {
    await this.list(listOf(userId), (keys) => keys.filter((listed) => listed !== key));
  }

  private async list(name: string, change: (keys: string[]) => string[]): Promise<void> {
    await this.store.update<string[]>(name, UNRESOLVED_LIFE_MS, (before) => change(before ?? []));
  }
}

function keyOf(userId: string, key: string): string {
  return `intent:${userId}:${key}`;
}

function listOf(userId: string): string {
  return `intents:${userId}`;
}

function endedOf(userId: string): string {
  return `ended:${userId}`;
}

export function storedAnswer({ status, headers, body }: UpstreamAnswer): StoredResult {
  return { kind: 'answer', status, headers, base64: Buffer.from(body).toString('base64') };
}

export function restoredAnswer(result: StoredResult & { kind: 'answer' }): UpstreamAnswer {
  const { status, headers, base64 } = result;
  return { status, headers, body: Uint8Array.from(Buffer.from(base64, 'base64')) };
}
