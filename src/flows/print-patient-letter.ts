import type { Instant } from '../domain/instant.ts';
import type { PdfFile } from '../domain/letter.ts';
import type { Problem } from '../domain/problem.ts';
import type { Referral, ReferralStateCode } from '../domain/referral.ts';
import type { WriteBackResult } from '../host/host-adapter.ts';
import type { FlowPorts } from './flow-ports.ts';
import { createStore, type Flow, type Store } from './flow.ts';
import { newestRead, readProblem, type NewestRead } from './reading.ts';

// available → fetching → ready | failed; not-available once booked or deferred (HSCN)

export type PatientLetterState =
  /** `isStopped` once the user has stopped it. */
  | { status: 'available'; isStopped?: true | undefined }
  /** e-RS gives it only while the referral is unbooked and not deferred. */
  | { status: 'not-available'; because: 'booked' | 'deferred' | 'other-state' }
  | { status: 'fetching'; since: Instant }
  | { status: 'ready'; file: PdfFile; at: Instant; filed?: WriteBackResult | 'asking' | undefined }
  | { status: 'failed'; problem: Problem };

export interface PatientLetterActions {
  /** Tells which referral it is about now; a new state may make the letter unavailable. */
  follow(referral: Referral): void;
  fetch(): Promise<void>;
  stop(): void;
  /** Hands the letter to the host's record. Failing to file is not failing to refer. */
  file(): Promise<void>;
}

export type PatientLetterFlow = Flow<PatientLetterState, PatientLetterActions>;

interface Printer {
  ports: FlowPorts;
  store: Store<PatientLetterState>;
  read: NewestRead;
  referral: Referral;
}

export function createPatientLetter(ports: FlowPorts, referral: Referral): PatientLetterFlow {
  const store = createStore<PatientLetterState>(availability(referral));
  const printer: Printer = { ports, store, read: newestRead(), referral };
  return {
    get state() {
      return store.state;
    },
    subscribe: store.subscribe,
    actions: {
      follow: (newer) => follow(printer, newer),
      fetch: () => fetchLetter(printer),
      stop() {
        if (store.state.status !== 'fetching') return;
        printer.read.stop();
        store.set({ status: 'available', isStopped: true });
      },
      file: () => fileLetter(printer),
    },
    dispose() {
      printer.read.stop();
      store.close();
    },
  };
}

/** A019 over HSCN: refused once booked, deferred, in triage or cancelled. */
const WITHOUT_LETTER: Readonly<
  Partial<Record<ReferralStateCode, 'booked' | 'deferred' | 'other-state'>>
> = {
  BOOKED: 'booked',
  DEFERRED_TO_PROVIDER: 'deferred',
  AWAITING_PROVIDER: 'other-state',
  AWAITING_TRIAGE: 'other-state',
  TRIAGED_PROVIDER_TO_ACTION: 'other-state',
  DID_NOT_ATTEND: 'other-state',
  ASSESSMENT_RESULT: 'other-state',
  CANCELLED_REFERRAL: 'other-state',
};

function availability({ state }: Referral): PatientLetterState {
  const because = WITHOUT_LETTER[state.code];
  return because ? { status: 'not-available', because } : { status: 'available' };
}

/** A letter that was fetched goes too: it tells the patient to book what is booked by now. */
function follow(printer: Printer, referral: Referral): void {
  const { store, read } = printer;
  printer.referral = referral;
  const now = availability(referral);
  if (now.status === 'not-available') read.stop();
  else if (store.state.status !== 'not-available') return;
  store.set(now);
}

async function fetchLetter({ ports, store, read, referral }: Printer): Promise<void> {
  const { status } = store.state;
  if (!store.isOpen || status === 'fetching' || status === 'not-available') return;
  const signal = read.start();
  store.set({ status: 'fetching', since: ports.clock.now() });
  try {
    const file = await ports.client.retrievePatientLetter(referral.ubrn, { signal });
    if (!signal.aborted) store.set({ status: 'ready', file, at: ports.clock.now() });
  } catch (error) {
    const problem = signal.aborted ? undefined : readProblem(error, ports);
    if (problem) store.set({ status: 'failed', problem });
  }
}

async function fileLetter({ ports, store, referral }: Printer): Promise<void> {
  const { state } = store;
  if (!store.isOpen || state.status !== 'ready' || isFiled(state.filed)) return;
  store.set({ ...state, filed: 'asking' });
  const request = { ubrn: referral.ubrn, kind: 'patient-letter' as const, file: state.file };
  const filed = await (ports.writeBack?.(request) ?? UNSUPPORTED).catch(() => REJECTED);
  const now = store.state;
  if (now.status === 'ready' && now.file === state.file) store.set({ ...now, filed });
}

/** Once is enough: the record should not hold the letter twice. */
function isFiled(filed: WriteBackResult | 'asking' | undefined): boolean {
  return filed === 'asking' || filed?.status === 'accepted' || filed?.status === 'queued';
}

const UNSUPPORTED: Promise<WriteBackResult> = Promise.resolve({ status: 'unsupported' });
const REJECTED: WriteBackResult = { status: 'rejected' };
