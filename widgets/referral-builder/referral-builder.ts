import { consume } from '@lit/context';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Instant } from '../../src/domain/instant.ts';
import { parseUbrn } from '../../src/domain/ubrn.ts';
import { ukDayOf } from '../../src/domain/uk-time.ts';
import type { ReferPatientFlow } from '../../src/flows/refer-patient.ts';
import { ErsElement } from '../../src/ui/base-element.ts';
import { ElapsedController } from '../../src/ui/elapsed-controller.ts';
import { LiveRegion } from '../../src/ui/live-region.ts';
import { outsideSession } from '../../src/ui/outside-session.ts';
import { patientBanner } from '../../src/ui/patient-banner.ts';
import {
  endedContext,
  sessionContext,
  WHY_NOT_ENDED,
  type ReadySession,
  type WidgetSession,
} from '../session/context.ts';
import { BookingNews, type BookingEnd } from './booking-news.ts';
import { FlowFollower } from './flow-follower.ts';
import { happenings, type Happening } from './happenings.ts';
import { FileLinks } from './file-links.ts';
import { FocusKeeper } from './focus-keeper.ts';
import { leftUndoneWords } from './left-undone.ts';
import { loadLostPart } from './lost-view.ts';
import { momentOf, wordsOf } from './places.ts';
import './referral-builder.events.ts';
import { referralBuilderStyles } from './referral-builder.styles.ts';
import { responsibleWords } from './responsible.ts';
import { EMPTY_MEMORY, type Screen, type ScreenMemory } from './screen.ts';
import { tagName } from '../../src/ui/tags.ts';
import { stepBar } from './step-list.ts';
import { loadLaterSteps, stepView } from './step-view.ts';
import { underWaySince } from './under-way.ts';

/**
 * Refers one patient: finds services, creates the referral, attaches letters and books. With a
 * `ubrn` it shows that referral instead.
 *
 * @summary From a search for services to a booked referral.
 * @tag ers-referral-builder
 * @fires {CustomEvent<{ubrn: string}>} ers-referral-created - e-RS holds a new referral.
 * @fires {CustomEvent<{ubrn: string}>} ers-sent-for-triage - A referral was sent for triage as it was created; or such a sending without an answer was found done.
 * @fires {CustomEvent<{ubrn: string}>} ers-letters-linked - The files of the referral were replaced.
 * @fires {CustomEvent<{write: string, ubrn?: string}>} ers-write-unknown - A write has no answer; it may have happened.
 * @fires {CustomEvent<{ubrn: string}>} ers-safety-net - A 2 week wait referral is open and has no appointment.
 * @fires {CustomEvent<{ubrn: string, appointmentId?: string}>} ers-appointment-booked - A booking without an answer was found done while another step was open.
 * @fires {CustomEvent<{ubrn: string}>} ers-referral-deferred - The same of a deferral.
 * @fires {CustomEvent<{reason: string}>} ers-problem - Something could not be done; it is on screen too.
 */
export class ErsReferralBuilder extends ErsElement {
  static override styles = referralBuilderStyles;

  /** Defines the slot picker; set by `define.ts`, so that the class imports no definition. */
  static loadSlotPicker: () => Promise<void> = () => Promise.resolve();

  /** Loads the steps after the create. */
  static loadLaterSteps: () => Promise<void> = loadLaterSteps;

  /** Loads what finds out about a create whose answer was lost. */
  static loadLostPart: () => Promise<void> = loadLostPart;

  /** Opens this referral instead of starting a new one. */
  @property() ubrn: string | undefined;

  /** Level of the headings of the steps in the outline of the page. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** Given by the session that the widget is in. */
  @consume({ context: sessionContext, subscribe: true })
  @property({ attribute: false })
  session: WidgetSession | undefined;

  /** Given by it too: the e-RS session has ended, and nothing can be sent until it is there again. */
  @consume({ context: endedContext, subscribe: true })
  @property({ attribute: false })
  sessionEnded = false;

  @state() private memory: ScreenMemory = EMPTY_MEMORY;

  private flow: ReferPatientFlow | undefined;
  private leave: (() => void) | undefined;
  /** The focus was in here before this render. */
  private heldFocus = false;
  private focusIsAsked = false;
  private moment = '';
  private blanked = false;
  private entered: ReadySession | undefined;
  private told = new Map<string, Happening>();
  private said = new Map<string, string>();
  private bookingNews = new BookingNews();
  private readonly followed = new FlowFollower(this);
  private readonly focusKeeper = new FocusKeeper();
  private readonly live = new LiveRegion(this);
  private readonly links = new FileLinks();
  private readonly elapsed = new ElapsedController(
    this,
    () => (this.session?.status === 'ready' ? this.session.clock : undefined),
    () => this.lookAtScan(),
  );

  hasUnsavedInput(): boolean {
    return this.flow?.hasUnsentWork() ?? false;
  }

  leftUndone(): string | undefined {
    return this.flow && leftUndoneWords(this.flow);
  }

  hasDraft(): boolean {
    return this.flow?.hasDraft() ?? false;
  }

  blank(): void {
    this.drop();
    this.session = undefined;
    this.blanked = true;
    // Not at the next frame: the patient is gone from the screen when this returns.
    this.requestUpdate();
    this.performUpdate();
  }

  /** The session that e-RS had ended is there again. */
  signedInAgain(): void {
    this.flow?.actions.signedInAgain();
  }

  /**
   * A host takes the widget out of the page to show another part of the record, and puts it back:
   * it goes on where it was. What ends it is `blank()`, or another session.
   */
  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate('session');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const entered = changed.has('session') && this.enter();
    if (entered || changed.has('ubrn')) this.openGiven();
    if (!entered && changed.get('ubrn') && !this.ubrn) this.leaveGiven();
    this.heldFocus = Boolean(this.shadowRoot?.activeElement);
    this.followed.follow(this.flow);
    if (this.flow) this.sayChanges(this.flow);
    const since = this.flow && this.since(this.flow);
    if (since) this.elapsed.start(since);
    else this.elapsed.stop();
  }

  protected override updated(): void {
    const { flow } = this;
    if (!flow) return;
    this.tellHost(flow);
    this.tellBooking(flow);
    this.moveFocus(flow);
    if (flow.lost.length > 0 && this.memory.lostPart === 'loading') {
      void this.load('lostPart', ErsReferralBuilder.loadLostPart());
    }
    if (flow.state.step === 'book' && this.memory.picker === 'loading') void this.loadPicker();
  }

  protected override render(): TemplateResult | typeof nothing {
    const screen = this.screen();
    if (!screen) return this.session || this.blanked ? nothing : outsideSession();
    const { session, today } = screen;
    return html`<div class="frame">
      ${stepBar(screen)}
      ${
        session.banner === 'always'
          ? patientBanner({ patient: session.patient, today, aside: responsibleWords(screen) })
          : nothing
      }
      ${stepView(screen)} ${this.live.region()}
    </div>`;
  }

  /** Takes up a new session. */
  private enter(): boolean {
    if (this.flow && this.session === this.entered) return false;
    this.drop();
    if (this.session?.status !== 'ready') return false;
    this.entered = this.session;
    this.blanked = false;
    this.flow = this.session.flows.referPatient();
    this.leave = this.session.join(this);
    void this.loadLater();
    return true;
  }

  private drop(): void {
    this.followed.follow(undefined);
    this.live.clear();
    this.elapsed.stop();
    this.links.revokeAll();
    this.flow?.dispose();
    this.leave?.();
    this.flow = this.leave = this.entered = undefined;
    this.memory = EMPTY_MEMORY;
    this.focusKeeper.forget();
    this.moment = '';
    this.told.clear();
    this.said.clear();
    this.bookingNews = new BookingNews();
  }

  private openGiven(): void {
    if (!this.flow || !this.ubrn) return;
    const number = parseUbrn(this.ubrn);
    if (number) void this.flow.actions.open(number);
    else this.remember({ ubrn: this.ubrn, ubrnError: true });
  }

  /** Without its `ubrn` the widget is for a new referral again. */
  private leaveGiven(): void {
    const { actions, create } = this.flow ?? {};
    if (create?.state.phase.status === 'created') actions?.startAgain();
    else actions?.goTo('find');
  }

  private remember(change: Partial<ScreenMemory>): void {
    this.memory = { ...this.memory, ...change };
  }

  private screen(): Screen | undefined {
    const { flow, session } = this;
    if (!flow || session?.status !== 'ready') return undefined;
    const now = session.clock.now();
    return {
      flow,
      session,
      now,
      today: ukDayOf(now),
      elapsed: this.elapsed.seconds,
      level: this.headingLevel,
      whyNotSend: this.sessionEnded ? WHY_NOT_ENDED : undefined,
      memory: this.memory,
      prefix: this.tagPrefix,
      remember: (change) => this.remember(change),
      say: (words) => this.say(words),
      focus: (selector) => void this.focusAsked(selector),
      loadPicker: () => this.remember({ picker: 'loading' }),
      loadLost: () => this.remember({ lostPart: 'loading' }),
      loadLater: () => void this.loadLater(),
      linkTo: (file) => this.links.linkTo(file),
    };
  }

  /** A page that nobody looks at asks e-RS nothing. */
  private lookAtScan(): void {
    const isInSight = document.visibilityState === 'visible' && this.checkVisibility();
    if (isInSight) void this.flow?.actions.lookAtScan();
  }

  private async loadPicker(): Promise<void> {
    await this.load('picker', ErsReferralBuilder.loadSlotPicker());
    if (this.memory.picker === 'ready' && this.mayMoveFocus()) void this.focusPicker();
  }

  private async load(part: 'picker' | 'lostPart', loading: Promise<void>): Promise<void> {
    const end = await loading.then(() => 'ready' as const).catch(() => 'failed' as const);
    this.remember({ [part]: end });
  }

  private since(flow: ReferPatientFlow): Instant | undefined {
    const { session } = this;
    return session?.status === 'ready' ? underWaySince(flow, session.clock.now()) : undefined;
  }

  /** Early, so that it is there by the time there is a referral. */
  private async loadLater(): Promise<void> {
    const loading = ErsReferralBuilder.loadLaterSteps();
    this.remember({ laterFailed: await loading.then(() => false).catch(() => true) });
  }

  private tellHost(flow: ReferPatientFlow): void {
    const now = happenings(flow);
    const before = this.told;
    this.told = now;
    for (const [key, happening] of now) if (!before.has(key)) this.tell(happening);
  }

  private tellBooking(flow: ReferPatientFlow): void {
    const end = this.bookingNews.look(flow, this.picker !== null);
    if (end) this.tell(end);
  }

  private tell({ name, ...detail }: Happening | BookingEnd): void {
    this.emit(name, detail);
  }

  /** What was said before is gone as soon as it is no longer the newest thing. */
  private sayChanges(flow: ReferPatientFlow): void {
    const now = wordsOf(flow);
    const news = [...now]
      .filter(([key]) => !this.said.has(key))
      .flatMap(([, words]) => words || []);
    const moment = momentOf(flow);
    this.said = now;
    if (news.length > 0) this.live.announce(news.join('. '));
    else if (moment !== this.moment) this.live.clear();
    this.moment = moment;
  }

  /** After the change that it is about. */
  private say(words: string): void {
    if (!this.flow) return;
    this.moment = momentOf(this.flow);
    this.live.announce(words);
  }

  private moveFocus(flow: ReferPatientFlow): void {
    const active = this.shadowRoot?.activeElement ?? null;
    const lost = active === null && isNowhere(document.activeElement);
    const move = this.focusKeeper.next(flow, { active, lost, held: this.heldFocus });
    if (!move || (this.focusIsAsked && !move.isNewStep)) return;
    if (move.isNewStep) this.scrollToTop();
    void this.focusFirst(move.selector);
    if (move.isNewStep && flow.state.step === 'book') void this.focusPicker();
  }

  /** What was pressed may be taken away by it: the focus goes where it leads, not to the heading. */
  private async focusAsked(selector: string): Promise<void> {
    this.focusIsAsked = true;
    await this.focusFirst(selector);
    this.focusIsAsked = false;
  }

  /** Only up: a step that begins in sight leaves the page where it is. */
  private scrollToTop(): void {
    if (this.getBoundingClientRect().top < 0) this.scrollIntoView({ block: 'start' });
  }

  /** The heading of the last step stands in the picker's own root, once it is there. */
  private async focusPicker(): Promise<void> {
    await this.updateComplete;
    const { picker } = this;
    if (picker instanceof ErsElement) await picker.focusHeading();
  }

  private get picker(): Element | null {
    return this.renderRoot.querySelector(tagName('slot-picker', this.tagPrefix));
  }

  private get tagPrefix(): string {
    return this.localName.replace(/-referral-builder$/, '');
  }

  /** Not from a field of the host's page. What a step took away leaves the focus nowhere. */
  private mayMoveFocus(): boolean {
    return Boolean(this.shadowRoot?.activeElement) || isNowhere(document.activeElement);
  }
}

function isNowhere(element: Element | null): boolean {
  return element === null || element === document.body;
}
