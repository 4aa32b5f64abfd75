import { consume } from '@lit/context';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { parseUbrn, type Ubrn } from '../../src/domain/ubrn.ts';
import { ukDayOf } from '../../src/domain/uk-time.ts';
import type { AnswerAdviceFlow, AnswerAdviceState } from '../../src/flows/answer-advice.ts';
import type { AskAdviceFlow, AskAdviceState } from '../../src/flows/ask-advice.ts';
import type { FindServicesState } from '../../src/flows/find-services.ts';
import { ErsElement } from '../../src/ui/base-element.ts';
import { ElapsedController } from '../../src/ui/elapsed-controller.ts';
import { FlowController } from '../../src/ui/flow-controller.ts';
import { LiveRegion } from '../../src/ui/live-region.ts';
import {
  endedContext,
  sessionContext,
  WHY_NOT_ENDED,
  type ReadySession,
  type WidgetSession,
} from '../session/context.ts';
import './advice-thread.events.ts';
import { adviceThreadStyles } from './advice-thread.styles.ts';
import type { AskScreen } from './ask-screen.ts';
import { askView } from './ask-view.ts';
import { FileLinks } from './file-links.ts';
import { isQuestionUnsent, isUnsent, leftOfQuestion, leftUndoneWords } from './left-undone.ts';
import { OwnFlow } from './own-flow.ts';
import { paneKeys } from './pane-keys.ts';
import { eventsBetween, questionEvents } from './phase-events.ts';
import type { Screen } from './screen.ts';
import { startView, type OpenForm } from './start-view.ts';
import { countsFrom, isNewQuestionStep, isNewStep, newsBetween } from './step-news.ts';
import { threadView } from './thread-view.ts';

/**
 * One request for advice and guidance: for a provider to answer or convert, for a referrer to read.
 * Where none is named it asks for a UBRN, and lets a referrer ask for advice.
 *
 * @summary Read, answer and ask for advice and guidance.
 * @tag ers-advice-thread
 * @fires {CustomEvent<AdviceDetail>} ers-advice-sent - e-RS has taken an answer or a question back.
 * @fires {CustomEvent<AdviceDetail>} ers-advice-converted - The request has become a referral of the same UBRN.
 * @fires {CustomEvent<AdviceDetail>} ers-advice-asked - e-RS has taken a new request for advice.
 * @fires {CustomEvent<{ubrn?: string}>} ers-close-request - The user goes back to the list; may be cancelled.
 * @fires {CustomEvent<{write: string, ubrn?: string}>} ers-write-unknown - No answer came: it may or may not have happened.
 * @fires {CustomEvent<{reason: string}>} ers-problem - Something was refused or failed; it is on screen too.
 */
export class ErsAdviceThread extends ErsElement {
  static override styles = adviceThreadStyles;

  /** The request for advice, where the session has opened none. Spaces are allowed. */
  @property() ubrn = '';

  /** Opens with the form to ask for advice, where no request is named; for the patient of now alone. */
  @property({ type: Boolean }) asking = false;

  /** From the `<ers-session>` around it. */
  @consume({ context: sessionContext, subscribe: true })
  @property({ attribute: false })
  session: WidgetSession | undefined;

  /** From it too: the e-RS session has ended, and nothing can be sent until it is there again. */
  @consume({ context: endedContext, subscribe: true })
  @property({ attribute: false })
  sessionEnded = false;

  @state() private form: OpenForm = EMPTY_FORM;
  @state() private foundUbrn = '';
  /** As the user has turned it; else a provider reads from the start, a referrer the answer first. */
  @state() private turned: 'newest' | 'oldest' | undefined;

  private readonly answering = new OwnFlow<AnswerAdviceFlow>(() => this.requestUpdate());
  private readonly question = new OwnFlow<AskAdviceFlow>(() => this.requestUpdate());
  private readonly states = new FlowController<AnswerAdviceState>(this);
  private readonly questions = new FlowController<AskAdviceState>(this);
  private readonly searches = new FlowController<FindServicesState>(this);
  private readonly live = new LiveRegion(this);
  private readonly links = new FileLinks();
  private readonly elapsed = new ElapsedController(this, () => this.ready?.clock);
  private readonly onKeydown = paneKeys(() => this.renderRoot);
  private followed: AnswerAdviceFlow | AskAdviceFlow | undefined;
  private told: AnswerAdviceState | undefined;
  private toldOfQuestion: AskAdviceState | undefined;
  /** Typed into the form of this widget, for this context. */
  private asked: Ubrn | undefined;
  /** Set since this context began: then it is meant for this one. */
  private isGivenNow = false;
  private contextId: string | undefined;
  private heldFocus = false;
  private blanked = false;
  private leave: (() => void) | undefined;

  hasUnsavedInput(): boolean {
    const { state: now } = this.answering.flow ?? {};
    const { state: question } = this.question.flow ?? {};
    return (now ? isUnsent(now) : false) || (question ? isQuestionUnsent(question) : false);
  }

  leftUndone(): string | undefined {
    const now = this.answering.flow?.state.phase;
    const question = this.question.flow?.state.phase;
    return (now && leftUndoneWords(now)) ?? (question && leftOfQuestion(question));
  }

  hasDraft(): boolean {
    const kept = this.answering.flow?.state.isKept ?? this.question.flow?.state.isKept;
    return kept === true && this.hasUnsavedInput();
  }

  signedInAgain(): void {
    this.answering.flow?.actions.signedInAgain();
  }

  blank(): void {
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
    const { ready: session } = this;
    if (session && !this.blanked) this.load(session);
    else this.dropFlows();
    this.follow(this.answering.flow ?? this.question.flow);
  }

  protected override updated(): void {
    const { state: now } = this.states;
    if (now && now !== this.told) this.tellOf(now);
    const { state: question } = this.questions;
    if (question && question !== this.toldOfQuestion) this.tellOfQuestion(question);
  }

  protected override render(): TemplateResult {
    if (this.blanked || this.isElsewhere) return this.live.region();
    const screen = this.screen();
    const question = this.askScreen();
    const content = screen ? threadView(screen) : question ? askView(question) : this.start();
    if (content === nothing) return this.live.region();
    return html`<div class="advice" @keydown=${this.onKeydown}>${content}</div>
      ${this.live.region()}`;
  }

  private start(): TemplateResult | typeof nothing {
    return startView({
      session: this.session,
      ubrn: this.named,
      asking: this.asking,
      failed: this.answering.failed || this.question.failed,
      form:
        this.form.typed || this.form.isWrong
          ? this.form
          : { typed: this.ubrn, isWrong: this.ubrn !== '' },
      remember: (form) => (this.form = form),
      open: (ubrn) => this.openTyped(ubrn),
      ask: () => (this.asking = true),
      loadAgain: () => {
        this.dropFlows();
        this.requestUpdate();
      },
    });
  }

  private openTyped(ubrn: Ubrn | undefined): void {
    this.asked = ubrn;
    this.form = EMPTY_FORM;
    this.asking = false;
    this.turned = undefined;
    this.requestUpdate();
  }

  /** Another context is another patient or user: what was here belongs to neither. */
  private enter(): void {
    const { session } = this;
    this.leave?.();
    this.leave = session?.status === 'ready' ? session.join(this) : undefined;
    if (session?.status !== 'ready') return;
    this.blanked = false;
    if (session.contextId === this.contextId) return;
    // What the host set before the first context is meant for it.
    if (this.contextId !== undefined) this.isGivenNow = this.asking = false;
    this.contextId = session.contextId;
    this.forget();
  }

  private forget(): void {
    this.live.clear();
    this.elapsed.stop();
    this.dropFlows();
    this.follow(undefined);
    this.asked = this.turned = undefined;
    this.form = EMPTY_FORM;
    this.foundUbrn = '';
  }

  private dropFlows(): void {
    this.answering.drop();
    this.question.drop();
  }

  private load(session: ReadySession): void {
    const { named: ubrn } = this;
    const { flows, list } = session;
    if (ubrn && session.can('open-advice')) {
      this.answering.follow(session, ubrn, () => flows.answerAdvice({ ubrn, list }));
    } else this.answering.drop();
    if (this.asking && !ubrn) this.question.follow(session, 'question', () => flows.askAdvice());
    else this.question.drop();
  }

  /** The host's, where it was set for this record; else the row's that was opened. */
  private get named(): Ubrn | undefined {
    const { opened } = this.ready ?? {};
    const row = opened?.list === 'ADVICE_AND_GUIDANCE_REQUESTS' ? opened.ubrn : undefined;
    const given = parseUbrn(this.ubrn);
    return this.asked ?? (this.isGivenNow ? (given ?? row) : (row ?? given));
  }

  /** A row was opened that is no request for advice: another widget shows it. */
  private get isElsewhere(): boolean {
    return this.ready?.opened !== undefined && !this.named && !this.asking;
  }

  private get ready(): ReadySession | undefined {
    return this.session?.status === 'ready' ? this.session : undefined;
  }

  /** Another flow is another request: nothing that was remembered is carried over. */
  private follow(flow: AnswerAdviceFlow | AskAdviceFlow | undefined): void {
    if (flow !== this.followed) {
      this.followed = flow;
      const question = flow && 'find' in flow ? flow : undefined;
      const answer = flow && !('find' in flow) ? flow : undefined;
      this.states.follow(answer);
      this.questions.follow(question);
      this.searches.follow(question?.find);
      this.told = this.toldOfQuestion = undefined;
      this.links.revokeAll();
      void flow?.actions.open();
    }
    const since = this.counting;
    if (since) this.elapsed.start(since);
    else this.elapsed.stop();
  }

  private get counting() {
    const { state: now } = this.states;
    const question = this.questions.state?.phase;
    const lists = this.searches.state?.lists;
    if (now) return countsFrom(now);
    if (question?.status === 'sending') return question.since;
    return lists?.status === 'loading' ? lists.since : undefined;
  }

  private screen(): Screen | undefined {
    const { ready: session, answering } = this;
    if (!session || !answering.flow) return undefined;
    const now = session.clock.now();
    const { closeRecord, list } = session;
    const newestFirst = this.turned
      ? this.turned === 'newest'
      : session.role.businessFunction.startsWith('REFERRING_');
    return {
      state: answering.flow.state,
      actions: answering.flow.actions,
      session,
      whyNotSend: this.sessionEnded ? WHY_NOT_ENDED : undefined,
      now,
      today: ukDayOf(now),
      elapsedSeconds: this.elapsed.seconds,
      newestFirst,
      turnAround: () => (this.turned = newestFirst ? 'oldest' : 'newest'),
      linkTo: (content) => this.links.linkTo(content),
      focus: (selector) => void this.focusFirst(selector),
      another: this.asked && (() => this.openTyped(undefined)),
      close: closeRecord || list ? () => this.close(session) : undefined,
    };
  }

  private askScreen(): AskScreen | undefined {
    const { ready: session, question } = this;
    const { flow } = question;
    if (!session || !flow) return undefined;
    const now = session.clock.now();
    return {
      state: flow.state,
      actions: flow.actions,
      find: flow.find,
      session,
      whyNotSend: this.sessionEnded ? WHY_NOT_ENDED : undefined,
      now,
      today: ukDayOf(now),
      elapsedSeconds: this.elapsed.seconds,
      foundUbrn: this.foundUbrn,
      typeFound: (typed) => (this.foundUbrn = typed),
      focus: (selector) => void this.focusFirst(selector),
      leave: () => this.openTyped(undefined),
      open: (ubrn) => this.openTyped(ubrn),
    };
  }

  private close({ closeRecord }: ReadySession): void {
    const { ubrn } = this.states.state ?? {};
    if (this.emit('ers-close-request', { ubrn }, { cancelable: true })) closeRecord?.();
  }

  private tellOf(now: AnswerAdviceState): void {
    const before = this.told;
    this.told = now;
    for (const { name, detail } of eventsBetween(before, now)) this.emit(name, detail);
    if (!before) return;
    const news = newsBetween(before, now);
    const isStep = isNewStep(before, now);
    if (news) this.live.announce(news);
    else if (isStep) this.live.clear();
    this.arrive(isStep);
  }

  private tellOfQuestion(now: AskAdviceState): void {
    const before = this.toldOfQuestion;
    this.toldOfQuestion = now;
    for (const { name, detail } of questionEvents(before, now)) this.emit(name, detail);
    if (before) this.arrive(isNewQuestionStep(before, now));
  }

  /** A new step takes the focus to its heading, unless the user is elsewhere on the page. */
  private arrive(isStep: boolean): void {
    const isLost = this.heldFocus && !this.shadowRoot?.activeElement;
    if (this.heldFocus && (isStep || isLost)) void this.focusHeading();
  }
}

const EMPTY_FORM: OpenForm = { typed: '', isWrong: false };
