import type { ReadySession } from '../session/context.ts';

interface Ended {
  dispose(): void;
}

/**
 * The flow of one context, and of one request where there is one; loaded when it is first asked for.
 * One that comes too late is ended at once.
 */
export class OwnFlow<Flow extends Ended> {
  private started: { key: string } | undefined;
  private loaded: Flow | undefined;
  private hasFailed = false;

  constructor(private readonly onLoaded: () => void) {}

  get flow(): Flow | undefined {
    return this.loaded;
  }

  /** Its code could not be loaded. */
  get failed(): boolean {
    return this.hasFailed;
  }

  follow({ contextId }: ReadySession, about: string, load: () => Promise<Flow>): void {
    const key = `${contextId} ${about}`;
    if (key === this.started?.key) return;
    this.drop();
    const start = { key };
    this.started = start;
    void this.load(start, load);
  }

  drop(): void {
    this.loaded?.dispose();
    this.started = this.loaded = undefined;
    this.hasFailed = false;
  }

  private async load(start: { key: string }, load: () => Promise<Flow>): Promise<void> {
    const flow = await load().catch(() => undefined);
    if (start !== this.started) {
      flow?.dispose();
      return;
    }
    this.loaded = flow;
    this.hasFailed = !flow;
    this.onLoaded();
  }
}
