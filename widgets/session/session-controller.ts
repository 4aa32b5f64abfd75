import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  connect,
  type Connection,
  type ConnectPorts,
  type PatientDesk,
} from '../../src/connect.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { Patient } from '../../src/domain/patient.ts';
import type { Role } from '../../src/domain/user.ts';
import type {
  ContextChange,
  ContextReply,
  ErsSession,
  HostAdapter,
  LaunchContext,
  SessionEnd,
} from '../../src/host/host-adapter.ts';
import type { ErsConfig } from '../../src/host/config.ts';
import { refusalOf, type Refusal } from './refusal.ts';

/** idle → connecting → choosing-role → opening-patient → ready; conflict and locked hide it all. */
export type SessionState =
  | { status: 'idle' }
  | { status: 'connecting'; since: Instant }
  | { status: 'failed'; refusal: Refusal }
  | { status: 'choosing-role'; session: ErsSession; refusal?: Refusal | undefined }
  | { status: 'no-patient'; session: ErsSession; why?: LaunchContext['patientProblem'] }
  | { status: 'opening-patient'; session: ErsSession; since: Instant }
  | { status: 'ready'; session: ErsSession; desk: OpenDesk; ended?: EndedSession | undefined }
  /** Another record is open while the former one has unsent work: hidden until a person decides. */
  | { status: 'conflict'; session: ErsSession; former: OpenDesk; next: LaunchContext }
  | { status: 'locked'; why: SessionEnd; at: Instant };

export interface OpenDesk extends PatientDesk {
  contextId: string;
  patient: Patient;
  role: Role;
}

/** The e-RS session is gone while work is on screen; it is kept until the user signs in again. */
export type EndedSession =
  { status: 'ended' | 'signing-in' } | { status: 'failed'; refusal: Refusal };

/** What the controller needs from its element. */
export interface SessionElement extends ReactiveControllerHost {
  hasUnsavedInput(): boolean;
  /** Takes every patient detail off the screen in this very task. */
  blank(): void;
  sessionEvent(event: SessionEvent): void;
}

export type SessionEvent =
  | { name: 'ers-context-conflict'; contextId: string }
  | { name: 'ers-session-locked'; why: SessionEnd }
  | { name: 'ers-problem'; reason: string };

export class SessionController implements ReactiveController {
  state: SessionState = { status: 'idle' };
  private connection: Connection | undefined;
  private leave: AbortController | undefined;

  constructor(
    private readonly element: SessionElement,
    private readonly ports: ConnectPorts,
  ) {
    element.addController(this);
  }

  /**
   * An element that a host takes out of the page, to show another part of the record, keeps its
   * session: what is typed and what is on its way must still be there when it is put back.
   */
  hostConnected(): void {}

  /** Only the start of a new host counts: an answer for an older one is dropped. */
  async start(adapter: HostAdapter, config: ErsConfig): Promise<void> {
    this.disconnect();
    const leave = new AbortController();
    this.leave = leave;
    this.show({ status: 'connecting', since: this.ports.clock.now() });
    try {
      const connection = await connect({ adapter, config }, this.ports, {
        signal: leave.signal,
        onEnded: () => this.sessionGone(),
      });
      if (leave.signal.aborted) return;
      this.connection = connection;
      this.listen(connection, leave.signal);
      await this.showRoleOrPatient();
    } catch (error) {
      if (!leave.signal.aborted) this.fail(error);
    }
  }

  async chooseRole(role: Role): Promise<void> {
    const { connection, state } = this;
    if (!connection || state.status !== 'choosing-role') return;
    try {
      await connection.chooseRole(role);
      await this.openPatient();
    } catch (error) {
      const refusal = this.report(error);
      this.show({ status: 'choosing-role', session: connection.session, refusal });
    }
  }

  /** The three ways out of a conflict; nothing of the former patient is carried across. */
  async resolve(choice: 'go-back' | 'keep-draft' | 'discard-draft'): Promise<void> {
    const { state, connection } = this;
    if (state.status !== 'conflict' || !connection) return;
    const { former } = state;
    if (choice === 'go-back') {
      await connection.host.openPatient?.(former.patient.nhsNumber);
      return;
    }
    if (choice === 'discard-draft') await former.discardDrafts();
    await this.openPatient();
  }

  get canGoBack(): boolean {
    return this.connection?.host.openPatient !== undefined;
  }

  async signInAgain(): Promise<void> {
    const { state, connection } = this;
    if (state.status !== 'ready' || !connection) return;
    this.show({ ...state, ended: { status: 'signing-in' } });
    try {
      await connection.signInAgain();
      this.show({ ...state, session: connection.session, ended: undefined });
    } catch (error) {
      this.show({ ...state, ended: { status: 'failed', refusal: this.report(error) } });
    }
  }

  private listen({ host }: Connection, signal: AbortSignal): void {
    const stop = [
      host.onContextChange((change) => this.contextChanged(change)),
      host.onSessionEnd((why) => this.lock(why)),
    ];
    signal.addEventListener('abort', () => stop.forEach((end) => end()), { once: true });
  }

  private async showRoleOrPatient(): Promise<void> {
    const { session } = this.connected();
    const [only, ...others] = session.roles;
    if (!session.role && only && others.length === 0) await this.connected().chooseRole(only);
    if (this.connected().session.role) await this.openPatient();
    else this.show({ status: 'choosing-role', session });
  }

  private async openPatient(): Promise<void> {
    const { host, session } = this.connected();
    const context = host.getContext();
    const { patient, contextId, patientProblem } = context;
    if (!patient) {
      if (patientProblem)
        this.element.sessionEvent({ name: 'ers-problem', reason: patientProblem });
      this.show({ status: 'no-patient', session, why: patientProblem });
      return;
    }
    if (!session.role) {
      this.show({ status: 'choosing-role', session });
      return;
    }
    const { role } = session;
    this.show({ status: 'opening-patient', session, since: this.ports.clock.now() });
    try {
      const desk = await this.connected().openPatient(contextId, patient);
      if (host.getContext().contextId !== contextId) {
        desk.close();
        return;
      }
      this.show({ status: 'ready', session, desk: { ...desk, contextId, patient, role } });
    } catch (error) {
      if (host.getContext().contextId === contextId) this.fail(error);
    }
  }

  /** Runs in the host's own task: the former patient is off the screen when it returns. */
  private contextChanged({ next }: ContextChange): ContextReply {
    const { state } = this;
    const desk =
      state.status === 'ready' ? state.desk : state.status === 'conflict' && state.former;
    const unsent =
      state.status === 'conflict' || (state.status === 'ready' && this.element.hasUnsavedInput());
    this.element.blank();
    if (desk) desk.close();
    if (!this.connection) return { status: 'accepted' };
    const { session } = this.connection;
    const sameAgain = next?.patient?.nhsNumber === (desk ? desk.patient.nhsNumber : undefined);
    if (next && desk && unsent && !sameAgain) {
      this.show({ status: 'conflict', session, former: desk, next });
      this.element.sessionEvent({ name: 'ers-context-conflict', contextId: next.contextId });
      return { status: 'conflict', reason: 'unsent-work' };
    }
    void this.openPatient();
    return { status: 'accepted' };
  }

  private lock(why: SessionEnd): void {
    const { state } = this;
    this.element.blank();
    if (state.status === 'ready') state.desk.close();
    this.show({ status: 'locked', why, at: this.ports.clock.now() });
    this.element.sessionEvent({ name: 'ers-session-locked', why });
    this.disconnect();
  }

  private sessionGone(): void {
    const { state } = this;
    if (state.status !== 'ready' || state.ended) return;
    this.show({ ...state, ended: { status: 'ended' } });
    this.element.sessionEvent({ name: 'ers-problem', reason: 'session-ended' });
  }

  private fail(error: unknown): void {
    this.show({ status: 'failed', refusal: this.report(error) });
  }

  private report(error: unknown): Refusal {
    const refusal = refusalOf(error);
    this.element.sessionEvent({
      name: 'ers-problem',
      reason: refusal.problem?.reason ?? 'host-failed',
    });
    return refusal;
  }

  private connected(): Connection {
    if (!this.connection) throw new Error('The session is not connected');
    return this.connection;
  }

  private disconnect(): void {
    this.leave?.abort();
    this.connection?.host.disconnect();
    this.connection = undefined;
  }

  private show(state: SessionState): void {
    this.state = state;
    this.element.requestUpdate();
  }
}
