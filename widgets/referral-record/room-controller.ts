import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Four panes, three, or one of tabs above the decision. */
export type Room = 'four-panes' | 'three-panes' | 'tabs';

/** Tells its host how much room it has itself, whatever the window's width, and each change of it. */
export class RoomController implements ReactiveController {
  room: Room = 'tabs';
  private readonly observer = new ResizeObserver(([entry]) => {
    if (entry) this.measure(entry.contentRect.width);
  });

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
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
    const room = roomFor(width);
    if (room === this.room) return;
    this.room = room;
    this.host.requestUpdate();
  }
}

function roomFor(width: number): Room {
  if (width < 960) return 'tabs';
  return width < 1280 ? 'three-panes' : 'four-panes';
}
