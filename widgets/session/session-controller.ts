import type { Action } from '../../src/domain/action.ts';
import type { ReactiveController } from 'lit';
import { connect, type Connection, type ConnectPorts } from '../../src/connect.ts';
import type { Patient } from '../../src/domain/patient.ts';
import { actsForProvider, type Clinician, type Role } from '../../src/domain/user.ts';
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
import { RowOpening } from './row-opening.ts';
import type { OpenDesk, SessionElement, SessionState } from './session-state.ts';

interface Opening {
  connection: Connection;
  session: ErsSession;
  role: Role;
  patient: Patient;
  contextId: string;
}

export class SessionController implements ReactiveController {
  state: SessionState = { status: 'idle' };
  private connection: Connection | undefined;
  private leave: AbortController | undefined;
  private restart = (): void => {};
  /** As e-RS has listed them, with the names of the host. */
  private clinicians: readonly Clinician[] = [];
  readonly rows = new RowOpening({
    connection: () => this.connection,
    ready: () => (this.state.status === 'ready' ? this.state.desk : undefined),
    here: (desk) => this.changeWork({ desk }),
    notOpened: () => this.changeWork({ notOpened: true }),
  });

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
    this.closeDesk();
    this.disconnect();
    const leave = new AbortController();
    this.leave = leave;
    this.restart = () => void this.start(adapter, config);
    this.show({ status: 'connecting', since: this.ports.clock.now() });
    try {
      const connection = await connect({ adapter, config }, this.ports, {
        signal: leave.signal,
        onEnded: () => this.sessionGone(),
      });
      if (leave.signal.aborted) return;
      this.connection = connection;
      this.listen(connection, leave.signal);
      await this.showRoleOrPatient(connection, leave.signal);
    } catch (error) {
      if (!leave.signal.aborted) this.fail(error);
    }
  }

  async chooseRole(role: Role): Promise<void> {
    const { connection, state } = this;
    if (!connection || state.status !== 'choosing-role' || state.isSending) return;
    await this.choose(state, () => connection.chooseRole(role));
  }

  /** Of the clinicians that `choosing-clinician` shows. */
  async chooseClinician({ sdsUserId }: Clinician): Promise<void> {
    const { connection, state } = this;
    if (!connection || state.status !== 'choosing-clinician' || state.isSending) return;
    await this.choose(state, () => connection.chooseRole(state.role, sdsUserId));
  }

  private async choose(
    from: Extract<SessionState, { status: `choosing-${string}` }>,
    tellErs: () => Promise<void>,
  ): Promise<void> {
    const sending: SessionState = { ...from, isSending: true, refusal: undefined };
    this.show(sending);
    try {
      await tellErs();
      if (this.state === sending) await this.openPatient();
    } catch (error) {
      if (this.state === sending) this.show({ ...from, refusal: this.report(error) });
    }
  }

  async listClinicians(): Promise<void> {
    const { connection } = this;
    const role = connection?.session.role;
    if (!connection || !role) return;
    const { session } = connection;
    const since = this.ports.clock.now();
    const listing: SessionState = { status: 'listing-clinicians', session, since };
    this.show(listing);
    const asked: SessionState = { status: 'choosing-clinician', session, role, clinicians: [] };
    try {
      this.clinicians = await connection.cliniciansActedFor();
      if (this.state === listing) this.show({ ...asked, clinicians: this.clinicians });
    } catch (error) {
      if (this.state === listing) this.show({ ...asked, refusal: this.report(error) });
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
    if (this.state === state) await this.openPatient();
  }

  /** Works on the patient here; the page that did so is told. */
  async workHere(): Promise<void> {
    if (this.state.status === 'open-elsewhere') await this.openPatient(true);
  }

  can(action: Action): boolean {
    return this.connection?.can(action) ?? false;
  }

  get canGoBack(): boolean {
    return this.connection?.host.openPatient !== undefined;
  }

  async signInAgain(): Promise<void> {
    const { state, connection } = this;
    if (!isWorking(state) || !connection) return;
    const signingIn: SessionState = { ...state, ended: { status: 'signing-in' } };
    this.show(signingIn);
    // What happened meanwhile stands: another patient, a lock.
    const isStill = (): boolean => this.state === signingIn;
    try {
      await connection.signInAgain();
      if (!isStill()) return;
      this.show({ ...state, session: connection.session, ended: undefined });
      this.element.signedInAgain();
    } catch (error) {
      const refusal = this.report(error);
      if (isStill()) this.show({ ...state, ended: { status: 'failed', refusal } });
    }
  }

  private listen({ host }: Connection, signal: AbortSignal): void {
    const stop = [
      host.onContextChange((change) => this.contextChanged(change)),
      host.onSessionEnd((why) => this.lock(why)),
    ];
    signal.addEventListener('abort', () => stop.forEach((end) => end()), { once: true });
  }

  private async showRoleOrPatient(connection: Connection, signal: AbortSignal): Promise<void> {
    const [only, ...others] = connection.session.roles;
    if (!connection.session.role && only && others.length === 0) await connection.chooseRole(only);
    if (!signal.aborted) await this.openPatient();
  }

  /** An answer counts only while nothing else has happened since it was asked for. */
  private async openPatient(takeOver = false): Promise<void> {
    const { connection } = this;
    if (!connection) return;
    const { host, session } = connection;
    const { patient, contextId, patientProblem } = host.getContext();
    const { role } = session;
    if (!role) {
      this.show({ status: 'choosing-role', session });
      return;
    }
    if (connection.needsClinician) {
      await this.listClinicians();
      return;
    }
    if (!patient) {
      this.showNoPatient({ connection, session, role }, patientProblem);
      return;
    }
    await this.openDeskFor({ connection, session, role, patient, contextId }, takeOver);
  }

  private showNoPatient(
    { connection, session, role }: Pick<Opening, 'connection' | 'session' | 'role'>,
    why: LaunchContext['patientProblem'],
  ): void {
    connection.leavePatient();
    if (why) this.element.sessionEvent({ name: 'ers-problem', reason: why });
    if (why || !this.element.showsLists()) {
      this.show({ status: 'no-patient', session, why });
      return;
    }
    const lists = {
      role,
      onBehalfOf: this.actedFor(session, role),
      worklist: () => this.rows.worklist(),
    };
    this.show({ status: 'listing', session, lists });
  }

  /** A list has come to stand where no patient is open. */
  listsCame(): void {
    if (this.state.status === 'no-patient' && !this.state.why) void this.openPatient();
  }

  private async openDeskFor(
    { connection, session, role, patient, contextId }: Opening,
    takeOver: boolean,
  ): Promise<void> {
    const opening: SessionState = {
      status: 'opening-patient',
      session,
      since: this.ports.clock.now(),
    };
    this.show(opening);
    try {
      const desk = await connection.openPatient({ contextId, patient, takeOver });
      if (desk === 'open-elsewhere') {
        if (this.state === opening) this.show({ status: 'open-elsewhere', session });
        return;
      }
      if (this.state !== opening) desk.close();
      else {
        const onBehalfOf = this.actedFor(session, role);
        const acting = { role, onBehalfOf };
        const from = this.rows.openedFor(patient);
        this.showDesk(session, { ...desk, contextId, patient, ...acting, ...from });
      }
    } catch (error) {
      if (this.state === opening) this.fail(error);
    }
  }

  private actedFor({ onBehalfOf }: ErsSession, role: Role): Clinician | undefined {
    if (!actsForProvider(role)) return undefined;
    return onBehalfOf
      ? (this.clinicians.find(({ sdsUserId }) => sdsUserId === onBehalfOf) ?? {
          sdsUserId: onBehalfOf,
        })
      : this.connection?.host.getContext().onBehalfOf;
  }

  private showDesk(session: ErsSession, desk: OpenDesk): void {
    this.show({ status: 'ready', session, desk });
    desk.taken.addEventListener('abort', () => this.takenOver(desk), { once: true });
  }

  /** Another page works on the patient now: what is here is kept as a draft, and hidden. */
  private takenOver(desk: OpenDesk): void {
    const { connection } = this;
    if (this.openDesk() !== desk || !connection) return;
    this.closeDesk();
    const takenAt = this.ports.clock.now();
    this.show({ status: 'open-elsewhere', session: connection.session, takenAt });
  }

  /** Runs in the host's own task: the former patient is off the screen when it returns. */
  private contextChanged({ kind, next }: ContextChange): ContextReply {
    const desk = this.openDesk();
    const unsent =
      this.state.status === 'conflict' ||
      (this.state.status === 'ready' && this.element.hasUnsavedInput());
    const left = this.left();
    this.closeDesk();
    const { connection } = this;
    if (!connection) return { status: 'accepted' };
    if (kind === 'user' || kind === 'organisation' || kind === 'role') {
      // Nothing goes on in somebody else's session: the new user connects anew.
      this.restart();
      return { status: 'accepted' };
    }
    const sameAgain = next?.patient?.nhsNumber === desk?.patient.nhsNumber;
    if (next && desk && unsent && !sameAgain) {
      this.show({ status: 'conflict', session: connection.session, former: desk, next, ...left });
      this.element.sessionEvent({ name: 'ers-context-conflict', contextId: next.contextId });
      return { status: 'conflict', reason: 'unsent-work' };
    }
    void this.openPatient();
    return { status: 'accepted' };
  }

  /** What the widgets say of the patient that is being left; they are asked before the blank. */
  private left(): { undone: string | undefined; hasDraft: boolean } {
    const { state, element } = this;
    if (state.status === 'conflict') return { undone: state.undone, hasDraft: state.hasDraft };
    return { undone: element.leftUndone(), hasDraft: element.hasDraft() };
  }

  private lock(why: SessionEnd): void {
    const { connection } = this;
    this.closeDesk();
    this.show({ status: 'locked', why, at: this.ports.clock.now() });
    this.element.sessionEvent({ name: 'ers-session-locked', why });
    this.disconnect();
    // e-RS need not keep a session that nobody uses; without an answer it ends by itself.
    void connection?.end().catch(() => undefined);
  }

  private openDesk(): OpenDesk | undefined {
    if (this.state.status === 'ready') return this.state.desk;
    return this.state.status === 'conflict' ? this.state.former : undefined;
  }

  /** The patient is off the screen, and no answer for them reaches one, when this returns. */
  private closeDesk(): void {
    const desk = this.openDesk();
    this.element.blank();
    desk?.close();
  }

  private changeWork(change: { desk: OpenDesk } | { notOpened: true }): void {
    const { state } = this;
    if (isWorking(state)) this.show({ ...state, notOpened: undefined, ...change });
  }

  private sessionGone(): void {
    const { state } = this;
    if (!isWorking(state) || state.ended) return;
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

  private disconnect(): void {
    this.leave?.abort();
    this.connection?.host.disconnect();
    this.connection = undefined;
    this.rows.forget();
  }

  private show(state: SessionState): void {
    this.state = state;
    this.element.requestUpdate();
  }
}

function isWorking(
  state: SessionState,
): state is Extract<SessionState, { status: 'ready' | 'listing' }> {
  return state.status === 'ready' || state.status === 'listing';
}
