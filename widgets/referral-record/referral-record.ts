import { consume } from '@lit/context';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { parseUbrn, type Ubrn } from '../../src/domain/ubrn.ts';
import { ukDayOf } from '../../src/domain/uk-time.ts';
import type { ReviewAction } from '../../src/domain/review-decisions.ts';
import type { ReviewReferralFlow, ReviewReferralState } from '../../src/flows/review-referral.ts';
import { ErsElement } from '../../src/ui/base-element.ts';
import { ElapsedController } from '../../src/ui/elapsed-controller.ts';
import { FlowController } from '../../src/ui/flow-controller.ts';
import { LiveRegion } from '../../src/ui/live-region.ts';
import { tagName } from '../../src/ui/tags.ts';
import {
  endedContext,
  sessionContext,
  WHY_NOT_ENDED,
  type ReadySession,
  type SessionWidget,
  type WidgetSession,
} from '../session/context.ts';
import { builderPart } from './builder-part.ts';
import { ACTION_WORDS, whyNotWords } from './decision-words.ts';
import { firstField } from './decision-form.ts';
import { hasTyped, isUnsent, leftUndoneWords } from './left-undone.ts';
import { notReady } from './not-ready.ts';
import type { OpenForm } from './open-form.ts';
import { OwnFlow } from './own-flow.ts';
import { eventsBetween } from './phase-events.ts';
import { Previews } from './previews.ts';
import { keyListener } from './record-keyboard.ts';
import { recordView } from './record-view.ts';
import type { BuilderAct } from './referral-record.events.ts';
import './referral-record.events.ts';
import { referralRecordStyles } from './referral-record.styles.ts';
import { RoomController } from '../../src/ui/room-controller.ts';
import { roomFor } from './room.ts';
import { EMPTY_MEMORY, isProvider, type Memory, type Screen } from './screen.ts';
import { shownFile } from './shown-file.ts';
import { countsFrom, focusWithin, isNewStep, newsBetween } from './step-news.ts';

/**
 * One referral whole: facts, files and clinical summary; for a provider the decision on it, for a
 * referrer what may be done with it.
 *
 * @summary Read a referral and decide on it.
 * @tag ers-referral-record
 * @fires {CustomEvent<ReviewRecordedDetail>} ers-review-recorded - e-RS has taken a decision on the referral.
 * @fires {CustomEvent<ReferralCancelledDetail>} ers-referral-cancelled - The referral is cancelled.
 * @fires {CustomEvent<ActRequestDetail>} ers-act-request - The user goes on to letters or booking; unless cancelled, here.
 * @fires {CustomEvent<{ubrn?: string}>} ers-close-request - The user goes back to the list; may be cancelled.
 * @fires {CustomEvent<{write: string, ubrn?: string}>} ers-write-unknown - No answer came: it may or may not have happened.
 * @fires {CustomEvent<{reason: string}>} ers-problem - Something was refused or failed; it is on screen too.
 */
export class ErsReferralRecord extends ErsElement {
  static override styles = referralRecordStyles;

  /** Defines the referral builder; set by `define.ts`, so that the class imports no definition. */
  static loadReferralBuilder: () => Promise<void> = () => Promise.resolve();

  /** The referral, where the session has opened none. Spaces are allowed. */
  @property() ubrn = '';

  /** `off` switches the single letters off, `on` again; the user may switch them too. */
  @property({ attribute: 'letter-keys' }) letterKeys: 'on' | 'off' = 'on';

  /** From the `<ers-session>` around it. */
  @consume({ context: sessionContext, subscribe: true })
  @property({ attribute: false })
  session: WidgetSession | undefined;

  /** From it too: the e-RS session has ended, and nothing can be sent until it is there again. */
  @consume({ context: endedContext, subscribe: true })
  @property({ attribute: false })
  sessionEnded = false;

  @state() private memory: Memory = EMPTY_MEMORY;
  @state() private form: OpenForm = EMPTY_FORM;

  private readonly own = new OwnFlow(() => this.requestUpdate());
  private readonly states = new FlowController<ReviewReferralState>(this);
  private readonly live = new LiveRegion(this);
  private readonly room = new RoomController(this, roomFor);
  private readonly previews = new Previews(() => this.requestUpdate());
  private readonly elapsed = new ElapsedController(
    this,
    () => this.ready?.clock,
    () => this.lookAtScan(),
  );
  private readonly onKeydown = keyListener({
    root: () => this.renderRoot,
    screen: () => this.screen(),
    say: (words) => this.live.announce(words),
    focusStep: () => void this.focusHeading(),
  });
  private followed: ReviewReferralFlow | undefined;
  private told: ReviewReferralState | undefined;
  private hasOpenedBoth = false;
  /** Typed into the form of this widget, for this context. */
  private asked: Ubrn | undefined;
  /** Set since this context began: then it is meant for this one. */
  private isGivenNow = false;
  private contextId: string | undefined;
  private heldFocus = false;
  /** The focus was in here when the patient changed: it comes back with the next referral. */
  private carriesFocus = false;
  private blanked = false;
  private leave: (() => void) | undefined;

  hasUnsavedInput(): boolean {
    const now = this.own.flow?.state;
    return now ? isUnsent(now) : false;
  }

  leftUndone(): string | undefined {
    const now = this.own.flow?.state;
    return now && leftUndoneWords(now);
  }

  hasDraft(): boolean {
    const now = this.own.flow?.state;
    return now?.isKept === true && isUnsent(now) && hasTyped(now);
  }

  signedInAgain(): void {
    this.own.flow?.actions.signedInAgain();
  }

  blank(): void {
    this.carriesFocus ||= Boolean(this.shadowRoot?.activeElement);
    this.blanked = true;
    this.forget();
    this.requestUpdate();
    this.performUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate('session');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('ubrn')) this.isGivenNow = true;
    if (changed.has('session')) this.enter();
    this.heldFocus = Boolean(this.shadowRoot?.activeElement);
    const { ready: session, named: ubrn } = this;
    const mayOpen = session?.can('open-referral') ?? false;
    if (session && ubrn && mayOpen && !this.blanked) this.own.follow({ session, ubrn });
    else this.own.drop();
    this.follow(this.own.flow);
  }

  protected override updated(): void {
    const { state: now } = this.states;
    const before = this.told;
    if (!now || now === before) return;
    this.told = now;
    for (const { name, detail } of eventsBetween(before, now)) this.emit(name, detail);
    if (now.phase.status === 'deciding') this.openBoth();
    if (!before) return;
    this.sayAndFocus(before, now);
    const isDone = before.phase.status !== 'done' && now.phase.status === 'done';
    if (isDone && this.memory.goesOn && now.place?.next) this.followed?.actions.next();
  }

  protected override render(): TemplateResult {
    const screen = this.screen();
    if (this.blanked || this.isElsewhere) return this.live.region();
    if (!screen) return html`${this.notReady()} ${this.live.region()}`;
    const content = this.memory.acting ? builderPart(screen) : recordView(screen);
    return html`<div
        class="record"
        tabindex="-1"
        @keydown=${this.memory.acting ? nothing : this.onKeydown}
      >
        ${content}
      </div>
      ${this.live.region()}`;
  }

  private notReady(): TemplateResult | typeof nothing {
    return notReady({
      session: this.session,
      ubrn: this.named,
      failed: this.own.failed,
      form:
        this.form.typed || this.form.isWrong
          ? this.form
          : { typed: this.ubrn, isWrong: this.ubrn !== '' },
      remember: (form) => (this.form = form),
      open: (typed) => {
        this.asked = parseUbrn(typed);
        this.form = EMPTY_FORM;
      },
      loadAgain: () => {
        this.own.drop();
        this.requestUpdate();
      },
    });
  }

  /** Another context is another patient or user: what was here belongs to neither. */
  private enter(): void {
    const { session } = this;
    this.leave?.();
    this.leave = session?.status === 'ready' ? session.join(this) : undefined;
    if (session?.status !== 'ready') return;
    this.blanked = false;
    if (session.contextId === this.contextId) return;
    if (this.contextId !== undefined) this.isGivenNow = false;
    this.contextId = session.contextId;
    this.forget();
  }

  private forget(): void {
    this.live.clear();
    this.elapsed.stop();
    this.own.drop();
    this.follow(undefined);
    this.asked = undefined;
    this.form = EMPTY_FORM;
  }

  /** The host's, where it was set for this record; else the row's that was opened. */
  private get named(): Ubrn | undefined {
    const { opened } = this.ready ?? {};
    const row = opened?.list === 'ADVICE_AND_GUIDANCE_REQUESTS' ? undefined : opened?.ubrn;
    const given = parseUbrn(this.ubrn);
    return this.asked ?? (this.isGivenNow ? (given ?? row) : (row ?? given));
  }

  /** A row was opened that is a request for advice: another widget shows it. */
  private get isElsewhere(): boolean {
    return this.ready?.opened !== undefined && !this.named;
  }

  private get ready(): ReadySession | undefined {
    return this.session?.status === 'ready' ? this.session : undefined;
  }

  /** Another flow is another referral: nothing that was remembered is carried over. */
  private follow(flow: ReviewReferralFlow | undefined): void {
    if (flow !== this.followed) {
      this.followed = flow;
      this.states.follow(flow);
      this.previews.forget();
      this.memory = EMPTY_MEMORY;
      this.told = undefined;
      this.hasOpenedBoth = false;
      if (flow?.state.phase.status === 'opening') void flow.actions.open();
    }
    const since = flow && countsFrom({ state: flow.state, memory: this.memory });
    if (since) this.elapsed.start(since);
    else this.elapsed.stop();
  }

  private screen(): Screen | undefined {
    const { ready: session, own } = this;
    if (!session || !own.flow) return undefined;
    const now = session.clock.now();
    const { closeRecord, list } = session;
    return {
      state: own.flow.state,
      actions: own.flow.actions,
      session,
      whyNotSend: this.sessionEnded ? WHY_NOT_ENDED : undefined,
      now,
      today: ukDayOf(now),
      elapsedSeconds: this.elapsed.seconds,
      room: this.room.room,
      memory: this.memory,
      previews: this.previews,
      letterKeys: this.letterKeys === 'on',
      prefix: this.tagPrefix,
      remember: (change) => this.remember(change),
      switchLetterKeys: (on) => (this.letterKeys = on ? 'on' : 'off'),
      choose: (action) => this.choose(action),
      send: (goesOn) => this.send(goesOn),
      focus: (selector) => void this.focusFirst(selector),
      another: this.asked && (() => (this.asked = undefined)),
      close: closeRecord || list ? () => this.close(session) : undefined,
      act: (action) => this.act(action),
      leaveBuilder: () => this.leaveBuilder(),
    };
  }

  private remember(change: Partial<Memory>): void {
    this.memory = { ...this.memory, ...change };
  }

  private send(goesOn: boolean): void {
    this.remember({ goesOn });
    void this.followed?.actions.send();
  }

  /** By key or link. Before the referral stands still a key may be meant for the one before. */
  private choose(action: ReviewAction): void {
    const { followed: flow, ready } = this;
    const decision = flow?.state.decisions.find((each) => each.action === action);
    const { steadyFrom } = flow?.state ?? {};
    if (!flow || !ready || !decision || !steadyFrom || ready.clock.now() < steadyFrom) return;
    if (!decision.allowed) {
      this.live.announce(`${ACTION_WORDS[action].name}: ${whyNotWords(decision)}`);
      return;
    }
    flow.actions.choose(action);
    void this.focusFirst(firstField(action));
  }

  private close({ closeRecord }: ReadySession): void {
    const ubrn = this.followed?.state.ubrn;
    if (this.emit('ers-close-request', { ubrn }, { cancelable: true })) closeRecord?.();
  }

  private act(action: BuilderAct): void {
    const ubrn = this.followed?.state.ubrn;
    if (!ubrn || !this.emit('ers-act-request', { ubrn, action }, { cancelable: true })) return;
    this.remember({ acting: action, builder: 'loading' });
    void ErsReferralRecord.loadReferralBuilder().then(
      () => this.remember({ builder: 'ready' }),
      () => this.remember({ builder: 'failed' }),
    );
  }

  /** The referral may be another one now: it is read again. */
  private leaveBuilder(): void {
    const builder = this.renderRoot.querySelector<SessionWidget & Element>(
      tagName('referral-builder', this.tagPrefix),
    );
    const wouldLose = builder?.hasUnsavedInput() || builder?.leftUndone?.() !== undefined;
    if (builder && wouldLose && !this.memory.leavingBuilder) {
      this.remember({ leavingBuilder: true });
      return;
    }
    builder?.blank();
    this.remember({ acting: undefined, leavingBuilder: false });
    void this.followed?.actions.open();
  }

  private get tagPrefix(): string {
    return this.localName.replace(/-referral-record$/, '');
  }

  /** Letter and summary open together: either alone does not say all. */
  private openBoth(): void {
    const screen = this.screen();
    if (this.hasOpenedBoth || !screen || !isProvider(screen)) return;
    this.hasOpenedBoth = true;
    const letter = shownFile(screen);
    if (letter) void screen.actions.openFile(letter.url);
    void screen.actions.fetchSummary();
  }

  /** A page that nobody looks at asks e-RS nothing. */
  private lookAtScan(): void {
    const isInSight = document.visibilityState === 'visible' && this.checkVisibility();
    if (isInSight) void this.followed?.actions.lookAtScan();
  }

  /** A new step takes the focus to its heading, unless the user is elsewhere on the page. */
  private sayAndFocus(before: ReviewReferralState, now: ReviewReferralState): void {
    const news = newsBetween(before, now);
    const isStep = isNewStep(before, now);
    if (news) this.live.announce(news);
    else if (isStep) this.live.clear();
    const nowhere = document.activeElement === null || document.activeElement === document.body;
    const isOpening = before.phase.status === 'opening';
    // A row that was pressed is gone with its list: the focus is to be in what it opened.
    const byRow = this.session?.status === 'ready' && this.session.opened !== undefined;
    const takes = this.heldFocus || (nowhere && (this.carriesFocus || byRow || !isOpening));
    const within = focusWithin(before, now);
    const isLost = this.heldFocus && !this.shadowRoot?.activeElement;
    if (within) void this.focusFirst(within);
    else if (takes && (isStep || isLost)) void this.focusHeading();
    if (isStep) this.carriesFocus = false;
  }
}

const EMPTY_FORM: OpenForm = { typed: '', isWrong: false };
