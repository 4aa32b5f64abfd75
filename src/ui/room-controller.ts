import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Tells its host how much room it has itself, whatever the window's width, and each change of it. */
export class RoomController<Room extends string> implements ReactiveController {
  room: Room;
  private readonly observer = new ResizeObserver(([entry]) => {
    if (entry) this.measure(entry.contentRect.width);
  });

  /** `roomFor` names the layout for a width in pixels. */
  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly roomFor: (width: number) => Room,
  ) {
    this.room = roomFor(0);
    host.addController(this);
  }

  hostConnected(): void {
    this.measure(this.host.clientWidth);
    this.observer.observe(this.host);
  }

  hostDisconnected(): void {
    this.observer.disconnect();
  }

  private measure(width: number): void {
    const room = this.roomFor(width);
    if (room === this.room) return;
    this.room = room;
    this.host.requestUpdate();
  }
}
