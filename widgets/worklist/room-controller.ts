import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How a list is laid out in the room that the element has. */
export type Room = 'blocks' | 'small' | 'medium' | 'wide';

/** Tells its host how much room it has itself, whatever the window's width, and each change of it. */
export class RoomController implements ReactiveController {
  room: Room = 'blocks';
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
  if (width < 640) return 'blocks';
  if (width < 960) return 'small';
  return width < 1_200 ? 'medium' : 'wide';
}
