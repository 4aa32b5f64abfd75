import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DeskRow } from '../../src/domain/provider-desk.ts';
import type { Ubrn } from '../../src/domain/ubrn.ts';
import type {
  ProviderWorklistFlow,
  ProviderWorklistState,
} from '../../src/flows/provider-worklist.ts';
import type { Place } from './list-memory.ts';
import { drawnRows, nextRange, rangeAt, type Drawn, type RowRange } from './row-window.ts';

interface Host extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

interface BrowserPorts {
  flow: () => ProviderWorklistFlow | undefined;
  place: () => Place | undefined;
}

/** Pixels of rows in sight before that can be measured. */
const FIRST_HEIGHT = 600;
/** Rows that stay drawn beyond what is in sight before more are drawn. */
const MARGIN = 8;
/** Most names asked for at a time, around what is in sight. */
const NAMED = 50;

/** Which rows are drawn, where the list is scrolled to, and which row is the current one. */
export class ListBrowser implements ReactiveController {
  private range: RowRange = { from: 0, to: 0 };
  private scroller: HTMLElement | undefined;
  /** A row that is to stay where it is on screen, whatever grows or shrinks above it. */
  private anchor: { ubrn: string; offset: number } | undefined;
  /** The row under the pointer. */
  private under: string | undefined;
  /** Pixels that the heads of the columns cover. */
  private head = 0;
  /** The list is to be scrolled to `place.top`, not the other way round. */
  private scrolls = true;
  private named: { rows: readonly DeskRow[]; from: number; to: number } | undefined;
  /** More rows are to be drawn in the next frame. */
  private grows = false;
  // In a frame of its own: what it draws may change the very sizes that it hears of.
  private readonly sizes = new ResizeObserver(() => {
    requestAnimationFrame(() => this.resized());
  });

  constructor(
    private readonly host: Host,
    private readonly ports: BrowserPorts,
  ) {
    host.addController(this);
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    this.leaveScroller();
  }

  /** Another list, or none. */
  reset(): void {
    this.range = { from: 0, to: 0 };
    this.anchor = this.under = this.named = undefined;
    this.scrolls = true;
  }

  hostUpdate(): void {
    this.anchor = this.scroller && !this.scrolls ? this.anchorIn(this.scroller) : undefined;
  }

  /** What is to be drawn of these rows; called while rendering. */
  drawn(state: ProviderWorklistState, place: Place): Drawn[] {
    if (place.rows !== state.rows) this.take(state, place);
    if (this.scrolls) this.draw(place);
    return drawnRows(place.heights, this.range, this.currentIndex(place));
  }

  hostUpdated(): void {
    const scroller = this.element('[data-scroller]');
    const place = this.ports.place();
    if (!scroller || !place || place.rows.length === 0) {
      this.leaveScroller();
      return;
    }
    this.meet(scroller);
    this.fillGaps(scroller, place);
    if (this.scrolls) scroller.scrollTop = place.top;
    this.scrolls = false;
    this.settle(scroller, place);
    this.askNames(place);
  }

  /** Of the current row; of the first where there is none. */
  currentIndex(place: Place): number {
    return Math.max(0, indexIn(place.rows, place.current));
  }

  /** As many rows as are in sight. */
  get page(): number {
    const place = this.ports.place();
    if (!place) return 1;
    const { heights, top } = place;
    return Math.max(1, heights.indexAt(top + this.height()) - heights.indexAt(top) - 1);
  }

  /** Makes a row the current one, in sight and with the focus. */
  async goTo(index: number): Promise<void> {
    const place = this.ports.place();
    const row = place?.rows[Math.max(0, Math.min(index, place.rows.length - 1))];
    if (!place || !row) return;
    place.current = row.ubrn;
    this.bringInSight(place, this.currentIndex(place));
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.focusRow(row.ubrn)?.scrollIntoView({ block: 'nearest' });
  }

  /** Scrolls nothing. `undefined` when the row is not drawn. */
  focusRow(ubrn: Ubrn): HTMLElement | undefined {
    const row = this.element(`[data-row="${ubrn}"]`) ?? undefined;
    row?.querySelector<HTMLElement>('[data-open]')?.focus({ preventScroll: true });
    return row;
  }

  readonly onScroll = (): void => {
    const place = this.ports.place();
    const { scroller } = this;
    if (!place || !scroller) return;
    place.top = scroller.scrollTop;
    this.follow(place);
  };

  readonly onPointerMove = (event: Event): void => {
    const row = event.target instanceof Element ? event.target.closest('[data-row]') : null;
    this.under = row instanceof HTMLElement ? row.dataset['row'] : undefined;
    this.freeze();
  };

  readonly onPointerLeave = (): void => {
    this.under = undefined;
    this.thaw();
  };

  /** Something was pressed: what opens below it may take room. */
  readonly thaw = (): void => {
    this.scroller?.style.removeProperty('--frozen');
  };

  /** A list that does not scroll grows no higher under the pointer: it scrolls, so that rows stay. */
  private freeze(): void {
    const { scroller } = this;
    if (!scroller || scroller.scrollHeight > scroller.clientHeight) return;
    scroller.style.setProperty('--frozen', `${scroller.offsetHeight}px`);
  }

  private take({ rows, order, sought, onlyNews }: ProviderWorklistState, place: Place): void {
    const { arranged, heights } = place;
    const isSame =
      arranged?.order === order && arranged.sought === sought && arranged.onlyNews === onlyNews;
    const at = isSame ? this.currentIndex(place) : 0;
    const kept = isSame ? place.rows[at]?.ubrn : undefined;
    const offset = heights.topOf(at) - place.top;
    const isInSight = offset >= 0 && offset < this.height();
    heights.setKeys(rows.map(({ ubrn }) => ubrn));
    place.rows = rows;
    place.arranged = { order, sought, onlyNews };
    const now = indexIn(rows, kept);
    if (now >= 0 && isInSight) place.top = Math.max(0, heights.topOf(now) - offset);
    else if (!isSame) place.top = 0;
    this.scrolls = true;
    this.anchor = undefined;
    this.thaw();
  }

  /** Draws more when what is in sight comes near the end of what is drawn. */
  private follow(place: Place): void {
    if (this.ports.place() !== place) return;
    const { heights, top } = place;
    const seen = rangeAt(heights, { top, height: this.height() }, 0);
    const { from, to } = this.range;
    const isNear =
      (seen.from - MARGIN < from && from > 0) || (seen.to + MARGIN > to && to < heights.count);
    const isShort = seen.from < from || seen.to > to;
    if (!isShort && (!isNear || this.grows)) return;
    this.draw(place);
    this.host.requestUpdate();
  }

  private draw(place: Place): void {
    const sight = { top: place.top, height: this.height() };
    const { range, isWhole } = nextRange(place.heights, sight, this.range);
    this.range = range;
    if (isWhole || this.grows) return;
    this.grows = true;
    requestAnimationFrame(() => {
      this.grows = false;
      if (this.ports.place() !== place) return;
      this.draw(place);
      this.host.requestUpdate();
    });
  }

  /** Measures what was drawn, and puts back where it was what must not move. */
  private settle(scroller: HTMLElement, place: Place): void {
    if (this.measure(scroller, place)) this.fillGaps(scroller, place);
    const { anchor } = this;
    const row = anchor && this.element(`[data-row="${anchor.ubrn}"]`);
    const moved = row ? offsetIn(scroller, row) - anchor.offset : 0;
    if (Math.abs(moved) >= 1) scroller.scrollTop += moved;
    place.top = scroller.scrollTop;
    this.follow(place);
  }

  private measure(scroller: HTMLElement, place: Place): boolean {
    const measured = new Map<number, number>();
    for (const row of scroller.querySelectorAll<HTMLElement>('[data-index]')) {
      const index = Number(row.dataset['index']);
      const { height } = row.getBoundingClientRect();
      measured.set(index, (measured.get(index) ?? 0) + height);
    }
    let differs = false;
    for (const [index, height] of measured)
      if (height > 0 && place.heights.measured(index, height)) differs = true;
    return differs;
  }

  // A style attribute would need a policy that allows them; this does not.
  private fillGaps(scroller: HTMLElement, place: Place): void {
    const gaps = drawnRows(place.heights, this.range, this.currentIndex(place)).filter(
      (each) => 'gap' in each,
    );
    const drawn = scroller.querySelectorAll<HTMLElement>('[data-gap]');
    gaps.forEach(({ gap }, index) => drawn[index]?.style.setProperty('height', `${gap}px`));
  }

  private anchorIn(scroller: HTMLElement): { ubrn: string; offset: number } | undefined {
    const rows = [...scroller.querySelectorAll<HTMLElement>('[data-row]')];
    const { current, top = 0 } = this.ports.place() ?? {};
    // A list that stands at its top stays there, unless somebody points at one of its rows.
    if (top === 0 && this.under === undefined) return undefined;
    const isInSight = (row: HTMLElement): boolean => {
      const offset = offsetIn(scroller, row);
      return offset + row.offsetHeight > this.head && offset < scroller.clientHeight;
    };
    const byUbrn = (ubrn: string | undefined): HTMLElement | undefined =>
      rows.find((row) => row.dataset['row'] === ubrn && isInSight(row));
    const row = byUbrn(this.under) ?? byUbrn(current) ?? rows.find(isInSight);
    const ubrn = row?.dataset['row'];
    return row && ubrn ? { ubrn, offset: offsetIn(scroller, row) } : undefined;
  }

  private bringInSight(place: Place, index: number): void {
    const { heights } = place;
    const top = heights.topOf(index);
    const end = heights.topOf(index + 1);
    const height = this.height();
    if (top >= place.top && end <= place.top + height) return;
    place.top = top < place.top ? top : end - height;
    this.scrolls = true;
    this.anchor = undefined;
  }

  private askNames(place: Place): void {
    const { heights, top, rows } = place;
    const seen = rangeAt(heights, { top, height: this.height() }, 0);
    const each = Math.max(0, Math.floor((NAMED - (seen.to - seen.from)) / 2));
    const from = Math.max(0, seen.from - each);
    const to = Math.min(rows.length, seen.to + each);
    const { named } = this;
    if (named?.rows === rows && named.from === from && named.to === to) return;
    this.named = { rows, from, to };
    void this.ports.flow()?.actions.show(from, to);
  }

  private meet(scroller: HTMLElement): void {
    if (this.scroller !== scroller) {
      this.leaveScroller();
      this.scroller = scroller;
      this.sizes.observe(scroller);
      const table = scroller.firstElementChild;
      if (table) this.sizes.observe(table);
    }
    const head = scroller.querySelector<HTMLElement>('thead');
    const isSeen = head !== null && getComputedStyle(head).position !== 'absolute';
    this.head = isSeen ? head.offsetHeight : 0;
    scroller.style.setProperty('--head', `${this.head}px`);
  }

  private leaveScroller(): void {
    this.sizes.disconnect();
    if (this.scroller) this.scrolls = true;
    this.scroller = undefined;
  }

  private resized(): void {
    const place = this.ports.place();
    const { scroller } = this;
    if (!place || !scroller) return;
    const { clientWidth } = scroller;
    const isWider = clientWidth !== place.width && clientWidth > 0;
    if (isWider && place.width > 0) place.heights.forget();
    if (isWider) place.width = clientWidth;
    if (isWider || this.measure(scroller, place)) this.host.requestUpdate();
  }

  private height(): number {
    return this.scroller ? this.scroller.clientHeight - this.head : FIRST_HEIGHT;
  }

  private element(selector: string): HTMLElement | null {
    return this.host.renderRoot.querySelector<HTMLElement>(selector);
  }
}

function indexIn(rows: readonly DeskRow[], ubrn: string | undefined): number {
  return ubrn === undefined ? -1 : rows.findIndex((row) => row.ubrn === ubrn);
}

function offsetIn(scroller: HTMLElement, row: HTMLElement): number {
  return row.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
}
