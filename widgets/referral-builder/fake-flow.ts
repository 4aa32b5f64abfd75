import { noFlows } from '../../src/ui/no-flows.ts';
import type { Clock } from '../../src/domain/instant.ts';
import type { AttachLettersFlow, AttachLettersState } from '../../src/flows/attach-letters.ts';
import type { BookSlotFlow, BookSlotState } from '../../src/flows/book-slot.ts';
import type { CreateReferralFlow, CreateReferralState } from '../../src/flows/create-referral.ts';
import type { FindServicesFlow, FindServicesState } from '../../src/flows/find-services.ts';
import type { FindLostActions, FindLostState } from '../../src/flows/find-lost-referral.ts';
import type {
  PatientLetterFlow,
  PatientLetterState,
} from '../../src/flows/print-patient-letter.ts';
import type { ReferPatientFlow, ReferPatientState } from '../../src/flows/refer-patient.ts';
import type { ReadySession } from '../session/context.ts';
import { createState, findState, NOW, patient } from './sample-states.ts';

/** A flow that stands still: its state is what it was given, its actions do what they were given. */
interface Still<State, Actions> {
  state: State;
  actions: Actions;
  subscribe(listener: () => void): () => void;
  dispose(): void;
  /** Another state, as an answer of e-RS would make it. */
  become(change: Partial<State>): void;
}

function still<State extends object, Actions>(
  state: State,
  actions: Actions,
): Still<State, Actions> {
  const listeners = new Set<() => void>();
  return {
    state,
    actions,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose: () => listeners.clear(),
    become(change) {
      this.state = { ...this.state, ...change };
      for (const listener of [...listeners]) listener();
    },
  };
}

const later = (): Promise<void> => Promise.resolve();
const nothing = (): void => undefined;

/** The parts of a fake refer-patient flow; what is left out is as at the start. */
export interface SceneParts {
  refer?: Partial<ReferPatientState> | undefined;
  find?: Partial<FindServicesState> | undefined;
  create?: Partial<CreateReferralState> | undefined;
  letters?: AttachLettersState | undefined;
  patientLetter?: PatientLetterState | undefined;
  booking?: BookSlotState | undefined;
  lost?: readonly FindLostState[] | undefined;
  lostActions?: Partial<FindLostActions> | undefined;
  unsent?: boolean | undefined;
  hasDraft?: boolean | undefined;
  isLetterDue?: boolean | undefined;
  findActions?: Partial<FindServicesFlow['actions']> | undefined;
  createActions?: Partial<CreateReferralFlow['actions']> | undefined;
  letterActions?: Partial<AttachLettersFlow['actions']> | undefined;
  patientLetterActions?: Partial<PatientLetterFlow['actions']> | undefined;
  actions?: Partial<ReferPatientFlow['actions']> | undefined;
}

const referState: ReferPatientState = {
  step: 'find',
  opened: { status: 'closed' },
  madeEarlier: [],
  leftUnderWay: [],
  earlier: { status: 'known' },
  unattached: [],
  tested: [],
};

export function fakeReferPatient(parts: SceneParts = {}) {
  const flow = still<ReferPatientState, ReferPatientFlow['actions']>(
    { ...referState, ...parts.refer },
    {
      goTo: nothing,
      open: later,
      stopOpening: nothing,
      lookAtScan: later,
      startAgain: nothing,
      discardDraft: later,
      lookUpEarlier: later,
      lookForLost: later,
      putAway: later,
      tickTests: nothing,
      signedInAgain: nothing,
      ...parts.actions,
    },
  );
  return Object.assign(flow, {
    find: fakeFind(parts),
    create: still<CreateReferralState, CreateReferralFlow['actions']>(
      { ...createState, ...parts.create },
      { change: nothing, create: later, back: nothing, ...parts.createActions },
    ),
    letters: parts.letters && fakeLetters(parts.letters, parts.letterActions),
    patientLetter:
      parts.patientLetter && fakeLetter(parts.patientLetter, parts.patientLetterActions),
    booking:
      parts.booking && still<BookSlotState, BookSlotFlow['actions']>(parts.booking, bookingActions),
    lost: fakeLost(parts),
    hasUnsentWork: () => parts.unsent ?? false,
    hasDraft: () => parts.hasDraft ?? false,
    isLetterDue: () => parts.isLetterDue ?? false,
  });
}

function fakeLost({ lost = [], lostActions }: SceneParts) {
  return lost.map((state) =>
    still<FindLostState, FindLostActions>(state, {
      look: later,
      choose: later,
      made: later,
      confirmNone: later,
      ...lostActions,
    }),
  );
}

const bookingActions: BookSlotFlow['actions'] = {
  open: later,
  checkAgain: later,
  stopReading: nothing,
  more: later,
  choose: nothing,
  unchoose: nothing,
  book: later,
  startDeferral: nothing,
  changeComment: nothing,
  cancelDeferral: nothing,
  defer: later,
  startTriage: nothing,
  cancelTriage: nothing,
  sendForTriage: later,
  backToSlots: later,
  signedInAgain: () => undefined,
};

function fakeFind(parts: SceneParts) {
  return still<FindServicesState, FindServicesFlow['actions']>(
    { ...findState, ...parts.find },
    {
      loadLists: later,
      stopLists: nothing,
      change: nothing,
      lookUp: later,
      search: later,
      stopSearch: nothing,
      sortBy: later,
      toggle: nothing,
      move: nothing,
      ...parts.findActions,
    },
  );
}

function fakeLetter(state: PatientLetterState, actions: SceneParts['patientLetterActions']) {
  return still<PatientLetterState, PatientLetterFlow['actions']>(state, {
    follow: nothing,
    fetch: later,
    stop: nothing,
    file: later,
    ...actions,
  });
}

function fakeLetters(state: AttachLettersState, actions: SceneParts['letterActions']) {
  return still<AttachLettersState, AttachLettersFlow['actions']>(state, {
    add: later,
    addDocument: later,
    listDocuments: later,
    stopDocuments: nothing,
    leaveOut: nothing,
    stop: nothing,
    retry: later,
    rename: later,
    keep: nothing,
    attach: later,
    reread: later,
    back: nothing,
    ...actions,
  });
}

/** A clock that stands still. */
const clock: Clock = {
  now: () => NOW,
  wait: (_milliseconds, signal) =>
    new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
    }),
};

export function fakeSession(
  flow: ReferPatientFlow,
  change: Partial<ReadySession> = {},
): ReadySession {
  return {
    status: 'ready',
    contextId: 'context-1',
    flows: { ...noFlows, referPatient: () => flow },
    patient,
    user: { sdsUserId: '555021854101', name: 'FENWICK, Ruth (Dr)' },
    role: { businessFunction: 'REFERRING_CLINICIAN', organisation: { odsCode: 'A81001' } },
    environment: 'live',
    banner: 'always',
    clock,
    can: () => true,
    join: () => nothing,
    ...change,
  };
}
