import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { addDays, type Instant, type LocalDate } from '../../src/domain/instant.ts';
import type { BookSlotFlow, BookSlotState, ServiceSlots } from '../../src/flows/book-slot.ts';
import { counted } from '../../src/ui/format.ts';
import type { Slot } from '../../src/domain/slot.ts';
import { ukDayOf } from '../../src/domain/uk-time.ts';
import { RovingGrid } from '../../src/ui/roving-grid.ts';
import type { FilterBarOptions } from './filter-bar.ts';
import { pageWords, type Layout, type PageBarOptions } from './page-bar.ts';
import { bookableServices } from './picker-view.ts';
import { NO_FILTERS, type SlotFilters } from './slot-filters.ts';
import type { SlotsOptions } from './slot-grid.ts';
import { indexSlots, nearestLater, type SlotIndex } from './slot-index.ts';
import { cellKey } from './slot-rows.ts';
import { givenUntil, slotsInView, type SlotsInView } from './slot-page.ts';
import { slotAndClinician } from './slot-words.ts';
import { RoomController } from '../../src/ui/room-controller.ts';
import { roomFor, type Room } from './room.ts';

interface Host extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

interface BrowserPorts {
  flow: () => BookSlotFlow | undefined;
  now: () => Instant | undefined;
  say: (text: string) => void;
  letterKeys: () => boolean;
  switchLetterKeys: (on: boolean) => void;
}

/** What the user looks at, and how they get from slot to slot. Nothing of it leaves the page. */
export class SlotBrowser implements ReactiveController {
  private readonly width: RoomController<Room>;
  private readonly grid: RovingGrid;
  private filters: SlotFilters = NO_FILTERS;
  private layout: Layout = 'week';
  private day: LocalDate | undefined;
  private expanded: ReadonlySet<string> = new Set();
  private goingTo: PageBarOptions['goingTo'] = { open: false };
  private indexed: { of: BookSlotState['services']; index: SlotIndex } | undefined;
  /** The slot that had the focus last. */
  private place: { id: string; start: Instant } | undefined;
  /** The slot of each day that had the focus last, the newest last: the way back leads to it. */
  private left: ReadonlyMap<LocalDate, string> = new Map();

  constructor(
    private readonly host: Host,
    private readonly ports: BrowserPorts,
  ) {
    host.addController(this);
    this.width = new RoomController(host, roomFor);
    this.grid = new RovingGrid(host, {
      grid: () => this.element('[data-slots]'),
      onPage: (direction) => this.turn(direction),
    });
  }

  hostConnected(): void {}

  /** Forgets everything, for another referral or none. */
  reset(): void {
    this.filters = NO_FILTERS;
    this.day = undefined;
    this.expanded = new Set();
    this.goingTo = { open: false };
    this.indexed = undefined;
    this.place = undefined;
    this.left = new Map();
  }

  get shownLayout(): Layout {
    return this.width.room === 'list' ? 'list' : this.layout;
  }

  view(state: BookSlotState, now: Instant): SlotsInView {
    const narrow = this.shownLayout === 'week' && this.width.room === '5-days';
    const { filters, day } = this;
    return slotsInView(this.index(state), { filters, now, day, daysPerPage: narrow ? 5 : 7 });
  }

  slotsOptions(state: BookSlotState, view: SlotsInView): SlotsOptions {
    return {
      view,
      services: bookableServices(state),
      chosen: state.chosen,
      expanded: this.expanded,
      dayLimit: this.width.room === 'list' ? 3 : 6,
      onPress: this.onPress,
      onKeydown: this.onKeydown,
      onFocusin: this.onFocusin,
    };
  }

  filterOptions(state: BookSlotState, view: SlotsInView): FilterBarOptions {
    return {
      filters: this.filters,
      view,
      services: bookableServices(state),
      folded: this.width.room === 'list',
      onChange: (filters) => this.change(() => (this.filters = filters)),
    };
  }

  pageOptions(state: BookSlotState, view: SlotsInView): PageBarOptions {
    return {
      view,
      layout: this.shownLayout,
      canChooseLayout: this.width.room !== 'list',
      hasMore: state.services.some((service) => givenUntil(service) !== undefined),
      goingTo: this.goingTo,
      letterKeys: this.ports.letterKeys(),
      onLetterKeys: this.ports.switchLetterKeys,
      onPage: (direction) => this.page(direction),
      onLayout: (layout) => this.change(() => (this.layout = layout)),
      onGoingTo: (goingTo) => this.goTo(goingTo),
      onGo: (day) => void this.focusDay(day),
    };
  }

  /** Asks again, then puts the focus back on the slot it was on, or on the nearest later one. */
  async checkAgain(): Promise<void> {
    const flow = this.ports.flow();
    if (!flow) return;
    const place = this.place ?? flow.state.chosen;
    const pressed = this.active();
    await flow.actions.checkAgain();
    await this.host.updateComplete;
    const view = this.ports.flow() === flow ? this.current() : undefined;
    if (!view) return;
    if (flow.state.services.some(({ load }) => isStopped(load))) return;
    if (flow.state.services.some(({ load }) => load.status === 'failed')) {
      this.ports.say('The slots could not all be read again.');
      return;
    }
    this.ports.say(`${counted(view.all.length, 'free slot')}.`);
    const stayed = this.active() === pressed || this.active() === null;
    if (place && pressed && stayed) await this.focusAgain(place, view);
  }

  /** The focus goes to what asks again. */
  async stopReading(): Promise<void> {
    this.ports.flow()?.actions.stopReading();
    this.ports.say('You stopped asking for slots. Nothing was lost');
    await this.focusElement('#ers-check-again-slots, [id^="ers-again-"]');
  }

  /** Goes to a slot wherever it is, and puts the focus on it. False when it is not free any more. */
  async showSlot({ id, start }: Slot): Promise<boolean> {
    const isHidden = !this.current()?.shown.some(({ slot }) => slot.id === id);
    this.change(() => {
      if (isHidden) this.filters = NO_FILTERS;
      this.day = ukDayOf(start);
    });
    await this.focusSlot(id);
    return this.active()?.dataset['slot'] === id;
  }

  /** For a button that may be far from the slot: the focus goes along. */
  async chooseAndShow(slot: Slot): Promise<void> {
    this.ports.flow()?.actions.choose(slot.id);
    await this.showSlot(slot);
  }

  /** After a choice: its days are on screen, and the commit area does not cover it. Focus stays. */
  async uncover({ id, start }: Slot): Promise<void> {
    const isShown = this.current()?.inPage.some(({ slot }) => slot.id === id);
    if (!isShown) this.change(() => (this.day = ukDayOf(start)));
    await this.host.updateComplete;
    const foot = this.element('.ui-commit--in-sight')?.offsetHeight ?? 0;
    this.host.style.setProperty('--foot', `${foot}px`);
    this.element(`[data-slot="${id}"]`)?.scrollIntoView({ block: 'nearest' });
  }

  private async focusAgain(
    place: { id: string; start: Instant },
    { shown }: SlotsInView,
  ): Promise<void> {
    const same = shown.find(({ slot }) => slot.id === place.id);
    const next = same ?? nearestLater(shown, place.start);
    if (!next) return;
    if (!same)
      this.ports.say(`That slot is no longer free. The nearest is ${slotAndClinician(next.slot)}.`);
    this.change(() => (this.day = next.day));
    await this.focusSlot(next.slot.id);
  }

  private readonly onPress = (event: Event): void => {
    const pressed = event.target instanceof Element && event.target.closest<HTMLElement>('button');
    if (!pressed) return;
    const { slot, more, day, key } = pressed.dataset;
    if (slot) this.ports.flow()?.actions.choose(slot);
    else if (more) void this.expand(more, pressed);
    else if (day && key) void this.focusNext(key.replace(/^next /, ''));
  };

  private readonly onKeydown = (event: KeyboardEvent): void => {
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (plain && event.key.toLowerCase() === 'g' && this.ports.letterKeys()) {
      event.preventDefault();
      this.goTo({ open: true });
    } else this.grid.onKeydown(event);
  };

  private readonly onFocusin = (event: FocusEvent): void => {
    this.grid.onFocusin(event);
    const id = event.target instanceof HTMLElement ? event.target.dataset['slot'] : undefined;
    const placed = id && this.current()?.inPage.find(({ slot }) => slot.id === id);
    if (!placed) return;
    const { slot, day } = placed;
    this.place = { id: slot.id, start: slot.start };
    const others = [...this.left].filter(([other]) => other !== day);
    this.left = new Map([...others, [day, slot.id]]);
  };

  private async expand(key: string, button: HTMLElement): Promise<void> {
    const { row, column, item } = button.dataset;
    this.change(() => (this.expanded = new Set([...this.expanded, key])));
    await this.host.updateComplete;
    const first = this.element(
      `[data-slot][data-row="${row}"][data-column="${column}"][data-item="${item}"]`,
    );
    if (first?.dataset['key']) this.grid.focusKey(first.dataset['key']);
  }

  /** PgUp and PgDn: in the list the day before and after, in the week the page with slots. */
  private turn(direction: -1 | 1): void {
    if (this.shownLayout === 'list' && this.focusRow(direction)) return;
    const view = this.current();
    if (!view) return;
    const { page, shown } = view;
    const target =
      direction === 1
        ? shown.find(({ day }) => day > page.to)
        : shown.findLast(({ day }) => day < page.from);
    if (target) void this.showPage(target.day);
    else this.ports.say(direction === 1 ? 'No later slots.' : 'No earlier slots.');
  }

  private focusRow(direction: -1 | 1): boolean {
    const row = Number(this.active()?.dataset['row']) + direction;
    const first = this.element(`[data-slot][data-row="${row}"]`)?.dataset['slot'];
    const day = this.current()?.inPage.find(({ slot }) => slot.id === first)?.day;
    return day !== undefined && this.focusLeft(day);
  }

  /** In the list, a day of the page: the slot that was left there, or its first. */
  private focusLeft(day: LocalDate): boolean {
    const slots = this.current()?.inPage.filter((placed) => placed.day === day) ?? [];
    const id = slots.find(({ slot }) => slot.id === this.left.get(day)) ?? slots[0];
    return id !== undefined && this.grid.focusKey(id.slot.id);
  }

  private async showPage(day: LocalDate): Promise<void> {
    this.change(() => (this.day = day));
    await this.host.updateComplete;
    const inPage = this.current()?.inPage ?? [];
    const isThere = this.shownLayout === 'list' && this.focusLeft(day);
    const left = [...this.left.values()].findLast((id) =>
      inPage.some(({ slot }) => slot.id === id),
    );
    const id = left ?? inPage[0]?.slot.id;
    if (id && !isThere) await this.focusSlot(id);
    this.sayPage();
  }

  private page(direction: -1 | 1): void {
    const view = this.current();
    if (!view) return;
    const { from, days } = view.page;
    const moved = addDays(from, direction * days.length);
    this.change(() => (this.day = moved));
    this.sayPage();
  }

  private sayPage(): void {
    const view = this.current();
    if (view)
      this.ports.say(`${pageWords(view.page)}: ${counted(view.inPage.length, 'free slot')}.`);
  }

  private goTo(goingTo: PageBarOptions['goingTo']): void {
    const opens = goingTo.open && !this.goingTo.open;
    const closes = !goingTo.open && this.goingTo.open;
    this.change(() => (this.goingTo = goingTo));
    if (opens) void this.focusElement('#ers-go-to-day');
    if (closes) void this.focusElement('#ers-go-to');
  }

  private async focusDay(day: LocalDate): Promise<void> {
    this.change(() => {
      this.day = day;
      this.goingTo = { open: false };
    });
    const first = this.current()?.inPage.find((placed) => placed.day === day);
    if (first) await this.focusSlot(first.slot.id);
  }

  private async focusNext(serviceId: string): Promise<void> {
    const view = this.current();
    const next = view?.shown.find(
      ({ slot, day }) => slot.serviceId === serviceId && day > view.page.to,
    );
    if (!next) return;
    this.change(() => (this.day = next.day));
    await this.focusSlot(next.slot.id);
  }

  /** Opens a crowded cell when the slot is one of its "+3 more". */
  private async focusSlot(id: string): Promise<void> {
    const flow = this.ports.flow();
    await this.host.updateComplete;
    // By now it may be another referral, with the same slots, that is on screen.
    if (this.ports.flow() !== flow) return;
    const placed = this.current()?.inPage.find(({ slot }) => slot.id === id);
    if (this.grid.focusKey(id) || !placed) return;
    this.change(() => (this.expanded = new Set([...this.expanded, placed.day, cellKey(placed)])));
    await this.host.updateComplete;
    this.grid.focusKey(id);
  }

  private async focusElement(selector: string): Promise<void> {
    await this.host.updateComplete;
    this.element(selector)?.focus();
  }

  private change(how: () => void): void {
    how();
    this.host.requestUpdate();
  }

  private current(): SlotsInView | undefined {
    const now = this.ports.now();
    const state = this.ports.flow()?.state;
    return now && state && this.view(state, now);
  }

  private index({ services }: BookSlotState): SlotIndex {
    if (this.indexed?.of !== services) this.indexed = { of: services, index: indexSlots(services) };
    return this.indexed.index;
  }

  private active(): HTMLElement | null {
    const { activeElement } = this.host.shadowRoot ?? document;
    return activeElement instanceof HTMLElement ? activeElement : null;
  }

  private element(selector: string): HTMLElement | null {
    return this.host.renderRoot.querySelector<HTMLElement>(selector);
  }
}

function isStopped(load: ServiceSlots['load']): boolean {
  return load.status === 'stopped' || 'isStopped' in load;
}
