import { isBooking } from '../domain/action.ts';
import type { Instant } from '../domain/instant.ts';
import type { Problem } from '../domain/problem.ts';
import type { Referral } from '../domain/referral.ts';
import type { Ubrn } from '../domain/ubrn.ts';
import type { AttachLettersFlow } from './attach-letters.ts';
import type { BookSlotFlow } from './book-slot.ts';
import type { CreateReferralFlow } from './create-referral.ts';
import type { CreatedReferral, Intent } from '../journal/ports.ts';
import { createDraftKeeper } from './draft-keeper.ts';
import type { EarlierWritesState } from './earlier-writes.ts';
import type { FindServicesFlow } from './find-services.ts';
import type { FindLostFlow } from './find-lost-referral.ts';
import type { FlowPorts } from './flow-ports.ts';
import { createStore, update, type Flow, type Store } from './flow.ts';
import type { PatientLetterFlow } from './print-patient-letter.ts';
import { newestRead, readReferral } from './reading.ts';
import type { ReferDesk } from './refer-desk.ts';
import { keepDraft, restoreDraft } from './refer-patient-draft.ts';
import { followJournal, leftUnderWay } from './refer-patient-journal.ts';
import { createLettersKeeper, type UnattachedLetters } from './refer-patient-letters.ts';
import { followLost } from './refer-patient-lost.ts';
import { keepPlace } from './refer-patient-place.ts';
import { askAgain } from './refer-patient-signed-in.ts';
import {
  adopt,
  closeParts,
  closeStart,
  isWriting,
  referralContent,
  startParts,
  touch,
} from './refer-patient-parts.ts';
import { lookAtScan } from './refer-patient-scan.ts';
import { hasDraft, hasUnsentParts, hasUnsentWork, isLetterDue } from './refer-patient-unsent.ts';

// find → check → letters → book, or straight to letters/book/record when a referral is opened.

export type ReferStep = 'find' | 'check' | 'letters' | 'book' | 'record';

/** What e-RS told of a referral when it was read. */
export interface ReferralRead {
  referral: Referral;
  at: Instant;
}

export type OpenState =
  | { status: 'closed' }
  | { status: 'opening'; ubrn: Ubrn; since: Instant; lastRead?: ReferralRead | undefined }
  | ({ status: 'open' } & ReferralRead)
  /** By the user. */
  | { status: 'stopped'; ubrn: Ubrn; lastRead?: ReferralRead | undefined }
  | { status: 'failed'; ubrn: Ubrn; problem: Problem; lastRead?: ReferralRead | undefined };

export interface ReferPatientState {
  step: ReferStep;
  /** The referral at hand, once created or opened by its UBRN. */
  opened: OpenState;
  /** The part that was found to be a draft of an earlier time, until the user decides. */
  resumed?: { savedAt: Instant } | undefined;
  /**
   * Referrals made for this patient on this page, newest first: e-RS tells
   * no open referrals over HSCN, and one may have been made while another patient was open.
   */
  madeEarlier: readonly CreatedReferral[];
  /**
   * Bookings, deferrals and sets of letters of an earlier visit that have no known end, or whose end
   * no screen has shown. One that the proxy tells of may have no UBRN.
   */
  leftUnderWay: readonly Intent[];
  /** Whether it is known what another page has sent for this patient. */
  earlier: EarlierWritesState;
  /** Files that e-RS's store holds and no referral links, of an earlier visit. */
  unattached: readonly UnattachedLetters[];
  /** Services whose suggested tests the user has ticked off, for themselves: never sent. */
  tested: readonly string[];
  /** When a look at a scan failed last. */
  scanTriedAt?: Instant | undefined;
  /** The draft store failed: what is typed would be lost on leaving. */
  draftNotKept?: boolean | undefined;
  /** What looks for a create without a known end could not be loaded. */
  lostNotLoaded?: boolean | undefined;
  /** The referral of a create whose answer did not reach its page, found last. */
  found?: { ubrn: Ubrn; at: Instant } | undefined;
}

/**
 * The steps of referring one patient, each with a flow of its own. A change of one of them is told
 * to its subscribers too.
 */
export interface ReferPatientFlow extends Flow<ReferPatientState, ReferPatientActions> {
  readonly find: FindServicesFlow;
  readonly create: CreateReferralFlow;
  /** Present once there is a referral. */
  readonly letters?: AttachLettersFlow | undefined;
  readonly patientLetter?: PatientLetterFlow | undefined;
  readonly booking?: BookSlotFlow | undefined;
  /** One for each create of this patient without a known end, oldest first. */
  readonly lost: readonly FindLostFlow[];
  /**
   * Whether leaving now would lose something typed, chosen or uploaded and not sent, or leave a
   * referral without the letter that it needs.
   */
  hasUnsentWork(): boolean;
  /** Whether what is unsent is a new referral, of which nothing was sent: it can be kept or discarded. */
  hasDraft(): boolean;
  /** The referral at hand needs a letter, as far as is known here, and holds none. */
  isLetterDue(): boolean;
}

export interface ReferPatientActions {
  /** Goes on when the step allows it: a shortlist for `check`, a referral for the others. */
  goTo(step: ReferStep): void;
  /** Reads a referral by UBRN and shows its record. Refuses one of another patient. */
  open(ubrn: Ubrn): Promise<void>;
  /** Stops opening one. What was read of it before is shown again, as of then. */
  stopOpening(): void;
  /**
   * Reads again what a scan has found, where a file of the record or letters step is being scanned
   * and the last look was 5 minutes ago. Called while the step is in sight; too early, it does nothing.
   */
  lookAtScan(): Promise<void>;
  /** Starts a new referral for the same patient. */
  startAgain(): void;
  discardDraft(): Promise<void>;
  /** Asks again what another page has sent. */
  lookUpEarlier(): Promise<void>;
  /** Loads again what looks for a create without a known end. */
  lookForLost(): Promise<void>;
  /** The user has read how these of `leftUnderWay` ended. What has no known end stays. */
  putAway(intentIds: readonly string[]): Promise<void>;
  /** Ticks off the suggested tests of a service, or takes the tick away. */
  tickTests(serviceId: string, isTicked: boolean): void;
  /** The session is there again: what was not read for want of it is read now. Nothing is sent. */
  signedInAgain(): void;
}

export function createReferPatient(ports: FlowPorts): ReferPatientFlow {
  const desk = startDesk(ports);
  const { store } = desk;
  void restoreDraft(desk).then((sent) => (sent ? openSent(desk, sent) : undefined));
  void desk.letterDrafts.load();
  const places = keepPlace(desk, () => isLetterDue(desk) || hasUnsentParts(desk));
  const stopFollowing = followJournal(desk, {
    discardDraft: () => discardDraft(desk),
    place: places.load,
    resume: (ubrn, step) => void open(desk, ubrn, step),
  });
  const lost = followLost(desk, (referral) => takeUpFound(desk, referral));
  desk.lost = lost;
  return flowOf(desk, () => {
    places.stop();
    stopFollowing();
    lost.stop();
    desk.opening.stop();
    desk.scanning?.abort();
    closeParts(desk);
    closeStart(desk.start);
    store.close();
  });
}

function flowOf(desk: ReferDesk, dispose: () => void): ReferPatientFlow {
  const { store } = desk;
  return {
    get state() {
      return store.state;
    },
    get find() {
      return desk.start.find;
    },
    get create() {
      return desk.start.create;
    },
    get letters() {
      return desk.parts?.letters;
    },
    get patientLetter() {
      return desk.parts?.patientLetter;
    },
    get booking() {
      return desk.parts?.booking;
    },
    get lost() {
      return desk.lost?.flows ?? [];
    },
    subscribe: store.subscribe,
    actions: actionsOf(desk),
    hasUnsentWork: () => hasUnsentWork(desk),
    hasDraft: () => hasDraft(desk),
    isLetterDue: () => isLetterDue(desk),
    dispose,
  };
}

function actionsOf(desk: ReferDesk): ReferPatientActions {
  return {
    goTo: (step) => goTo(desk, step),
    open: (ubrn) => open(desk, ubrn),
    stopOpening: () => stopOpening(desk),
    lookAtScan: () => lookAtScan(desk),
    startAgain: () => startAgain(desk),
    discardDraft: () => discardDraft(desk),
    lookUpEarlier: () => desk.ports.earlier.ask(),
    lookForLost: async () => desk.lost?.follow(),
    putAway: (intentIds) => desk.ports.journal.markSeen(intentIds).catch(() => undefined),
    tickTests: (serviceId, isTicked) => tickTests(desk, serviceId, isTicked),
    signedInAgain: () => askAgain(desk, (ubrn) => void open(desk, ubrn)),
  };
}

function startDesk(ports: FlowPorts): ReferDesk {
  const store: Store<ReferPatientState> = createStore<ReferPatientState>({
    step: 'find',
    opened: { status: 'closed' },
    madeEarlier: [],
    leftUnderWay: [],
    earlier: ports.earlier.state,
    unattached: [],
    tested: [],
  });
  const onKept = (isKept: boolean): void => {
    if (store.state.draftNotKept !== !isKept) update(store, { draftNotKept: !isKept });
  };
  const drafts = createDraftKeeper(ports, { flow: 'refer-patient', onKept });
  const desk: ReferDesk = {
    ports,
    store,
    drafts,
    letterDrafts: createLettersKeeper(ports, { store, onKept }),
    draftIsKnown: false,
    opening: newestRead(),
    start: startParts(ports, {
      onChange: () => followStart(desk),
      onCreated: () => void drafts.discard(),
    }),
  };
  return desk;
}

function followStart(desk: ReferDesk): void {
  const { find, create } = desk.start;
  const { phase } = create.state;
  if (phase.status === 'created' && phase.referral.ubrn !== desk.parts?.referral.ubrn) {
    adopt(desk, phase.referral, find.state.shortlist);
    update(desk.store, { step: 'letters', resumed: undefined });
    return;
  }
  keepDraft(desk);
  touch(desk);
}

/**
 * As after a create, unless the user is at another referral: then the first step tells of it. Its
 * draft is discarded when the journal has it as made.
 */
function takeUpFound(desk: ReferDesk, referral: Referral): void {
  const { store, ports } = desk;
  const { step, opened } = store.state;
  const isElsewhere = (step !== 'find' && step !== 'check') || opened.status === 'opening';
  update(store, { found: { ubrn: referral.ubrn, at: ports.clock.now() } });
  if (isElsewhere || isWriting(desk)) return;
  adopt(desk, referral);
  update(store, { step: 'letters', resumed: undefined });
}

/** What another page made of the draft, unless the user is elsewhere by now. */
async function openSent(desk: ReferDesk, ubrn: Ubrn): Promise<void> {
  const { store, ports } = desk;
  if (store.state.step !== 'find' || store.state.opened.status !== 'closed') return;
  update(store, { found: { ubrn, at: ports.clock.now() } });
  await open(desk, ubrn, 'letters');
}

/** A fresh search and form for the same patient. */
function renewStart(desk: ReferDesk): void {
  closeStart(desk.start);
  desk.start = startParts(desk.ports, {
    onChange: () => followStart(desk),
    onCreated: () => void desk.drafts.discard(),
  });
  update(desk.store, { tested: [] });
}

function tickTests(desk: ReferDesk, serviceId: string, isTicked: boolean): void {
  const others = desk.store.state.tested.filter((id) => id !== serviceId);
  update(desk.store, { tested: isTicked ? [...others, serviceId] : others });
  keepDraft(desk);
}

function goTo(desk: ReferDesk, step: ReferStep): void {
  const { store, parts } = desk;
  if (isWriting(desk) || !allows(desk, step)) return;
  update(store, { step });
  const booking = parts?.booking;
  if (step === 'book' && booking?.state.phase.status === 'opening') void booking.actions.open();
}

function allows({ start, parts }: ReferDesk, step: ReferStep): boolean {
  if (step !== 'find' && step !== 'check') return parts !== undefined;
  if (start.create.state.phase.status === 'created') return false;
  const { criteria, shortlist } = referralContent(start.find.state);
  return step === 'find' || (criteria !== undefined && shortlist.length > 0);
}

/** A mistyped UBRN leaves the user where they find out about a create. */
function isFindingOut({ store, start }: ReferDesk): boolean {
  const { status } = start.create.state.phase;
  return store.state.step === 'check' && (status === 'unknown' || status === 'blocked');
}

/** At its record, unless the user was at another step of it. */
async function open(desk: ReferDesk, ubrn: Ubrn, step: ReferStep = 'record'): Promise<void> {
  const { ports, store, opening } = desk;
  if (!store.isOpen || isWriting(desk)) return;
  const lastRead = lastReadOf(store.state, ubrn);
  closeParts(desk);
  if (desk.start.create.state.phase.status === 'created') renewStart(desk);
  const signal = opening.start();
  const since = ports.clock.now();
  const from = isFindingOut(desk) ? 'check' : 'find';
  update(store, { step: from, opened: { status: 'opening', ubrn, since, lastRead } });
  const read = await readReferral(ports, ubrn, signal);
  if (!read) return;
  if (!read.ok) {
    showNotOpened(desk, { status: 'failed', ubrn, problem: read.problem, lastRead });
    return;
  }
  // What is under way, or came of it, is told before anything is offered, and what was uploaded.
  const [left] = await Promise.all([leftUnderWay(ports), desk.letterDrafts.load()]);
  if (signal.aborted) return;
  adopt(desk, read.value);
  const isBooked = left.some((intent) => intent.ubrn === ubrn && isBooking(intent));
  update(store, { step: isBooked ? 'book' : step });
  if (store.state.step === 'book') void desk.parts?.booking.actions.open();
}

function lastReadOf({ opened }: ReferPatientState, ubrn: Ubrn): ReferralRead | undefined {
  if (opened.status === 'closed') return undefined;
  const [held, lastRead] =
    opened.status === 'open' ? [opened.referral.ubrn, opened] : [opened.ubrn, opened.lastRead];
  return held === ubrn ? lastRead : undefined;
}

function stopOpening(desk: ReferDesk): void {
  const { opened } = desk.store.state;
  if (opened.status !== 'opening') return;
  desk.opening.stop();
  const { ubrn, lastRead } = opened;
  showNotOpened(desk, { status: 'stopped', ubrn, lastRead });
}

/** While e-RS is down, what it told last can still be read; a refusal takes it off the screen. */
function showNotOpened(
  { store }: ReferDesk,
  { lastRead, ...end }: Extract<OpenState, { status: 'failed' | 'stopped' }>,
): void {
  const isStillSo = end.status === 'stopped' || end.problem.retry === 'back-off';
  if (isStillSo && lastRead) update(store, { step: 'record', opened: { ...end, lastRead } });
  else update(store, { opened: end });
}

function startAgain(desk: ReferDesk): void {
  if (!desk.store.isOpen || isWriting(desk)) return;
  desk.opening.stop();
  closeParts(desk);
  void discardDraft(desk);
  update(desk.store, { step: 'find', opened: { status: 'closed' }, found: undefined });
}

async function discardDraft(desk: ReferDesk): Promise<void> {
  if (!desk.store.isOpen || isWriting(desk)) return;
  renewStart(desk);
  update(desk.store, { resumed: undefined });
  await desk.drafts.discard();
}
