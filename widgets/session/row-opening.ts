import type { Connection } from '../../src/connect.ts';
import type { Patient } from '../../src/domain/patient.ts';
import type { DeskRow } from '../../src/domain/provider-desk.ts';
import { placeOf } from '../../src/domain/worklist-place.ts';
import type { OpenedFrom } from '../../src/flows/opened-from.ts';
import type { ProviderWorklistFlow } from '../../src/flows/provider-worklist.ts';
import type { OpenDesk } from './session-state.ts';

interface Ports {
  connection(): Connection | undefined;
  /** The desk of the patient who is open. */
  ready(): OpenDesk | undefined;
  /** The same patient's other record shows. */
  here(desk: OpenDesk): void;
  notOpened(): void;
}

/** The list of a session, and the way from one of its rows to a record: through the host. */
export class RowOpening {
  private flow: ProviderWorklistFlow | undefined;
  /** Asked of the host; it opens the record by a change of context. */
  private wanted: DeskRow | undefined;

  constructor(private readonly ports: Ports) {}

  async worklist(): Promise<ProviderWorklistFlow> {
    const connection = this.ports.connection();
    if (!connection) throw new Error('There is no session to list for.');
    this.flow = await connection.openWorklist();
    return this.flow;
  }

  get canOpen(): boolean {
    return this.ports.connection()?.host.openPatient !== undefined;
  }

  /** Rejects with the host's own error where it does not open the record. */
  async open(row: DeskRow): Promise<void> {
    const desk = this.ports.ready();
    this.wanted = row;
    if (desk?.patient.nhsNumber === row.patient) {
      this.ports.here({ ...desk, ...this.openedFor(desk.patient) });
      return;
    }
    try {
      await this.ports.connection()?.host.openPatient?.(row.patient);
    } catch (error) {
      if (this.wanted === row) this.wanted = undefined;
      throw error;
    }
  }

  /** What the record of this patient is opened with. A row of another patient counts no more. */
  openedFor(patient: Patient): Pick<OpenDesk, 'opened' | 'list'> {
    const { wanted } = this;
    this.wanted = undefined;
    const isTheirs = wanted?.patient === patient.nhsNumber;
    const opened = isTheirs ? { ubrn: wanted.ubrn, list: wanted.list } : undefined;
    return { opened, list: this.flow && this.listOf(this.flow) };
  }

  /** Where the host can close the record, the list is where it was left. */
  get close(): (() => void) | undefined {
    const host = this.ports.connection()?.host;
    if (!this.flow || !host?.closePatient) return undefined;
    return () => void host.closePatient?.().catch(() => this.ports.notOpened());
  }

  forget(): void {
    this.flow = undefined;
    this.wanted = undefined;
  }

  private listOf(flow: ProviderWorklistFlow): OpenedFrom {
    return {
      placeOf: (ubrn) => placeOf(flow.state.rows, ubrn, (each) => flow.state.finished.has(each)),
      finish: (ubrn, action) => flow.actions.finish(ubrn, action),
      open: (row) => void this.open(row).catch(() => this.ports.notOpened()),
    };
  }
}
