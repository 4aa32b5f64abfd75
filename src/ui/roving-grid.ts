import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A cell is known by its key; rows are what ↑↓ leave when a column ends. */
export interface GridPosition {
  row: number;
  column: number;
  /** Several stops in one cell, from the top: slots of a day. */
  item: number;
}

export interface RovingGridOptions {
  /** The grid's element in the host's root. */
  grid: () => HTMLElement | null | undefined;
  /** PgUp (-1) and PgDn (1): another week. */
  onPage?: (direction: -1 | 1) => void;
}

interface Stop extends GridPosition {
  element: HTMLElement;
}

/**
 * One tab stop for a whole grid; arrows move in it. Each stop carries `data-row`, `data-column` and,
 * where a cell holds several, `data-item`; `data-key` keeps the place when the content changes.
 */
export class RovingGrid implements ReactiveController {
  private key: string | undefined;

  constructor(
    host: ReactiveControllerHost,
    private readonly options: RovingGridOptions,
  ) {
    host.addController(this);
  }

  hostConnected(): void {}

  /** After each render exactly one stop can be reached by Tab. */
  hostUpdated(): void {
    const stops = this.stops();
    const current = stops.find(({ element }) => element.dataset['key'] === this.key) ?? stops[0];
    for (const { element } of stops) element.tabIndex = element === current?.element ? 0 : -1;
  }

  /** To be bound as `@keydown` on the grid. */
  readonly onKeydown = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey || event.shiftKey) return;
    if (event.key === 'PageUp' || event.key === 'PageDown') {
      this.options.onPage?.(event.key === 'PageUp' ? -1 : 1);
      event.preventDefault();
      return;
    }
    const stops = this.stops();
    const from = stops.find(({ element }) => element === event.target);
    const to = from && destination(stops, from, { key: event.key, whole: event.ctrlKey });
    if (!to) return;
    event.preventDefault();
    this.focus(to.element);
  };

  /** To be bound as `@focusin` on the grid: a click moves the tab stop too. */
  readonly onFocusin = (event: FocusEvent): void => {
    const element = event.target as HTMLElement;
    if (element.dataset['key'] === undefined) return;
    this.key = element.dataset['key'];
    this.hostUpdated();
  };

  /** Moves the focus to the stop of that key. False when there is none. */
  focusKey(key: string): boolean {
    const stop = this.stops().find(({ element }) => element.dataset['key'] === key);
    if (stop) this.focus(stop.element);
    return stop !== undefined;
  }

  private focus(element: HTMLElement): void {
    this.key = element.dataset['key'];
    this.hostUpdated();
    element.focus();
  }

  private stops(): Stop[] {
    const found = this.options.grid()?.querySelectorAll<HTMLElement>('[data-key]') ?? [];
    return [...found].map((element) => ({
      element,
      row: Number(element.dataset['row'] ?? 0),
      column: Number(element.dataset['column'] ?? 0),
      item: Number(element.dataset['item'] ?? 0),
    }));
  }
}

interface Move {
  key: string;
  /** With Ctrl: to the ends of the grid. */
  whole: boolean;
}

function destination(stops: readonly Stop[], from: Stop, { key, whole }: Move): Stop | undefined {
  const row = stops.filter((stop) => stop.row === from.row);
  switch (key) {
    case 'ArrowLeft':
      return nearest(row.filter((stop) => stop.column < from.column).reverse(), from);
    case 'ArrowRight':
      return nearest(
        row.filter((stop) => stop.column > from.column),
        from,
      );
    case 'ArrowUp':
      return above(stops, from);
    case 'ArrowDown':
      return below(stops, from);
    case 'Home':
      return whole ? stops[0] : row[0];
    case 'End':
      return (whole ? stops : row).at(-1);
    default:
      return undefined;
  }
}

/** In the nearest filled column: the stop at the same height, or the lowest there is. */
function nearest(candidates: readonly Stop[], from: Stop): Stop | undefined {
  const column = candidates[0]?.column;
  const cell = candidates.filter((stop) => stop.column === column).sort((a, b) => a.item - b.item);
  return cell.find((stop) => stop.item >= from.item) ?? cell.at(-1);
}

function below(stops: readonly Stop[], from: Stop): Stop | undefined {
  return inColumn(stops, from).find((stop) => isAfter(stop, from));
}

function above(stops: readonly Stop[], from: Stop): Stop | undefined {
  return inColumn(stops, from).findLast((stop) => isAfter(from, stop));
}

function inColumn(stops: readonly Stop[], { column }: Stop): Stop[] {
  return stops.filter((stop) => stop.column === column);
}

function isAfter(a: Stop, b: Stop): boolean {
  return a.row > b.row || (a.row === b.row && a.item > b.item);
}
