import { millisecondsOf, type Clock } from '../src/domain/instant.ts';

export type Turn = 'write' | 'read';

export interface RateBucketOptions {
  perSecond: number;
  clock: Clock;
  /** Calls that may wait; at 8 a second the last of 200 waits 25 seconds. */
  longestQueue?: number | undefined;
}

interface Waiting {
  go(turn: boolean): void;
}

/** Small, so that burst and refill together stay within 10 in any second. */
const BURST = 2;

/** Turns at e-RS, shared by every user of this proxy. Writes go before reads. */
export class RateBucket {
  private readonly queues: Record<Turn, Waiting[]> = { write: [], read: [] };
  private tokens = BURST;
  private countedAt: number;
  private running = false;

  constructor(private readonly options: RateBucketOptions) {
    this.countedAt = millisecondsOf(options.clock.now());
  }

  /** Resolves when it is this call's turn; false when too many wait, or its signal has ended it. */
  take(turn: Turn, signal?: AbortSignal): Promise<boolean> {
    const { write, read } = this.queues;
    if (write.length + read.length >= (this.options.longestQueue ?? 200)) {
      return Promise.resolve(false);
    }
    return new Promise((go) => {
      const waiting: Waiting = { go };
      if (signal?.aborted) return go(false);
      signal?.addEventListener('abort', () => this.leave(turn, waiting), { once: true });
      this.queues[turn].push(waiting);
      void this.run();
    });
  }

  private leave(turn: Turn, waiting: Waiting): void {
    this.queues[turn] = this.queues[turn].filter((one) => one !== waiting);
    waiting.go(false);
  }

  private async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    const { perSecond, clock } = this.options;
    while (this.anyoneWaits()) {
      this.refill();
      if (this.tokens < 1) await clock.wait(Math.ceil(((1 - this.tokens) * 1000) / perSecond));
      else this.serveNext();
    }
    this.running = false;
  }

  private serveNext(): void {
    const first = this.queues.write.shift() ?? this.queues.read.shift();
    this.tokens -= 1;
    first?.go(true);
  }

  private refill(): void {
    const now = millisecondsOf(this.options.clock.now());
    const grown = ((now - this.countedAt) * this.options.perSecond) / 1000;
    this.tokens = Math.min(BURST, this.tokens + grown);
    this.countedAt = now;
  }

  private anyoneWaits(): boolean {
    return this.queues.read.length + this.queues.write.length > 0;
  }
}
