import type { SearchCriteria } from '../domain/criteria.ts';
import type { Instant } from '../domain/instant.ts';
import type { Problem, WriteResult } from '../domain/problem.ts';
import type { LetterIntention, Referral } from '../domain/referral.ts';
import type { Service } from '../domain/service.ts';
import { isForTriage, triageWay } from '../domain/shortlist-rules.ts';
import type { Clinician } from '../domain/user.ts';
import type { NewReferral } from '../ers/verbs/referring.ts';
import type { WriteOptions } from '../ers/verbs/verbs.ts';
import type { Intent } from '../journal/ports.ts';
import type { FlowPorts } from './flow-ports.ts';
import { createStore, update, type Flow, type Store, type Unsubscribe } from './flow.ts';
import { sendJournalled, type SentWrite } from './journalled-write.ts';
import { localProblem } from './reading.ts';

// ready → sending → created | refused (→ ready) | unknown (→ ready when a person says that there is
// none); blocked while an earlier create is unknown, not-looked-up while nobody can say

export type CreatePhase =
  | { status: 'ready' }
  | { status: 'sending'; since: Instant }
  | { status: 'created'; referral: Referral; at: Instant }
  /** e-RS or the proxy said no: nothing was created. */
  | { status: 'refused'; problem: Problem }
  /** It may or may not exist. Nothing is sent again until the journal knows how it ended. */
  | { status: 'unknown'; intentId: string; problem: Problem; sentAt: Instant }
  /** An earlier create for this patient is still unknown. */
  | { status: 'blocked'; intents: readonly Intent[] }
  /** Nobody could say whether an earlier create for this patient is unknown. */
  | { status: 'not-looked-up'; problem: Problem };

export type CreateField = 'letterIntention' | 'reminderDays';

export interface CreateReferralState {
  letterIntention?: LetterIntention | undefined;
  /** True when a shortlisted service needs a letter. */
  letterRequired: boolean;
  /**
   * All of it is for triage, so that there is no reminder to book and its letter must follow: it goes
   * to the service as it is created (A021), or later, from the referral (A016).
   */
  triage?: 'at-once' | 'later' | undefined;
  /** The one intention that e-RS would take, or that makes sense, where there is no choice. */
  onlyIntention?: LetterIntention | undefined;
  /** As typed; whole days, 0 = no reminder. */
  reminderDays: string;
  errors: readonly { field: CreateField; error: 'missing' | 'not-a-whole-number' }[];
  phase: CreatePhase;
}

export interface CreateReferralActions {
  change(change: { letterIntention?: LetterIntention; reminderDays?: string }): void;
  /** Sent once, however often it is called. */
  create(): Promise<void>;
  /** After a refusal: back to the form, with everything as it was. */
  back(): void;
}

export type CreateReferralFlow = Flow<CreateReferralState, CreateReferralActions>;

/** What the referral will be made of. */
export interface ReferralContent {
  /** Of the search that found the services; absent when there is none or it no longer holds. */
  criteria?: SearchCriteria | undefined;
  shortlist: readonly Service[];
  referringClinician?: Clinician | undefined;
}

export interface ReferralSource {
  search(): ReferralContent;
  /** Tells when the shortlist has changed. */
  subscribe?: ((listener: () => void) => Unsubscribe) | undefined;
  /** Told also when the flow has been disposed while the referral was on its way. */
  onCreated?: (() => void) | undefined;
}

const READY: CreatePhase = { status: 'ready' };

interface Creator {
  ports: FlowPorts;
  source: ReferralSource;
  store: Store<CreateReferralState>;
  /** What the user chose, as far as there was a choice. */
  chosen?: LetterIntention | undefined;
}

export function createCreateReferral(ports: FlowPorts, source: ReferralSource): CreateReferralFlow {
  const store = createStore<CreateReferralState>({
    letterRequired: false,
    reminderDays: '',
    errors: [],
    phase: { status: 'ready' },
  });
  const creator: Creator = { ports, source, store };
  followShortlist(creator);
  const unsubscribe = source.subscribe?.(() => followShortlist(creator));
  void blockIfUnresolved(creator);
  const stops = [ports.journal.onSettled, ports.earlier.subscribe].map((follow) =>
    follow(() => void blockIfUnresolved(creator)),
  );
  return {
    get state() {
      return store.state;
    },
    subscribe: store.subscribe,
    actions: {
      change: (change) => changeForm(creator, change),
      create: () => create(creator),
      back() {
        if (store.state.phase.status === 'refused') update(store, { phase: { status: 'ready' } });
      },
    },
    dispose() {
      unsubscribe?.();
      for (const stop of stops) stop();
      store.close();
    },
  };
}

function followShortlist(creator: Creator): void {
  const { store, source, chosen } = creator;
  const { shortlist } = source.search();
  const letterRequired = shortlist.some((service) => service.letterRequired);
  const triage = triageOf(creator, shortlist);
  const onlyIntention = onlyIntentionFor(creator, shortlist);
  const letterIntention = onlyIntention ?? chosen;
  const { state } = store;
  const isSame =
    state.letterRequired === letterRequired &&
    state.triage === triage &&
    state.onlyIntention === onlyIntention &&
    state.letterIntention === letterIntention;
  if (!isSame) {
    update(store, { letterRequired, triage, onlyIntention, letterIntention });
  }
}

function triageOf(
  { ports }: Creator,
  shortlist: readonly Service[],
): CreateReferralState['triage'] {
  if (!isForTriage(shortlist)) return undefined;
  return triageWay(ports.client.can) === 'alone' ? 'at-once' : 'later';
}

/**
 * Creating a referral, rules of intentionToAddReferralLetter. A service that triages sees the
 * referral only once its letter is there.
 */
function onlyIntentionFor(
  { ports }: Creator,
  shortlist: readonly Service[],
): LetterIntention | undefined {
  const needsLetter = shortlist.some((service) => service.letterRequired);
  if (needsLetter || isForTriage(shortlist)) return 'NEED_TO_ADD_LATER';
  const isFree = shortlist.length === 0 || !ports.client.letterIntentionFollowsServices;
  return isFree ? undefined : 'NOT_INTENDING_TO_ADD';
}

function changeForm(
  creator: Creator,
  change: Parameters<CreateReferralActions['change']>[0],
): void {
  const { store } = creator;
  const { letterIntention, reminderDays } = change;
  const { onlyIntention, errors } = store.state;
  const isPossible = !onlyIntention || letterIntention === onlyIntention;
  if (letterIntention && isPossible) creator.chosen = letterIntention;
  update(store, {
    reminderDays: reminderDays ?? store.state.reminderDays,
    errors: errors.filter(({ field }) => change[field] === undefined),
  });
  followShortlist(creator);
}

function formErrors(state: CreateReferralState): CreateReferralState['errors'] {
  if (state.triage) return [];
  const errors: CreateReferralState['errors'][number][] = [];
  const days = state.reminderDays.trim();
  if (!state.letterIntention) errors.push({ field: 'letterIntention', error: 'missing' });
  if (!days) errors.push({ field: 'reminderDays', error: 'missing' });
  else if (!/^\d+$/.test(days)) {
    errors.push({ field: 'reminderDays', error: 'not-a-whole-number' });
  }
  return errors;
}

/** `undefined` when the journal cannot say. */
async function unresolvedCreates({ ports }: Creator): Promise<readonly Intent[] | undefined> {
  try {
    const intents = await ports.journal.unresolved(ports.patient.nhsNumber);
    return intents.filter(({ action }) => action === 'create-referral');
  } catch {
    return undefined;
  }
}

async function blockIfUnresolved(creator: Creator): Promise<void> {
  const intents = await unresolvedCreates(creator);
  const { store } = creator;
  const { phase } = store.state;
  if (!intents || !/^(ready|blocked|not-looked-up|unknown)$/.test(phase.status)) return;
  if (phase.status === 'unknown' && intents.some(({ id }) => id === phase.intentId)) return;
  const next = standing(creator, intents) ?? READY;
  if (next.status !== 'ready' || phase.status !== 'ready') update(store, { phase: next });
}

/** Why nothing may be created now, if so. What is not known is not "nothing". */
function standing({ ports }: Creator, intents: readonly Intent[]): CreatePhase | undefined {
  const { state } = ports.earlier;
  if (intents.length > 0) return { status: 'blocked', intents };
  return state.status === 'not-known'
    ? { status: 'not-looked-up', problem: state.problem }
    : undefined;
}

async function create(creator: Creator): Promise<void> {
  const { ports, store } = creator;
  const { status } = store.state.phase;
  if (!store.isOpen || (status !== 'ready' && status !== 'refused')) return;
  const errors = formErrors(store.state);
  const referral = contentOf(creator);
  if (errors.length > 0) {
    update(store, { errors });
    return;
  }
  if (!referral) {
    update(store, { phase: refusal(localProblem('criteria-missing', ports)) });
    return;
  }
  update(store, { errors: [], phase: { status: 'sending', since: ports.clock.now() } });
  update(store, { phase: await send(creator, referral) });
}

function contentOf({ ports, source, store }: Creator): NewReferral | undefined {
  const { criteria, shortlist, referringClinician } = source.search();
  const { letterIntention, reminderDays, triage } = store.state;
  if (!criteria || shortlist.length === 0 || !letterIntention) return undefined;
  return {
    patient: ports.patient.nhsNumber,
    criteria,
    services: shortlist.map(({ id }) => id),
    letterIntention,
    reminderDays: triage ? 0 : Number(reminderDays.trim()),
    referringClinician: referringClinician?.sdsUserId,
  };
}

async function send(creator: Creator, referral: NewReferral): Promise<CreatePhase> {
  const { ports } = creator;
  const verb = verbFor(creator, referral);
  const intents = await unresolvedCreates(creator);
  if (!intents) return refusal(localProblem('host-failed', ports));
  const stands = standing(creator, intents);
  if (stands) return stands;
  const sent = await sendJournalled(
    creator,
    {
      action: 'create-referral',
      serviceIds: referral.services,
      ...referrerOf(creator, referral),
      priority: referral.criteria.priority,
      letterDue: referral.letterIntention === 'NEED_TO_ADD_LATER',
    },
    verb,
  );
  if (sent.result.outcome === 'done') creator.source.onCreated?.();
  return phaseOf(sent, ports.clock.now());
}

/** Either makes one referral, which is found again in the same way when the answer is lost. */
function verbFor(
  { ports: { client }, store }: Creator,
  referral: NewReferral,
): (options: WriteOptions) => Promise<WriteResult<Referral>> {
  const [serviceId] = referral.services;
  return store.state.triage === 'at-once' && serviceId
    ? (options) => client.createReferralForTriage({ ...referral, serviceId }, options)
    : (options) => client.createReferral(referral, options);
}

/** Who names no other refers. The name is of the very id that is sent, or there is none. */
function referrerOf(
  { ports, source }: Creator,
  { referringClinician: referrerId = ports.user.sdsUserId }: NewReferral,
): Pick<Intent, 'referrerId' | 'referrerName'> {
  const known = [source.search().referringClinician, ports.user];
  return { referrerId, referrerName: known.find((who) => who?.sdsUserId === referrerId)?.name };
}

function phaseOf({ result, sentAt, intentId }: SentWrite<Referral>, at: Instant): CreatePhase {
  switch (result.outcome) {
    case 'done':
      return { status: 'created', referral: result.value, at };
    case 'not-done':
      return refusal(result.problem);
    case 'unknown':
      return { status: 'unknown', intentId, problem: result.problem, sentAt };
  }
}

function refusal(problem: Problem): CreatePhase {
  return { status: 'refused', problem };
}
