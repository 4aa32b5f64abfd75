import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { millisecondsOf, type Clock, type Instant } from '../domain/instant.ts';

/** Renders its host each second while something is going on, and knows how long it has been. */
export class ElapsedController implements ReactiveController {
  private since: Instant | undefined;
  private ticking: AbortController | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly clock: () => Clock | undefined,
    private readonly onTick: (seconds: number) => void = () => {},
  ) {
    host.addController(this);
  }

  /** Whole seconds since the start; 0 when nothing is going on. */
  get seconds(): number {
    const clock = this.clock();
    if (!this.since || !clock) return 0;
    return Math.floor((millisecondsOf(clock.now()) - millisecondsOf(this.since)) / 1000);
  }

  /** Starts, or carries on when it already counts from that moment. */
  start(since: Instant | undefined = this.clock()?.now()): void {
    if (this.ticking && since === this.since) return;
    this.stop();
    this.since = since;
    this.ticking = new AbortController();
    void this.tick(this.ticking.signal);
  }

  stop(): void {
    this.ticking?.abort();
    this.ticking = undefined;
    this.since = undefined;
  }

  hostConnected(): void {
    if (this.since) this.start(this.since);
  }

  hostDisconnected(): void {
    this.ticking?.abort();
    this.ticking = undefined;
  }

  private async tick(signal: AbortSignal): Promise<void> {
    while (await this.secondPasses(signal)) {
      this.host.requestUpdate();
      this.onTick(this.seconds);
    }
  }

  /** False when it was stopped meanwhile: an aborted wait rejects. */
  private async secondPasses(signal: AbortSignal): Promise<boolean> {
    await this.clock()
      ?.wait(1000, signal)
      .catch(() => undefined);
    return !signal.aborted && this.clock() !== undefined;
  }
}
