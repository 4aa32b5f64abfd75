import { roleAllows } from '../domain/role-rules.ts';
import { keepQuestion, restoreQuestion, type AskDesk } from './ask-advice-desk.ts';
import {
  earlierQuestion,
  followJournal,
  found,
  notThere,
  unansweredOf,
} from './ask-advice-lost.ts';
import { empty, EMPTY_QUESTION, mayWrite, send } from './ask-advice-send.ts';
import type {
  AskAdviceActions,
  AskAdviceFlow,
  AskAdvicePhase,
  AskAdvicePorts,
  AskAdviceState,
  QuestionField,
} from './ask-advice.ts';
import { createDraftKeeper } from './draft-keeper.ts';
import { createFindServices } from './find-services.ts';
import type { DeskClient } from './flow-ports.ts';
import { createStore, update } from './flow.ts';

/** The name under which its drafts are kept. */
const ASK_FLOW = 'ask-advice';

/** Reads the lists for its search at once, where advice can be asked for at all. */
export function createAskAdvice(ports: AskAdvicePorts): AskAdviceFlow {
  const desk = startDesk(ports);
  const { store, find, life } = desk;
  const leaveFind = find.subscribe(() => followSearch(desk));
  const leaveJournal = ports.journal.onSettled(() => void followJournal(desk));
  return {
    get state() {
      return store.state;
    },
    subscribe: store.subscribe,
    actions: actionsOf(desk),
    find,
    dispose() {
      life.abort();
      leaveFind();
      leaveJournal();
      find.dispose();
      store.close();
    },
  };
}

function startDesk(ports: AskAdvicePorts): AskDesk {
  const phase = phaseAtFirst(ports);
  const store = createStore<AskAdviceState>({ ...EMPTY_QUESTION, phase });
  const onKept = (isKept: boolean): void => update(store, { isKept });
  return {
    ports,
    find: createFindServices({ ...ports, client: forAdvice(ports.client) }),
    store,
    life: new AbortController(),
    keeper: createDraftKeeper(ports, { flow: ASK_FLOW, onKept }),
  };
}

function phaseAtFirst({ client, role }: AskAdvicePorts): AskAdvicePhase {
  const { can, dialect } = client;
  if (!can('ask-for-advice')) return { status: 'not-offered', why: 'not-in-dialect' };
  if (!roleAllows(role, 'ask-for-advice', dialect)) return { status: 'not-offered', why: 'role' };
  return { status: 'asking' };
}

/** The same client, whose searches find services that give advice. */
function forAdvice(client: DeskClient): DeskClient {
  const searching: Pick<DeskClient, 'searchServices'> = {
    searchServices: (search, options) =>
      client.searchServices({ ...search, requestType: 'ADVICE_AND_GUIDANCE_REQUEST' }, options),
  };
  return Object.assign(Object.create(client) as DeskClient, searching);
}

function actionsOf(desk: AskDesk): AskAdviceActions {
  return {
    open: () => open(desk),
    chooseService: (serviceId) => chooseService(desk, serviceId),
    change: (what) => {
      if (!desk.store.isOpen || !mayWrite(desk.store.state)) return;
      update(desk.store, { ...what, ...without(desk, Object.keys(what)) });
      keepQuestion(desk);
    },
    send: () => send(desk),
    back: () => {
      const { store } = desk;
      if (store.state.phase.status === 'refused' && mayWrite(store.state))
        update(store, { phase: { status: 'asking' } });
    },
    discard: () => discard(desk),
    found: (ubrn) => found(desk, ubrn),
    notThere: () => notThere(desk),
  };
}

async function open(desk: AskDesk): Promise<void> {
  const { ports, store } = desk;
  const { phase } = store.state;
  if (!store.isOpen || (phase.status !== 'asking' && phase.status !== 'not-looked-up')) return;
  if (phase.status === 'not-looked-up') await ports.earlier.ask();
  await restoreQuestion(desk);
  const earlier = await earlierQuestion(desk);
  const { state } = ports.earlier;
  if (earlier) update(store, { phase: unansweredOf(desk, earlier) });
  else if (state.status === 'not-known')
    update(store, { phase: { status: 'not-looked-up', problem: state.problem } });
  else update(store, { phase: { status: 'asking' } });
}

function chooseService(desk: AskDesk, serviceId: string | undefined): void {
  const { store, find } = desk;
  const { search } = find.state;
  if (!store.isOpen || !mayWrite(store.state)) return;
  const services = search.status === 'found' ? search.services : [];
  const service = services.find(({ id }) => id === serviceId);
  update(store, { service, ...without(desk, ['service']) });
}

/** A service that a newer search does not find would be refused. */
function followSearch(desk: AskDesk): void {
  const { store, find } = desk;
  const { service } = store.state;
  const { search } = find.state;
  const isSearched = search.status === 'found' || search.status === 'none-found';
  if (service && isSearched) {
    const services = search.status === 'found' ? search.services : [];
    const now = services.find(({ id }) => id === service.id);
    if (now !== service) update(store, { service: now });
  }
}

function without({ store }: AskDesk, fields: readonly string[]): Pick<AskAdviceState, 'errors'> {
  const touched = new Set(fields as QuestionField[]);
  return { errors: store.state.errors.filter(({ field }) => !touched.has(field)) };
}

function discard(desk: AskDesk): void {
  const { store, keeper } = desk;
  const { status } = store.state.phase;
  if (!store.isOpen || (!mayWrite(store.state) && status !== 'asked')) return;
  empty(desk);
  update(store, { phase: { status: 'asking' } });
  void keeper.discard();
}
