import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How slots can be laid out in the room that the element has. */
type Room = 'list' | '5-days' | '7-days';

/** Tells its host how much room it has itself, whatever the window's width, and each change of it. */
export class WidthController implements ReactiveController {
  room: Room = 'list';
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
  if (width < 768) return 'list';
  return width < 1024 ? '5-days' : '7-days';
}
