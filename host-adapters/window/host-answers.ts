import {
  HostError,
  type HostAdapter,
  type HostDocument,
  type HostSession,
} from '../../src/host/host-adapter.ts';
import { OFFERS, type Answers, type HostMethods } from './method-map.ts';

/** What the host's page does with what only concerns the frame itself. */
export interface FrameTold {
  event(name: string, detail: object): void;
  unsaved(isUnsaved: boolean): void;
  resize(height: number): void;
  focusExit(direction: 'forward' | 'backward'): void;
  /** The host has connected: whatever it tells from now on is for the frame. */
  opened(session: HostSession): void;
}

/** Answers the frame's calls from a `HostAdapter`, the same that a page without a frame would use. */
export function hostAnswers(
  adapter: HostAdapter,
  told: FrameTold,
  signal: AbortSignal,
): Answers<HostMethods> {
  let connecting: Promise<HostSession> | undefined;
  const session = async (): Promise<HostSession> => {
    connecting ??= connectTo(adapter, told, signal);
    return connecting;
  };
  return {
    async open() {
      const open = await session();
      const offers = OFFERS.filter((offer) => open[offer] !== undefined);
      return { hostId: adapter.id, offers, context: open.getContext() };
    },
    getContext: async () => (await session()).getContext(),
    launchTicket: async () => offered((await session()).launchTicket?.()),
    openPatient: async (nhsNumber) => offered((await session()).openPatient?.(nhsNumber)),
    closePatient: async () => offered((await session()).closePatient?.()),
    storageKey: async () => offered((await session()).storageKey?.()),
    writeBack: async (request) => offered((await session()).writeBack?.(request)),
    ...lookUpAnswers(session),
    ...documentAnswers(session),
    ...draftAnswers(session),
    event: (name, detail) => told.event(name, detail),
    unsaved: (isUnsaved) => told.unsaved(isUnsaved),
    'ui.resize': ({ height }) => told.resize(height),
    'ui.focusExit': ({ direction }) => told.focusExit(direction),
  };
}

type Ask = () => Promise<HostSession>;

async function connectTo(
  adapter: HostAdapter,
  told: FrameTold,
  signal: AbortSignal,
): Promise<HostSession> {
  const session = await adapter.connect({ signal });
  if (session.transport) {
    session.disconnect();
    throw new HostError('unsupported', 'A host that carries calls itself cannot use a frame.');
  }
  // Before the context is read, so that no change falls in between.
  told.opened(session);
  return session;
}

/** A look-up that is given up here need not stop in the host: its answer is not waited for. */
function never(): AbortSignal {
  return new AbortController().signal;
}

function lookUpAnswers(session: Ask) {
  return {
    findClinicalTerms: async (text) =>
      offered((await session()).findClinicalTerms?.(text, never())),
    findClinicians: async (text, kind) =>
      offered((await session()).findClinicians?.(text, kind, never())),
    findOrganisations: async (text) =>
      offered((await session()).findOrganisations?.(text, never())),
    resolvePatients: async (numbers) => [
      ...(await offered((await session()).resolvePatients?.(numbers, never()))),
    ],
    resolvePractitioners: async (ids) => [
      ...(await offered((await session()).resolvePractitioners?.(ids, never()))),
    ],
    isDeceased: async (nhsNumber) => offered((await session()).isDeceased?.(nhsNumber, never())),
  } satisfies Partial<Answers<HostMethods>>;
}

function documentAnswers(session: Ask) {
  // Functions do not cross: the frame asks for the bytes of one by its id.
  const listed = new Map<string, HostDocument>();
  return {
    async listDocuments() {
      const documents = await offered((await session()).listDocuments?.(never()));
      listed.clear();
      for (const document of documents) listed.set(document.id, document);
      return documents.map(({ id, name, mediaType, size }) => ({ id, name, mediaType, size }));
    },
    readDocument: async (id) => offered(listed.get(id)?.read()),
  } satisfies Partial<Answers<HostMethods>>;
}

function draftAnswers(session: Ask) {
  const store = async () => offered((await session()).draftStore);
  return {
    loadDraft: async (key) => (await store()).load(key),
    saveDraft: async (key, draft) => (await store()).save(key, draft),
    discardDraft: async (key) => (await store()).discard(key),
  } satisfies Partial<Answers<HostMethods>>;
}

async function offered<T>(answer: Promise<T> | T | undefined): Promise<T> {
  if (answer !== undefined) return answer;
  throw new HostError('unsupported', 'The host does not offer this.');
}
