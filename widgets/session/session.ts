import { provide } from '@lit/context';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Clock } from '../../src/domain/instant.ts';
import { ukDayOf } from '../../src/domain/uk-time.ts';
import type { ErsConfig } from '../../src/host/config.ts';
import type { ErsSession as SessionFacts, HostAdapter } from '../../src/host/host-adapter.ts';
import type { DeskRow } from '../../src/domain/provider-desk.ts';
import { ErsElement } from '../../src/ui/base-element.ts';
import { ElapsedController } from '../../src/ui/elapsed-controller.ts';
import { trainingBand } from '../../src/ui/training-frame.ts';
import { browserPorts } from './browser-ports.ts';
import { browserClock } from './clocks.ts';
import {
  endedContext,
  sessionContext,
  type SessionWidget,
  type SharedSession,
  type WidgetSession,
} from './context.ts';
import { clinicianView } from './clinician-view.ts';
import { SessionController } from './session-controller.ts';
import type { Acting, OpenDesk, OpenLists, SessionEvent, SessionState } from './session-state.ts';
import './session.events.ts';
import { sessionStyles } from './session.styles.ts';
import {
  conflictView,
  elsewhereView,
  connectingView,
  lockedView,
  noPatientView,
  refusalView,
  roleView,
  whoLine,
  workNotices,
  type Choice,
} from './session-views.ts';

/**
 * Connects the widgets inside it to the host and to e-RS, lets the user choose one role, and hides
 * everything when the patient changes or the session ends.
 *
 * @summary One e-RS session for the widgets inside it.
 * @tag ers-session
 * @slot - The widgets that share the session.
 * @fires {CustomEvent<{contextId: string}>} ers-context-conflict - Another record is open while this one has unsent work.
 * @fires {CustomEvent<{why: string}>} ers-session-locked - The session ended; everything is hidden.
 * @fires {CustomEvent<{reason: string}>} ers-problem - There is no session, and why.
 */
export class ErsSession extends ErsElement {
  static override styles = sessionStyles;

  /** How the host hands over context. Setting another one starts again. */
  @property({ attribute: false }) host: HostAdapter | undefined;

  /** The vendor's configuration; see `config.schema.json`. */
  @property({ attribute: false }) config: ErsConfig | undefined;

  /** Where the time comes from; only training systems and tests set another. */
  @property({ attribute: false }) clock: Clock = browserClock;

  @provide({ context: sessionContext })
  protected shared: WidgetSession | undefined = { status: 'waiting' };

  @provide({ context: endedContext })
  protected hasEnded = false;

  /** Of the roles or clinicians on screen: which one, and whether that was asked for in vain. */
  @state() private chosen: number | undefined;
  @state() private choiceMissing = false;

  private readonly widgets = new Set<SessionWidget>();
  protected readonly controller = new SessionController(this, browserPorts(this.proxiedClock()));
  private readonly elapsed = new ElapsedController(this, () => this.clock);
  private sharedFor: OpenDesk | OpenLists | undefined;
  private shown: SessionState['status'] = 'idle';
  /** The focus was in the session's own panel when that panel went away, and is nowhere since. */
  private carriesFocus = false;

  showsLists(): boolean {
    const all: Iterable<Element & Pick<SessionWidget, 'showsLists'>> = this.querySelectorAll('*');
    return [...all].some(({ showsLists }) => showsLists === true);
  }

  hasUnsavedInput(): boolean {
    return [...this.widgets].some((widget) => widget.hasUnsavedInput());
  }

  leftUndone(): string | undefined {
    const said = [...this.widgets].map((widget) => widget.leftUndone?.());
    return said.find((words) => words !== undefined);
  }

  hasDraft(): boolean {
    return [...this.widgets].some((widget) => widget.hasDraft?.() ?? false);
  }

  blank(): void {
    for (const widget of this.widgets) widget.blank();
    this.shared = { status: 'waiting' };
    this.sharedFor = undefined;
    // Before any await: the slot is covered while the widgets take their content down.
    this.renderRoot.querySelector('slot')?.setAttribute('hidden', '');
  }

  signedInAgain(): void {
    for (const widget of this.widgets) widget.signedInAgain?.();
  }

  sessionEvent(event: SessionEvent): void {
    const { name, ...detail } = event;
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if ((changed.has('host') || changed.has('config')) && this.host && this.config) {
      void this.controller.start(this.host, this.config);
    }
    const nowhere = document.activeElement === null || document.activeElement === document.body;
    this.carriesFocus = Boolean(this.shadowRoot?.activeElement) || (this.carriesFocus && nowhere);
    this.share();
    const { state } = this.controller;
    if (state.status !== this.shown) {
      this.chosen = undefined;
      this.choiceMissing = false;
    }
    this.hasEnded = 'ended' in state && state.ended !== undefined;
    if ('since' in state) this.elapsed.start(state.since);
    else this.elapsed.stop();
  }

  protected override updated(): void {
    const { status } = this.controller.state;
    const { shown } = this;
    this.shown = status;
    // The first panel of a page leaves the focus where the user has it.
    const first = shown === 'idle' || shown === 'connecting';
    if (status === 'ready' || status === 'listing') this.handFocusOn();
    else if (status !== shown && (!first || this.carriesFocus)) void this.focusHeading();
  }

  /** A focus that was in a panel that is gone goes to the first widget; no other is moved. */
  private handFocusOn(): void {
    if (!this.carriesFocus || this.shadowRoot?.activeElement) return;
    this.carriesFocus = false;
    const [widget] = this.renderRoot.querySelector('slot')?.assignedElements() ?? [];
    if (widget instanceof ErsElement) void widget.updateComplete.then(() => widget.focusHeading());
  }

  protected override render(): TemplateResult {
    const { state } = this.controller;
    const training = 'session' in state && state.session.environment !== 'live';
    return html`
      ${training ? trainingBand() : nothing}
      ${state.status === 'ready' ? whoLine(state.session, state.desk) : nothing}
      ${state.status === 'listing' ? whoLine(state.session, state.lists) : nothing}
      ${this.panel(state)}
      <slot
        ?hidden=${live(state.status !== 'ready' && state.status !== 'listing')}
        @slotchange=${() => this.listsMayHaveCome()}
      ></slot>
    `;
  }

  private panel(state: SessionState): TemplateResult | typeof nothing {
    switch (state.status) {
      case 'idle':
        return nothing;
      case 'connecting':
        return connectingView('Connecting to e-RS', this.elapsed.seconds);
      case 'opening-patient':
        return connectingView('Opening the patient', this.elapsed.seconds);
      case 'failed':
        return refusalView(state.refusal, () => this.startAgain());
      case 'choosing-role':
        return this.roles(state);
      case 'listing-clinicians':
        return connectingView('Asking e-RS for whom you may act', this.elapsed.seconds);
      case 'choosing-clinician':
        return this.clinicians(state);
      case 'no-patient':
        return noPatientView(state);
      case 'open-elsewhere':
        return elsewhereView(state, () => void this.controller.workHere());
      case 'ready':
      case 'listing':
        return workNotices(state, () => void this.controller.signInAgain());
      case 'conflict':
        return this.conflict(state);
      case 'locked':
        return lockedView(state);
    }
  }

  private roles(state: Extract<SessionState, { status: 'choosing-role' }>): TemplateResult {
    const { roles } = state.session;
    const choice = this.choiceOf(roles, '[name=role]', (role) => this.controller.chooseRole(role));
    return roleView(state, { ...choice, onAgain: () => this.startAgain() });
  }

  private clinicians(
    state: Extract<SessionState, { status: 'choosing-clinician' }>,
  ): TemplateResult {
    const choice = this.choiceOf(state.clinicians, '[name=clinician]', (clinician) =>
      this.controller.chooseClinician(clinician),
    );
    return clinicianView(state, {
      ...choice,
      onAgain: () => void this.controller.listClinicians(),
    });
  }

  private choiceOf<T>(all: readonly T[], field: string, choose: (one: T) => Promise<void>): Choice {
    return {
      chosen: this.chosen,
      missing: this.choiceMissing,
      onChange: (index) => {
        this.chosen = index;
        this.choiceMissing = false;
      },
      onContinue: () => {
        const one = all[this.chosen ?? -1];
        this.choiceMissing = one === undefined;
        if (one === undefined) void this.focusFirst(field);
        else void choose(one);
      },
    };
  }

  private conflict(state: Extract<SessionState, { status: 'conflict' }>): TemplateResult {
    return conflictView(state, {
      today: ukDayOf(this.clock.now()),
      goBack: this.controller.canGoBack ? () => void this.controller.resolve('go-back') : undefined,
      keepDraft: () => void this.controller.resolve('keep-draft'),
      discardDraft: () => void this.controller.resolve('discard-draft'),
    });
  }

  private startAgain(): void {
    if (this.host && this.config) void this.controller.start(this.host, this.config);
  }

  private listsMayHaveCome(): void {
    if (this.showsLists()) this.controller.listsCame();
  }

  /** Gives the widgets inside a new session only when the desk is a new one. */
  private share(): void {
    const { state } = this.controller;
    const desk = state.status === 'ready' ? state.desk : undefined;
    const lists = state.status === 'listing' ? state.lists : undefined;
    const shown = desk ?? lists;
    if (!shown || !('session' in state)) {
      if (this.shared?.status !== 'waiting') this.shared = { status: 'waiting' };
      this.sharedFor = undefined;
      return;
    }
    if (this.sharedFor === shown) return;
    this.sharedFor = shown;
    const { rows } = this.controller;
    const openRow = rows.canOpen ? (row: DeskRow) => rows.open(row) : undefined;
    const both = this.sharedByBoth(state.session, shown);
    if (desk) {
      const { contextId, flows, patient, opened, list } = desk;
      const banner = this.config?.banner ?? 'host';
      const close = { closeRecord: rows.close };
      const status = 'ready';
      this.shared = { status, ...both, contextId, flows, patient, banner, opened, list, ...close };
    } else if (lists) {
      this.shared = { status: 'listing', ...both, worklist: () => lists.worklist(), openRow };
    }
  }

  private sharedByBoth({ user, environment }: SessionFacts, { role }: Acting): SharedSession {
    return {
      user,
      role,
      environment,
      clock: this.clock,
      can: (action) => this.controller.can(action),
      join: (widget) => {
        this.widgets.add(widget);
        return () => this.widgets.delete(widget);
      },
    };
  }

  /** The clock is a property that may be set after this element was made. */
  private proxiedClock(): Clock {
    return {
      now: () => this.clock.now(),
      wait: (milliseconds, signal) => this.clock.wait(milliseconds, signal),
    };
  }
}
