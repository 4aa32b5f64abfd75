import { EMPTY_ADVICE, GUIDANCE_LIMIT } from '../domain/advice-form.ts';
import { isSettled, type AdviceDesk } from './answer-advice-desk.ts';
import { fetchOverview, fileOverview, openFile, stopOverview } from './answer-advice-files.ts';
import { back, change, choose, discard } from './answer-advice-form.ts';
import { openAdvice, stopReading } from './answer-advice-opening.ts';
import { readAgain } from './answer-advice-rereading.ts';
import { send } from './answer-advice-send.ts';
import type {
  AdvicePorts,
  AnswerAdviceActions,
  AnswerAdviceFlow,
  AnswerAdviceStart,
  AnswerAdviceState,
} from './answer-advice.ts';
import { createDraftKeeper } from './draft-keeper.ts';
import { createStore, update } from './flow.ts';
import { closeFile } from './opened-files.ts';
import { newestRead } from './reading.ts';

/** Reads nothing before it is opened. The request has to be about the patient of these ports. */
export function createAnswerAdvice(ports: AdvicePorts, start: AnswerAdviceStart): AnswerAdviceFlow {
  const desk = startDesk(ports, start);
  const { store } = desk;
  return {
    get state() {
      return store.state;
    },
    subscribe: store.subscribe,
    actions: actionsOf(desk),
    dispose() {
      desk.life.abort();
      desk.reading.stop();
      desk.overviewRead.stop();
      store.close();
    },
  };
}

/** The name under which its drafts are kept. */
const ANSWER_FLOW = 'answer-advice';

function startDesk(ports: AdvicePorts, start: AnswerAdviceStart): AdviceDesk {
  const { client, clock, writeBack } = ports;
  const store = createStore<AnswerAdviceState>({
    ubrn: start.ubrn,
    messages: [],
    names: new Map(),
    textLimit: GUIDANCE_LIMIT[client.dialect],
    act: 'answer-advice',
    form: EMPTY_ADVICE,
    errors: [],
    death: { status: 'asking' },
    deathAcknowledged: false,
    files: new Map(),
    overview: { status: client.can('print-advice') ? 'not-asked' : 'not-offered' },
    canFile: writeBack !== undefined,
    phase: { status: 'opening', since: clock.now() },
  });
  const onKept = (isKept: boolean): void => update(store, { isKept });
  return {
    ports,
    start,
    store,
    life: new AbortController(),
    reading: newestRead(),
    overviewRead: newestRead(),
    keeper: createDraftKeeper(ports, { flow: ANSWER_FLOW, onKept }),
    otherDrafts: {},
  };
}

function actionsOf(desk: AdviceDesk): AnswerAdviceActions {
  return {
    open: () => openAdvice(desk),
    stopReading: () => stopReading(desk),
    choose: (act) => choose(desk, act),
    change: (what) => change(desk, what),
    acknowledgeDeath: () => acknowledgeDeath(desk),
    send: () => send(desk),
    back: () => back(desk),
    discard: () => discard(desk),
    readAgain: () => readAgain(desk),
    openFile: (url) => openFile(desk, url),
    closeFile: (url) => closeFile(desk, url),
    fetchOverview: () => fetchOverview(desk),
    stopOverview: () => stopOverview(desk),
    fileOverview: () => fileOverview(desk),
    next: () => goTo(desk, 'next'),
    previous: () => goTo(desk, 'previous'),
    signedInAgain: () => signedInAgain(desk),
  };
}

function acknowledgeDeath({ store }: AdviceDesk): void {
  const { status } = store.state.death;
  if (status === 'died' || status === 'not-known')
    update(store, { deathAcknowledged: true, held: undefined });
}

function signedInAgain(desk: AdviceDesk): void {
  const { phase } = desk.store.state;
  if (!('problem' in phase) || phase.problem?.reason !== 'session-ended') return;
  if (phase.status === 'open-failed') void openAdvice(desk);
  else if (phase.status === 'unanswered') void readAgain(desk);
  else back(desk);
}

/** Where nothing is on its way. */
const LEFT_FREELY: readonly string[] = ['opening', 'open-stopped', 'open-failed', 'done'];

function goTo({ store, start }: AdviceDesk, where: 'next' | 'previous'): void {
  const { phase } = store.state;
  const row = start.list?.placeOf(start.ubrn)?.[where];
  const mayLeave = isSettled(phase) || LEFT_FREELY.includes(phase.status);
  if (store.isOpen && mayLeave && row) start.list?.open(row);
}
