import { consume } from '@lit/context';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Instant } from '../../src/domain/instant.ts';
import type { Service } from '../../src/domain/service.ts';
import type { Slot } from '../../src/domain/slot.ts';
import { ukDayOf } from '../../src/domain/uk-time.ts';
import type { BookSlotFlow, BookSlotState } from '../../src/flows/book-slot.ts';
import { ErsElement } from '../../src/ui/base-element.ts';
import { ElapsedController } from '../../src/ui/elapsed-controller.ts';
import { FlowController } from '../../src/ui/flow-controller.ts';
import { LiveRegion } from '../../src/ui/live-region.ts';
import { patientBanner } from '../../src/ui/patient-banner.ts';
import { bar } from '../../src/ui/steps.ts';
import {
  endedContext,
  sessionContext,
  WHY_NOT_ENDED,
  type ReadySession,
  type WidgetSession,
} from '../session/context.ts';
import { AgeController } from './age-controller.ts';
import { chooseStep } from './choose-step.ts';
import { confirmation, paperIn } from './confirmation.ts';
import { notReady } from './not-ready.ts';
import { OwnFlow } from './own-flow.ts';
import { hasEnded, PhaseMemory, type Screen } from './phase-memory.ts';
import { countsFrom, newChoice, newReading } from './phase-words.ts';
import { eventsBetween } from './phase-events.ts';
import { serviceOf, type PickerView } from './picker-view.ts';
import { referralLine } from './referral-line.ts';
import { screenOf } from './screens.ts';
import { SlotBrowser } from './slot-browser.ts';
import './slot-picker.events.ts';
import { paperCss } from './paper.styles.ts';
import { slotName } from './slot-words.ts';
import { slotPickerStyles } from './slot-picker.styles.ts';
import { lastSaidAt, waitAnnouncement } from './waiting.ts';

/**
 * Shows the free slots of a referral's services, books one, or where e-RS allows it defers to a
 * provider or sends for triage.
 *
 * @summary Choose and book an appointment for a referral.
 * @tag ers-slot-picker
 * @fires {CustomEvent<AppointmentBookedDetail>} ers-appointment-booked - An appointment is booked.
 * @fires {CustomEvent<ReferralDetail>} ers-referral-deferred - The referral is deferred to the provider.
 * @fires {CustomEvent<ReferralDetail>} ers-sent-for-triage - The referral awaits triage at a service.
 * @fires {CustomEvent<{write: string, ubrn?: string}>} ers-write-unknown - No answer came: it may or may not have happened.
 * @fires {CustomEvent<{reason: string}>} ers-problem - Something was refused or failed; it is on screen too.
 * @slot next - The way on from an appointment or deferral, below its facts.
 * @csspart slot - The button of one slot.
 */
export class ErsSlotPicker extends ErsElement {
  static override styles = slotPickerStyles;

  /** The referral, when the picker stands alone. Spaces are allowed. */
  @property() ubrn = '';

  /**
   * Its services as found by a search: where each is, which e-RS tells nowhere else. Needed where
   * e-RS returns no shortlist.
   */
  @property({ attribute: false }) services: readonly Service[] | undefined;

  /** Inside another widget: that widget's flow. The picker then shows no bar of its own. */
  @property({ attribute: false }) flow: BookSlotFlow | undefined;

  /** `on` lets the single letter G go to a date while a slot has the focus. The user may switch it. */
  @property({ attribute: 'letter-keys' }) letterKeys: 'on' | 'off' = 'off';

  /** From the `<ers-session>` around it. */
  @consume({ context: sessionContext, subscribe: true })
  @property({ attribute: false })
  session: WidgetSession | undefined;

  /** From it too: the e-RS session has ended, and nothing can be sent until it is there again. */
  @consume({ context: endedContext, subscribe: true })
  @property({ attribute: false })
  sessionEnded = false;

  /** Prints the confirmation's own page; a host without a browser printer sets another way. */
  @property({ attribute: false }) printPage: (page: Window) => void = (page) => page.print();

  private readonly own = new OwnFlow();
  private readonly states = new FlowController<BookSlotState>(this);
  private readonly age = new AgeController(this);
  private readonly live = new LiveRegion(this);
  private readonly elapsed = new ElapsedController(
    this,
    () => this.ready?.clock,
    (seconds) => this.sayWaiting(seconds),
  );
  private readonly browser = new SlotBrowser(this, {
    flow: () => (this.blanked ? undefined : this.current),
    now: () => this.ready?.clock.now(),
    say: (text) => this.live.announce(text),
    letterKeys: () => this.letterKeys === 'on',
    switchLetterKeys: (on) => (this.letterKeys = on ? 'on' : 'off'),
  });
  private memory = new PhaseMemory();
  private followed: BookSlotFlow | undefined;
  /** The state that the host and the user were told of last. */
  private told: BookSlotState | undefined;
  private screen: Screen | undefined;
  private waitSaid: { since: Instant; saidAt: number } | undefined;
  private heldFocus = false;
  private blanked = false;
  private leave: (() => void) | undefined;

  hasUnsavedInput(): boolean {
    const state = this.current?.state;
    if (!state) return false;
    const { chosen, deferral, triage, phase } = state;
    if (hasEnded(phase)) return false;
    return chosen !== undefined || Boolean(deferral?.comment || triage?.comment);
  }

  blank(): void {
    this.blanked = true;
    this.live.clear();
    this.own.drop();
    this.follow(undefined);
    this.age.follow(undefined);
    this.renderRoot.querySelector('.print-room')?.replaceChildren();
    this.requestUpdate();
    this.performUpdate();
  }

  /** For one that stands alone; inside another widget, that one tells the flow. */
  signedInAgain(): void {
    this.own.flow?.actions.signedInAgain();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('session') || changed.has('flow')) this.blanked = false;
    if (changed.has('session')) this.leaveSession();
    this.heldFocus = Boolean(this.shadowRoot?.activeElement);
    const session = this.ready;
    if (session && !this.flow && !this.blanked) {
      this.leave ??= session.join(this);
      this.own.follow({ session, ubrn: this.ubrn, services: this.services });
    } else this.own.drop();
    this.follow(this.blanked ? undefined : this.current);
    this.age.follow(this.blanked ? undefined : session?.clock);
  }

  protected override updated(): void {
    const state = this.states.state;
    if (!state || state === this.told) return;
    for (const { name, detail } of eventsBetween(this.told, state))
      this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
    const before = this.told;
    this.told = state;
    const screen = this.memory.screen(state);
    // What was said belongs to what was on screen.
    if (this.screen !== screen) this.live.clear();
    // A reading that led to another step is told by that step's own words.
    const said = this.screen === screen ? newReading(before, state) : undefined;
    if (said) this.live.announce(said);
    const choice = screen === 'choosing' ? newChoice(before, state) : undefined;
    if (this.screen && this.screen !== screen) void this.arrive(this.screen, choice);
    else if (choice) void this.browser.uncover(choice);
    else if (before && screen === 'choosing') this.choiceUndone(before, state);
    if (choice)
      this.live.announce(`Chosen: ${slotName(choice, serviceOf(state, choice.serviceId))}`);
    this.screen = screen;
  }

  protected override render(): TemplateResult {
    const { ready: session, current: flow } = this;
    if (this.blanked) return this.live.region();
    if (!session || !flow) return html`${notReady(this.session, this.ubrn)}${this.live.region()}`;
    const view = this.view(session, flow);
    const screen = this.memory.screen(flow.state);
    return html`<div
        class="picker ${this.flow ? '' : 'picker--alone'} ${flow.state.chosen ? 'picker--chosen' : ''}"
      >
        ${this.head(view, screen)}
        ${screen === 'choosing' ? this.choice(view) : screenOf(screen, view)}
      </div>
      <div class="print-room"></div>
      ${this.live.region()}`;
  }

  /** Inside another widget that one has the bar. At the host's wish, the patient is at commits only. */
  private head(view: PickerView, screen: Screen): TemplateResult {
    const alone = this.flow === undefined;
    const { session, today, state } = view;
    const commits = !['choosing', 'deferral', 'triage', 'opening'].includes(screen);
    const withPatient = session.banner === 'host' ? commits : alone;
    return html`${alone ? bar({ title: 'e-Referral Service', aside: 'Book' }) : nothing}
    ${withPatient ? patientBanner({ patient: session.patient, today }) : nothing}
    ${alone ? referralLine(state) : nothing}`;
  }

  private choice(view: PickerView): TemplateResult {
    const slots = this.browser.view(view.state, view.now);
    return chooseStep({
      picker: view,
      slots: this.browser.slotsOptions(view.state, slots),
      filters: this.browser.filterOptions(view.state, slots),
      page: this.browser.pageOptions(view.state, slots),
      onCheckAgain: () => void this.browser.checkAgain(),
      onStop: () => void this.browser.stopReading(),
      onChooseEarliest: (slot) => void this.browser.chooseAndShow(slot),
    });
  }

  private leaveSession(): void {
    this.leave?.();
    this.leave = undefined;
  }

  private get ready(): ReadySession | undefined {
    return this.session?.status === 'ready' ? this.session : undefined;
  }

  private get current(): BookSlotFlow | undefined {
    return this.flow ?? this.own.flow;
  }

  private view(session: ReadySession, { state, actions }: BookSlotFlow): PickerView {
    const now = session.clock.now();
    const { slotsAt, sentAt, lost, endedBefore } = this.memory;
    return {
      state,
      actions,
      session,
      whyNotSend: this.sessionEnded ? WHY_NOT_ENDED : undefined,
      now,
      today: ukDayOf(now),
      slotsAt,
      sentAt,
      lost,
      endedBefore,
      found: this.services ?? [],
      elapsedSeconds: this.elapsed.seconds,
      onPrint: () => this.print(),
    };
  }

  /** Another flow is another referral or patient: nothing that was remembered is carried over. */
  private follow(flow: BookSlotFlow | undefined): void {
    if (flow !== this.followed) {
      this.followed = flow;
      this.states.follow(flow);
      this.memory = new PhaseMemory();
      this.browser.reset();
      this.told = undefined;
      this.screen = undefined;
      // An open that is on its way already is not begun again.
      if (flow?.state.phase.status === 'opening') void flow.actions.open();
    }
    if (flow) this.memory.follow(flow.state);
    const since = flow && countsFrom(flow.state, this.memory.sentAt);
    if (since) this.elapsed.start(since);
    else this.elapsed.stop();
  }

  /**
   * A new step: focus goes to its heading, unless the user is elsewhere on the page. A picker inside
   * another widget never takes the focus from outside itself.
   */
  private async arrive(from: Screen, choice: Slot | undefined): Promise<void> {
    const nowhere = document.activeElement === null || document.activeElement === document.body;
    const takes = this.heldFocus || (nowhere && !this.flow && from !== 'opening');
    const flow = this.followed;
    if (!takes) this.sayHeading();
    else if (!choice || !(await this.browser.showSlot(choice))) await this.focusHeading();
    if (choice && flow === this.followed) await this.browser.uncover(choice);
  }

  /** The button that undid it is gone. */
  private choiceUndone({ chosen }: BookSlotState, now: BookSlotState): void {
    if (!chosen || now.chosen || this.memory.lost) return;
    this.live.announce('No slot is chosen now.');
    if (this.heldFocus && !this.shadowRoot?.activeElement) void this.browser.showSlot(chosen);
  }

  private sayHeading(): void {
    const heading = this.renderRoot.querySelector('[data-focus-heading]')?.textContent;
    if (heading) this.live.announce(heading.trim());
  }

  private sayWaiting(seconds: number): void {
    const phase = this.states.state?.phase;
    if (phase?.status !== 'sending') return;
    const { since, write } = phase;
    const saidAt = lastSaidAt(seconds);
    const before = this.waitSaid?.since === since ? this.waitSaid.saidAt : 0;
    this.waitSaid = { since, saidAt };
    if (saidAt > before) this.live.announce(waitAnnouncement(saidAt, write));
  }

  private print(): void {
    const { ready: session, current: flow } = this;
    const room = this.renderRoot.querySelector('.print-room');
    if (!session || !flow || !room) return;
    const content = confirmation(this.view(session, flow));
    const page = paperIn(room, { title: 'Appointment confirmation', css: paperCss, content });
    if (page) this.printPage(page);
  }
}
