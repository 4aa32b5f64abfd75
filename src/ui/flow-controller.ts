import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What a flow offers to a view: its state now, and a call when it has changed. */
export interface Flow<S> {
  readonly state: S;
  subscribe(listener: () => void): () => void;
}

/** Renders its host again at each change of a flow's state. The flow may be swapped for another. */
export class FlowController<S> implements ReactiveController {
  private stop: (() => void) | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private current?: Flow<S>,
  ) {
    host.addController(this);
  }

  get state(): S | undefined {
    return this.current?.state;
  }

  follow(flow: Flow<S> | undefined): void {
    if (flow === this.current) return;
    this.hostDisconnected();
    this.current = flow;
    this.hostConnected();
    this.host.requestUpdate();
  }

  hostConnected(): void {
    this.stop ??= this.current?.subscribe(() => this.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.stop?.();
    this.stop = undefined;
  }
}
