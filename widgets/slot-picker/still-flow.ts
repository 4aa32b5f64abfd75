import { noFlows } from '../../src/ui/no-flows.ts';
import type { Clock } from '../../src/domain/instant.ts';
import type { BookSlotActions, BookSlotState } from '../../src/flows/book-slot.ts';
import type { ReadySession } from '../session/context.ts';
import { eastgate, northmoor, NOW, patient, referral, triage } from './sample-slots.ts';

const later = (): Promise<void> => Promise.resolve();
const nothing = (): void => undefined;

const choosing: BookSlotState = {
  referral,
  readAt: NOW,
  services: [eastgate, northmoor, triage],
  causes: [],
  ruleOrganisation: { odsCode: 'NM1', from: 'e-rs' },
  phase: { status: 'choosing' },
};

const STILL: BookSlotActions = {
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
  signedInAgain: nothing,
};

/** A flow that stands still: its state is what it was given, its actions do what they were given. */
export function stillFlow(
  change: Partial<BookSlotState> = {},
  actions: Partial<BookSlotActions> = {},
) {
  const listeners = new Set<() => void>();
  return {
    state: { ...choosing, ...change },
    actions: {
      ...STILL,
      ...actions,
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    disposed: false,
    dispose() {
      this.disposed = true;
      listeners.clear();
    },
    /** Another state, as an answer of e-RS would make it. */
    become(next: Partial<BookSlotState>) {
      this.state = { ...this.state, ...next };
      for (const listener of [...listeners]) listener();
    },
  };
}

/** A clock that stands still. */
const clock: Clock = {
  now: () => NOW,
  wait: (_milliseconds, signal) =>
    new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
    }),
};

export function stillSession(change: Partial<ReadySession> = {}): ReadySession {
  return {
    status: 'ready',
    contextId: 'context-1',
    flows: { ...noFlows, bookSlot: () => stillFlow() },
    patient,
    user: { sdsUserId: '555021854101', name: 'FENWICK, Ruth (Dr)' },
    role: {
      businessFunction: 'REFERRING_CLINICIAN',
      organisation: { odsCode: 'A81001', name: 'Ashdown Surgery' },
    },
    environment: 'live',
    banner: 'always',
    clock,
    can: () => true,
    join: () => nothing,
    ...change,
  };
}
