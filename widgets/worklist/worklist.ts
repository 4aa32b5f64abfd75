import { consume } from '@lit/context';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { listsFor } from '../../src/domain/provider-desk.ts';
import { ukDayOf } from '../../src/domain/uk-time.ts';
import type {
  ProviderWorklistFlow,
  ProviderWorklistState,
} from '../../src/flows/provider-worklist.ts';
import { ErsElement } from '../../src/ui/base-element.ts';
import { ElapsedController } from '../../src/ui/elapsed-controller.ts';
import { FlowController } from '../../src/ui/flow-controller.ts';
import { LiveRegion } from '../../src/ui/live-region.ts';
import { outsideSession } from '../../src/ui/outside-session.ts';
import {
  endedContext,
  sessionContext,
  WHY_NOT_ENDED,
  type ListingSession,
  type WidgetSession,
} from '../session/context.ts';
import type { FilterChoices } from './filter-fields.ts';
import { foundValues } from './found-values.ts';
import { keyActs, listActs, pressRow } from './list-acts.ts';
import { ListBrowser } from './list-browser.ts';
import { currentRow } from './list-desk.ts';
import { pressLetter, pressRowKey } from './list-keys.ts';
import { foundIn, memoryOf } from './list-memory.ts';
import { listScreen } from './list-screen.ts';
import type { ListView } from './list-view.ts';
import { newsOf } from './load-news.ts';
import { noList, notComing } from './no-list.ts';
import { OwnDesk } from './own-desk.ts';
import { RoomController } from '../../src/ui/room-controller.ts';
import { roomFor } from './room.ts';
import './worklist.events.ts';
import { worklistStyles } from './worklist.styles.ts';

/**
 * Shows the worklists of the user's role while no record is open, and asks the host to open the
 * record of a row.
 *
 * @summary Worklists of providers and referrers.
 * @tag ers-worklist
 * @fires {CustomEvent<{ubrn: string}>} ers-open-request - A row is to be opened; cancelable. Unless it is prevented the host is asked to open the record of the row's patient.
 * @fires {CustomEvent<{reason: string}>} ers-problem - A list did not load; it is on screen too.
 * @csspart list - Everything it shows.
 * @cssprop --ers-list-height - The most height of the rows; 70 % of the window unless set.
 */
export class ErsWorklist extends ErsElement {
  static override styles = worklistStyles;

  /** It shows lists where no patient is open, so the session has no screen of its own for that. */
  readonly showsLists = true;

  /** `off`: no single letter does anything. The user may switch it. */
  @property({ attribute: 'letter-keys' }) letterKeys: 'on' | 'off' = 'on';

  /** What the host knows of its own to filter by. */
  @property({ attribute: false }) choices: FilterChoices = {};

  /** From the `<ers-session>` around it. */
  @consume({ context: sessionContext, subscribe: true })
  @property({ attribute: false })
  session: WidgetSession | undefined;

  /** From it too: the e-RS session has ended, and nothing can be loaded until it is there again. */
  @consume({ context: endedContext, subscribe: true })
  @property({ attribute: false })
  sessionEnded = false;

  private desk: OwnDesk | undefined;
  private readonly states = new FlowController<ProviderWorklistState>(this);
  private readonly live = new LiveRegion(this);
  private readonly room = new RoomController(this, roomFor);
  private readonly elapsed = new ElapsedController(this, () => this.listing?.clock);
  private readonly browser = new ListBrowser(this, {
    flow: () => this.desk?.flow,
    place: () => this.desk?.place,
  });
  /** The state that was told of last. */
  private told: ProviderWorklistState | undefined;
  private hasNotCome = false;
  private heldFocus = false;
  private leave: (() => void) | undefined;

  /** A filter or a search is no work: nothing of it is lost for long. */
  hasUnsavedInput(): boolean {
    return false;
  }

  blank(): void {
    this.forget();
    this.requestUpdate();
    this.performUpdate();
  }

  signedInAgain(): void {
    this.desk?.flow.actions.signedInAgain();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.meetSession();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leave?.();
    this.leave = undefined;
    this.forget();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('session')) this.meetSession();
    this.heldFocus = Boolean(this.shadowRoot?.activeElement);
    const state = this.states.state;
    const since = state?.load.status === 'loading' ? state.load.since : undefined;
    if (since) this.elapsed.start(since);
    else this.elapsed.stop();
    if (state && state.loaded !== this.told?.loaded) this.learn(state);
  }

  protected override updated(): void {
    const state = this.states.state;
    if (!state) return;
    const { told } = this;
    if (state !== told) this.tell(state);
    const nowhere = document.activeElement === null || document.activeElement === document.body;
    const comesBack = told === undefined && nowhere && this.desk?.place.current !== undefined;
    if ((this.heldFocus && !this.shadowRoot?.activeElement) || comesBack) this.refocus();
  }

  protected override render(): TemplateResult {
    return html`<div @keydown=${this.onLetter}>${this.content()}</div>
      ${this.live.region()}`;
  }

  private content(): TemplateResult | typeof nothing {
    const { session, listing, desk } = this;
    if (!session) return outsideSession();
    if (!listing) return nothing;
    if (listsFor(listing.can).length === 0) return noList();
    if (this.hasNotCome) return notComing(() => this.listen(listing));
    if (!desk) return nothing;
    const { flow, browser, place } = desk;
    return listScreen({
      view: this.view(listing, desk),
      drawn: browser.drawn(flow.state, place),
      current: browser.currentIndex(place),
      onKeydown: (event) => pressRowKey(event, keyActs(desk)),
      onClick: (event) => pressRow(desk, event),
      onFocusin: (event) => this.becomeCurrent(event),
      onScroll: browser.onScroll,
      onPointerMove: browser.onPointerMove,
      onPointerLeave: browser.onPointerLeave,
    });
  }

  private view({ clock, can, openRow }: ListingSession, desk: OwnDesk): ListView {
    const { flow, place, form, opening } = desk;
    const now = clock.now();
    return {
      state: flow.state,
      act: listActs(desk),
      lists: listsFor(can),
      place,
      found: foundIn(memoryOf(flow), flow.state.list),
      choices: this.choices,
      form,
      room: this.room.room,
      now,
      today: ukDayOf(now),
      elapsedSeconds: this.elapsed.seconds,
      letterKeys: this.letterKeys === 'on',
      canOpenRecord: openRow !== undefined,
      opening,
      whyNotAsk: this.sessionEnded ? WHY_NOT_ENDED : undefined,
    };
  }

  private readonly onLetter = (event: KeyboardEvent): void => {
    const { desk } = this;
    if (!desk) return;
    const isFind = event.target instanceof HTMLElement && event.target.id === 'find';
    if (isFind && (event.key === 'Enter' || event.key === 'Escape')) {
      event.preventDefault();
      keyActs(desk).move(0);
    } else if (this.letterKeys === 'on') pressLetter(event, keyActs(desk));
  };

  private becomeCurrent(event: Event): void {
    const place = this.desk?.place;
    const row = event.target instanceof Element ? event.target.closest('[data-row]') : null;
    const ubrn = row instanceof HTMLElement ? row.dataset['row'] : undefined;
    const found = place?.rows.find((each) => each.ubrn === ubrn);
    if (!place || !found || place.current === found.ubrn) return;
    place.current = found.ubrn;
    this.requestUpdate();
  }

  private meetSession(): void {
    const { session } = this;
    this.leave?.();
    this.forget();
    this.leave = session && session.status !== 'waiting' ? session.join(this) : undefined;
    if (session?.status === 'listing' && listsFor(session.can).length > 0) this.listen(session);
  }

  private listen(session: ListingSession): void {
    this.hasNotCome = false;
    const come = (flow: ProviderWorklistFlow | undefined): void => {
      if (this.session !== session || !this.leave || this.desk) return;
      this.hasNotCome = flow === undefined;
      if (flow) this.follow(flow, session);
      this.requestUpdate();
    };
    session.worklist().then(come, () => come(undefined));
  }

  /** The session's: it is followed and never disposed of. */
  private follow(flow: ProviderWorklistFlow, { can, openRow }: ListingSession): void {
    const lists = listsFor(can);
    const [first] = lists;
    if (first && !lists.includes(flow.state.list)) flow.actions.choose(first);
    this.desk = new OwnDesk(this, {
      flow,
      browser: this.browser,
      openRow,
      say: (text, urgency) => this.live.announce(text, urgency),
      asksToOpen: ({ ubrn }) => this.emit('ers-open-request', { ubrn }, { cancelable: true }),
    });
    this.browser.reset();
    this.states.follow(flow);
  }

  /** Nothing of the lists stays on screen or here; where the user was is known to the list itself. */
  private forget(): void {
    this.desk = undefined;
    this.states.follow(undefined);
    this.browser.reset();
    this.live.clear();
    this.elapsed.stop();
    this.told = undefined;
    this.hasNotCome = false;
  }

  private learn({ loaded, list }: ProviderWorklistState): void {
    if (!loaded || !this.desk) return;
    const memory = memoryOf(this.desk.flow);
    memory.found.set(list, foundValues(foundIn(memory, list), loaded));
  }

  private tell(state: ProviderWorklistState): void {
    const news = newsOf(this.told, state);
    this.told = state;
    if (news) this.live.announce(news.words, news.urgency);
    if (news?.reason) this.emit('ers-problem', { reason: news.reason });
  }

  /** What had the focus is gone: to the row, or to what is said in its stead. */
  private refocus(): void {
    const row = this.desk && currentRow(this.desk);
    if (row && this.browser.focusRow(row.ubrn)) return;
    const headings = this.renderRoot.querySelectorAll<HTMLElement>('[data-focus-heading]');
    [...headings].at(-1)?.focus();
  }

  private get listing(): ListingSession | undefined {
    return this.session?.status === 'listing' ? this.session : undefined;
  }
}
