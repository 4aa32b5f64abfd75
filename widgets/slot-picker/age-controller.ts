import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Clock } from '../../src/domain/instant.ts';

/** Renders its host again now and then, so that an age on screen does not stand still. */
const EVERY_MS = 30_000;

export class AgeController implements ReactiveController {
  private stopped: AbortController | undefined;
  private clock: Clock | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  follow(clock: Clock | undefined): void {
    if (clock === this.clock) return;
    this.hostDisconnected();
    this.clock = clock;
    this.hostConnected();
  }

  hostConnected(): void {
    if (!this.clock || this.stopped) return;
    this.stopped = new AbortController();
    void this.tick(this.clock, this.stopped.signal);
  }

  hostDisconnected(): void {
    this.stopped?.abort();
    this.stopped = undefined;
  }

  private async tick(clock: Clock, signal: AbortSignal): Promise<void> {
    // An aborted wait rejects: that is how a stop ends it.
    const waited = (): Promise<boolean> =>
      clock.wait(EVERY_MS, signal).then(
        () => true,
        () => false,
      );
    while (await waited()) this.host.requestUpdate();
  }
}
