import type { Clock } from '../../src/domain/instant.ts';
import { EMPTY_ADVICE } from '../../src/domain/advice-form.ts';
import type {
  AnswerAdviceActions,
  AnswerAdviceFlow,
  AnswerAdviceState,
} from '../../src/flows/answer-advice.ts';
import type {
  AskAdviceActions,
  AskAdviceFlow,
  AskAdviceState,
} from '../../src/flows/ask-advice.ts';
import type { FindServicesActions, FindServicesState } from '../../src/flows/find-services.ts';
import { noFlows } from '../../src/ui/no-flows.ts';
import type { ReadySession } from '../session/context.ts';
import {
  at,
  messages,
  NOW,
  patient,
  place,
  request,
  service,
  TRUST,
  UBRN,
} from './sample-advice.ts';

const later = (): Promise<void> => Promise.resolve();
const nothing = (): void => undefined;

const reading: AnswerAdviceState = {
  ubrn: UBRN,
  request,
  messages,
  readAt: at('23T14:31:00'),
  names: new Map([['555021854303', 'BRANDT, Lena (Dr)']]),
  permissions: { 'answer-advice': { allowed: true }, 'convert-advice': { allowed: true } },
  textLimit: 8000,
  steadyFrom: at('23T14:30:00'),
  act: 'answer-advice',
  form: EMPTY_ADVICE,
  errors: [],
  death: { status: 'none-recorded', at: at('23T14:20:00') },
  deathAcknowledged: false,
  files: new Map([
    [
      'Binary/Mycology result.pdf',
      {
        load: {
          status: 'open',
          content: { mediaType: 'application/pdf', bytes: new Blob(['%PDF']) },
        },
        openedAt: at('23T14:24:00'),
      },
    ],
  ]),
  overview: { status: 'not-asked' },
  canFile: true,
  place,
  phase: { status: 'reading' },
};

const NO_ACTIONS: AnswerAdviceActions = {
  open: later,
  stopReading: nothing,
  choose: nothing,
  change: nothing,
  acknowledgeDeath: nothing,
  send: later,
  back: nothing,
  discard: nothing,
  readAgain: later,
  openFile: later,
  closeFile: nothing,
  fetchOverview: later,
  stopOverview: nothing,
  fileOverview: later,
  next: nothing,
  previous: nothing,
  signedInAgain: nothing,
};

type Still<F extends { state: object }> = F & {
  become(next: Partial<F['state']>): void;
  disposed: boolean;
};

/** A flow that stands still: its state is what it was given, its actions do what they were given. */
function still<State extends object, Actions>(first: State, actions: Actions) {
  const listeners = new Set<() => void>();
  return {
    state: first,
    actions,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    disposed: false,
    dispose() {
      this.disposed = true;
      listeners.clear();
    },
    /** Another state, as an answer of e-RS would make it. */
    become(next: Partial<State>) {
      this.state = { ...this.state, ...next };
      for (const listener of [...listeners]) listener();
    },
  };
}

export function stillAdvice(
  change: Partial<AnswerAdviceState> = {},
  actions: Partial<AnswerAdviceActions> = {},
): Still<AnswerAdviceFlow> {
  return still({ ...reading, ...change }, { ...NO_ACTIONS, ...actions });
}

const found: FindServicesState = {
  lists: {
    status: 'ready',
    at: NOW,
    value: {
      specialties: [{ code: 'CARDIOLOGY', display: 'Cardiology' }],
      clinicTypes: [
        {
          code: 'NOT_OTHERWISE_SPECIFIED',
          display: 'Not otherwise specified',
          specialty: 'CARDIOLOGY',
        },
      ],
      priorities: [],
    },
  },
  draft: {
    findBy: 'specialty',
    specialty: 'CARDIOLOGY',
    clinicType: 'NOT_OTHERWISE_SPECIFIED',
    priority: 'URGENT',
    postcode: 'NM3 8RB',
    waitLimit: '',
    ageAndGenderAppropriate: true,
    sortBy: 'DISTANCE',
  },
  errors: [],
  search: {
    status: 'found',
    criteria: { priority: 'URGENT', ageAndGenderAppropriate: true },
    services: [
      service,
      { ...service, id: '402', name: 'Inherited cardiac conditions advice', distance: 31 },
    ],
    at: NOW,
  },
  stale: false,
  shortlist: [],
  vanished: [],
  lookUp: { status: 'idle' },
};

const FIND_ACTIONS: FindServicesActions = {
  loadLists: later,
  stopLists: nothing,
  change: nothing,
  lookUp: later,
  search: later,
  stopSearch: nothing,
  sortBy: later,
  toggle: nothing,
  move: nothing,
};

const ASK_ACTIONS: AskAdviceActions = {
  open: later,
  chooseService: nothing,
  change: nothing,
  send: later,
  back: nothing,
  discard: nothing,
  found: later,
  notThere: later,
};

export function stillQuestion(
  change: Partial<AskAdviceState> = {},
  find: Partial<FindServicesState> = {},
  actions: Partial<AskAdviceActions> = {},
): Still<AskAdviceFlow> {
  const first: AskAdviceState = {
    text: '',
    textLimit: 8000,
    errors: [],
    phase: { status: 'asking' },
    ...change,
  };
  const search = still<FindServicesState, FindServicesActions>({ ...found, ...find }, FIND_ACTIONS);
  return Object.assign(still(first, { ...ASK_ACTIONS, ...actions }), { find: search });
}

/** A clock that stands still. */
const clock: Clock = {
  now: () => NOW,
  wait: (_milliseconds, signal) =>
    new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
    }),
};

export function adviceSession(change: Partial<ReadySession> = {}): ReadySession {
  return {
    status: 'ready',
    contextId: 'context-1',
    flows: { ...noFlows, answerAdvice: async () => stillAdvice() },
    patient,
    user: { sdsUserId: '555021854304', name: 'OKAFOR, Adaeze (Dr)' },
    role: {
      businessFunction: 'SERVICE_PROVIDER_CLINICIAN',
      organisation: { odsCode: TRUST, name: 'Wexcombe General Hospital' },
    },
    environment: 'live',
    banner: 'always',
    clock,
    can: () => true,
    join: () => nothing,
    opened: { ubrn: UBRN, list: 'ADVICE_AND_GUIDANCE_REQUESTS' },
    closeRecord: nothing,
    ...change,
  };
}

/** Those who asked. */
export const REFERRER = {
  user: { sdsUserId: '555021854302', name: 'ADEYEMI, Tunde (Dr)' },
  role: {
    businessFunction: 'REFERRING_CLINICIAN',
    organisation: { odsCode: 'Y00417', name: 'Marlow Road Surgery' },
  },
} satisfies Partial<ReadySession>;
